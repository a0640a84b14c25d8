/**
 * The copies of everything that the reader saved as a file. The key is known here and in all-keys.js alone.
 *
 *   copied   the day on which the newest one was saved, and "behind" once something has changed since
 */

import { today } from "./device-time.js";
import { keys, read, write } from "./store.js";

const COPIED = "copied";
const BEHIND = "behind";

/** The newest copy, if there is one. @returns {{day: string, isBehind: boolean} | null} */
export function lastCopy() {
  const [day, behind] = (read(COPIED) ?? "").split(" ");
  return day ? { day, isBehind: behind === BEHIND } : null;
}

/** A copy was saved today. */
export function noteCopy() {
  write(COPIED, today());
}

/** What is to be kept besides when something changes that a copy has. @returns {Record<string, string>} */
export function sinceCopy() {
  const copy = lastCopy();
  return copy && !copy.isBehind ? { [COPIED]: `${copy.day} ${BEHIND}` } : {};
}

/** Whether there is anything to copy: more than which pages were opened. */
export function isWorthCopying() {
  return keys("").some((key) => /^(?:case|person|tick|day):/.test(key));
}
