/**
 * The copies of everything that the reader asked the browser to save as a file; whether it did, nobody is told. The store
 * notes what has changed since, under the same key:
 *
 *   copied   the day on which the newest one was asked for, and "behind" once something that it would hold has changed
 */

import { CARRIED } from "./all-keys.js";
import { today } from "./device-time.js";
import { BEHIND, COPIED, keys, read, write } from "./store.js";

/** The copy that was last asked for, if one was. @returns {{day: string, isBehind: boolean} | null} */
export function lastCopy() {
  const [day, behind] = (read(COPIED) ?? "").split(" ");
  return day ? { day, isBehind: behind === BEHIND } : null;
}

/** A copy was asked for today. */
export function noteCopy() {
  write(COPIED, today());
}

/** Whether there is anything to copy. */
export function isWorthCopying() {
  return keys("").some((key) => CARRIED.test(key));
}
