/**
 * The reader's region, and the days from which its clocks run. Keys are known here and in all-keys.js alone.
 *
 *   region                    the id of the region the reader chose; a guess is never kept
 *   day:<region>:<clock>      the day of the event that starts that clock
 */

import { accountRegionOf, providerOf } from "./cases.js";
import { ownZone } from "./device-time.js";
import { guessRegion, REGIONS } from "./region-guess.js";
import { read, watch, write } from "./store.js";

const REGION = "region";

/**
 * Which region counts: the one the reader chose, and until they have, the one their device makes likely.
 * @param {readonly string[]} regions  to choose from
 * @returns {{id: string | null, guessed: boolean}} a guess must be called one where it is shown
 */
export function countingRegion(regions = REGIONS) {
  const chosen = read(REGION);
  if (regions.includes(chosen)) {
    return { id: chosen, guessed: false };
  }
  const id = guessRegion(ownZone() ?? "", navigator.languages, regions);
  return { id, guessed: id !== null };
}

/**
 * Which region's company answers for a wallet.
 *
 * @param {readonly string[]} regions  where the wallet is
 * @param {string | null} counting  the region that counts
 * @returns {string | null} null while that is open
 */
export function regionOf(regions, counting) {
  if (regions.includes(counting)) {
    return counting;
  }
  return regions.length === 1 ? regions[0] : null;
}

/**
 * The region whose company answers for the wallet of a case: where the reader says that the account is, else the only
 * one that it can be. Without a wallet, or where the reader's own bank answers for it, the region that counts.
 * @param {string} issue @param {Desk} desk
 * @returns {{id: string | null, guessed: boolean}}  null while it is open which of the wallet's regions it is; no guess
 *   where the wallet alone decides it
 */
export function regionOfCase(issue, desk) {
  const wallet = desk.providers[providerOf(issue)];
  const decided = wallet && (accountRegionOf(issue) || regionOf(wallet.regions, null));
  const { id: counting, guessed } = countingRegion();
  const likely = wallet && !wallet.through_bank ? regionOf(wallet.regions, counting) : counting;
  return { id: decided || likely, guessed: guessed && !decided && likely !== null };
}

/** The reader says that the guess is right. */
export function confirmRegion() {
  chooseRegion(countingRegion().id);
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
