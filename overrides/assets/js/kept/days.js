/**
 * Calendar days without a clock ("2026-11-20"), of the years 1000 to 9999. They never pass through the device's own
 * time zone, which would move some of them by a day. Pure.
 */

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/;

/** Milliseconds. */
export const A_DAY = 86_400_000;

/** @param {string} day @returns {number | null} days since 1970; null for what is no day of the calendar */
export function numberOf(day) {
  const number = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) / A_DAY : NaN;
  return Number.isInteger(number) && dayOf(number) === day ? number : null; // Some browsers take the 30th of February for a day in March.
}

/** @param {number} number  of days since 1970 @returns {string | null} the day; null outside those years */
export function dayOf(number) {
  const date = new Date(number * A_DAY);
  const day = Number.isNaN(date.getTime()) ? "" : date.toISOString().slice(0, 10);
  return DAY.test(day) ? day : null;
}

/** @param {string} text */
export function isDay(text) {
  return numberOf(text) !== null;
}

/**
 * @param {string} day @param {number} count  of days later; negative for earlier
 * @returns {string | null} null for what is no day
 */
export function addDays(day, count) {
  const number = numberOf(day);
  return number === null ? null : dayOf(number + count);
}

/**
 * @param {string} from @param {string} to
 * @returns {number}  of days between them; negative if `to` comes first
 */
export function daysBetween(from, to) {
  return numberOf(to) - numberOf(from);
}

/** The order of days and times as they are kept, and of ids; for `sort`. @param {string} one @param {string} other */
export function inOrder(one, other) {
  return one < other ? -1 : Number(one > other);
}
