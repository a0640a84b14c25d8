/** What the reader has ticked: one key for each item, the same on every page and in both languages. */

import { today } from "./device-time.js";
import { keys, read, watch, writeAll } from "./store.js";

const TICK = "tick:";
const TICKED = "1";

/** The key of the day on which something was last ticked, and of the day on which the reader was told that ticks will go. */
export const TOUCHED = "ticks:touched";
export const NOTICED = "ticks:noticed";

/** @param {string} item  id of an item @returns {boolean} */
export function isTicked(item) {
  return read(TICK + item) === TICKED;
}

/**
 * Tick or untick items.
 * @param {string[]} items  ids
 * @param {boolean} ticked
 */
export function setTicked(items, ticked) {
  const ticks = Object.fromEntries(items.map((item) => [TICK + item, ticked ? TICKED : null]));
  writeAll({ ...ticks, [TOUCHED]: today() });
}

/** The day on which something was last ticked, `YYYY-MM-DD`, or null. Days are counted from the first time it is asked. */
export function ticksTouched() {
  if (keys(TICK).length > 0 && read(TOUCHED) === null) {
    writeAll({ [TOUCHED]: today() }); // An earlier version of the guide kept ticks without their day.
  }
  return keys(TICK).length > 0 ? read(TOUCHED) : null;
}

/** Forget every tick. */
export function dropTicks() {
  writeAll(Object.fromEntries([...keys(TICK), TOUCHED, NOTICED].map((key) => [key, null])));
}

/**
 * Call `onChange` whenever ticks may have changed, with the ids of the items; null where it may be all of them.
 * @param {(items: string[] | null) => void} onChange @param {AbortSignal} signal
 */
export function watchTicks(onChange, signal) {
  watch((changed) => {
    const items = changed?.filter((key) => key.startsWith(TICK)).map((key) => key.slice(TICK.length)) ?? null;
    if (items === null || items.length > 0) {
      onChange(items);
    }
  }, signal);
}
