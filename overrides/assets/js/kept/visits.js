/**
 * When the reader last opened a page, as far as what it says may be corrected, and which corrections they have put
 * away. Keys are known here and in all-keys.js alone.
 *
 *   opened:<page>    the day of the last visit; and, if the page named any, the newest change it named then
 *   seen:<change>    the day on which the reader put the line about it away
 *   language-offered the day on which they were told of the edition in their own characters
 */

import { isDay } from "./days.js";
import { today } from "./device-time.js";
import { read, writeAll, writeIfRoom } from "./store.js";

/** @typedef {{id: string, day: string}} Change */

/** @param {string} page @returns {{day: string, newest: string | undefined} | null} null before the first visit */
export function lastVisit(page) {
  const [day, newest] = (read(openedKey(page)) ?? "").split(" ");
  return isDay(day) ? { day, newest } : null;
}

/** Note that a page is open, with the newest change that it names, if it names any. @param {string} page @param {string} [newest] */
export function noteVisit(page, newest) {
  writeIfRoom(openedKey(page), [today(), newest].filter(Boolean).join(" "));
}

/**
 * What of a page's changes is newer than a visit to it. The newest that it named then tells exactly; of a page that
 * named none, the day does.
 * @template {Change} Found
 * @param {Found[]} changes  the newest first @param {{day: string, newest?: string}} visit @returns {Found[]}
 */
export function sinceVisit(changes, { day, newest }) {
  const known = changes.findIndex(({ id }) => id === newest);
  return known < 0 ? changes.filter((change) => change.day >= day) : changes.slice(0, known);
}

/** Whether the reader has put the line about a change away. @param {string} change */
export function isSeen(change) {
  return read(seenKey(change)) !== null;
}

/** The reader puts the line about changes away. @param {string[]} changes  ids */
export function noteSeen(changes) {
  writeAll(Object.fromEntries(changes.map((change) => [seenKey(change), today()])));
}

/** The reader is told of an edition, once. */
export function noteOffered() {
  writeIfRoom("language-offered", today());
}

function openedKey(page) {
  return `opened:${page}`;
}

function seenKey(change) {
  return `seen:${change}`;
}
