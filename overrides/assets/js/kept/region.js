/**
 * The reader's region, and the days from which its clocks run. Keys are known here and in all-keys.js alone.
 *
 *   region                    the id of the region the reader chose
 *   day:<region>:<clock>      the day of the event that starts that clock
 */

import { read, watch, write } from "./store.js";

const REGION = "region";

/** @returns {string | null} the region the reader chose; null until they have */
export function chosenRegion() {
  return read(REGION);
}

/** @param {string} region  empty to choose none */
export function chooseRegion(region) {
  write(REGION, region || null);
}

/** Call `onChange` whenever the chosen region may have changed. @param {() => void} onChange @param {AbortSignal} signal */
export function watchRegion(onChange, signal) {
  watch((changed) => {
    if (changed === null || changed.includes(REGION)) {
      onChange();
    }
  }, signal);
}

/** @returns {string | null} the day that starts a clock, as the reader entered it */
export function startingDay(region, clock) {
  return read(dayKey(region, clock));
}

/** @param {string} region @param {string} clock @param {string} day  empty to forget it */
export function keepStartingDay(region, clock, day) {
  write(dayKey(region, clock), day || null);
}

function dayKey(region, clock) {
  return `day:${region}:${clock}`;
}
