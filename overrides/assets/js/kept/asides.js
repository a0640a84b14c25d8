/**
 * Texts that another tab wrote in a place where this one was writing too. Each waits until its writer says which of the
 * two stays. Keys are known here and in all-keys.js alone.
 *
 *   aside:<place>    the other text; a place is named by the key of its value
 */

import { keys, read, write, writeAll } from "./store.js";

const ASIDE = "aside:";

/** @param {string} place @returns {string | null} */
export function asideOf(place) {
  return read(ASIDE + place);
}

/** @param {string} place @param {string | null} text  null when it is settled */
export function keepAside(place, text) {
  write(ASIDE + place, text);
}

/** The place beside which a text waits under that key, or null where it is no such key. @param {string} key @returns {string | null} */
export function asidePlace(key) {
  return key.startsWith(ASIDE) ? key.slice(ASIDE.length) : null;
}

/** Forget what waits in places whose names begin so. @param {string} start */
export function dropAsides(start) {
  writeAll(Object.fromEntries(keys(ASIDE + start).map((key) => [key, null])));
}
