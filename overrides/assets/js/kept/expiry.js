/**
 * What has not been touched for 180 days is erased, after a notice. Pure.
 */

import { addDays } from "./days.js";

const UNTOUCHED = 180;
const NOTICE = 7;
/** Nothing was kept before there was a guide: a clock that was wrong wrote such a day. */
const FIRST_DAY = "2025-01-01";

/** @param {string} day */
export function isOfWrongClock(day) {
  return day < FIRST_DAY;
}

/**
 * @param {string} touched  day of the last change, `YYYY-MM-DD`
 * @param {string | null} noticed  day on which the reader was first told, or null
 * @param {string} today
 * @returns {{state: "fresh" | "stale" | "over", erasedFrom: string | null}}  `stale` is told, `over` is erased
 */
export function expiry(touched, noticed, today) {
  if (isOfWrongClock(touched) || isOfWrongClock(today) || today < addDays(touched, UNTOUCHED)) {
    return { state: "fresh", erasedFrom: null };
  }
  const erasedFrom = addDays(noticed !== null && noticed > touched ? noticed : today, NOTICE);
  return { state: today >= erasedFrom ? "over" : "stale", erasedFrom };
}
