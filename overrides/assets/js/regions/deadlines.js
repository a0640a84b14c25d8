/**
 * From a starting day and a time limit to the date on which it ends, with everything that explains it. Pure: days are
 * calendar days ("2026-11-20") without a clock, so that neither a time zone nor a change of clocks can move one.
 *
 * The starting day does not count; the day after it is the first. Months and years end on the day of the same number,
 * or on the month's last day if it has no such day. Where a year's holidays are unknown, the provider's date is a late
 * one and the reader's an early one.
 */

import { A_DAY, dayOf, numberOf } from "../kept/days.js";

const WEEK = 7;
const MONTHS = { months: 1, years: 12 };
const DAYS = { "calendar-days": 1, days: 1, weeks: WEEK };

/**
 * @typedef {object} DaysOff  of a region
 * @property {Set<number>} weekend  its days of the week, of which 0 is Sunday
 * @property {Map<number, Set<number>>} off  by year, weekdays off, as numbers of days since 1970; a year that is missing is unknown
 * @property {Map<number, Set<number>>} worked  by year, weekend days worked
 */

/**
 * @typedef {object} Reckoned
 * @property {string} day  the last day
 * @property {string[]} leftOut  public holidays on weekdays that did not count
 * @property {string[]} worked  weekend days that did
 * @property {boolean} monthEnd  whether the month had no day of the same number
 * @property {number | null} unknown  the first year whose holidays would matter and are not known
 * @property {string | null} beside  where `day` is a day off: the working day after it for the provider, the one
 *   before it for the reader; else null
 */

/**
 * @param {{weekend?: number[], years?: Record<string, [string, string]>}} written  `years`: by year, weekdays off, and
 *   weekend days worked, as "MMDD MMDD". It may be empty where no working days are counted.
 * @returns {DaysOff}
 */
export function readDaysOff({ weekend = [], years = {} }) {
  const days = (index) => new Map(Object.entries(years).map(([year, lists]) => [
    Number(year),
    new Set(lists[index].split(" ").filter(Boolean).map((day) => numberOf(`${year}-${day.slice(0, 2)}-${day.slice(2)}`))),
  ]));
  return { weekend: new Set(weekend), off: days(0), worked: days(1) };
}

/**
 * @param {string} start  the day of the event
 * @param {{count: number, unit: import("../page/vocabulary.js").Unit}} length
 * @param {import("../page/vocabulary.js").Whose} whose  whose clock it is; a door is waited for, like the provider
 * @param {DaysOff} daysOff
 * @returns {Reckoned | null}  null if `start` is no day
 */
export function reckon(start, { count, unit }, whose, daysOff) {
  const from = numberOf(start);
  if (from === null) {
    return null;
  }
  if (unit === "business-days") {
    return byWorkingDays(from, count, whose, daysOff);
  }
  const { day, monthEnd } = unit in MONTHS ? monthsLater(from, count * MONTHS[unit]) : { day: from + count * DAYS[unit], monthEnd: false };
  const step = whose === "reader" ? -1 : 1;
  return {
    day: dayOf(day),
    leftOut: [],
    worked: [],
    monthEnd,
    unknown: null,
    beside: works(day, daysOff) ? null : dayOf(nextWorking(day, step, daysOff)),
  };
}

function byWorkingDays(from, count, whose, daysOff) {
  const leftOut = [];
  const worked = [];
  let unknown = null;
  let left = count;
  let day = from;
  while (left > 0) {
    day += 1;
    const year = yearOf(day);
    if (!daysOff.off.has(year) && unknown === null) {
      unknown = year;
      left += whose === "reader" ? 0 : mostDaysOff(count, daysOff);
    }
    if (counts(day, whose, daysOff)) {
      left -= 1;
      if (isWeekend(day, daysOff) && daysOff.worked.get(year)?.has(day)) {
        worked.push(dayOf(day));
      }
    } else if (!isWeekend(day, daysOff)) {
      leftOut.push(dayOf(day));
    }
  }
  return { day: dayOf(day), leftOut, worked, monthEnd: false, unknown, beside: null };
}

/** Whether a day is counted. In an unknown year, a region that works on some weekends might work on any of them. */
function counts(day, whose, daysOff) {
  const known = daysOff.off.has(yearOf(day));
  return works(day, daysOff) || (!known && whose === "reader" && worksOnSomeWeekends(daysOff));
}

function works(day, daysOff) {
  const { off, worked } = daysOff;
  const year = yearOf(day);
  return isWeekend(day, daysOff) ? (worked.get(year)?.has(day) ?? false) : !off.get(year)?.has(day);
}

function nextWorking(day, step, daysOff) {
  let next = day;
  do {
    next += step;
  } while (!works(next, daysOff));
  return next;
}

function worksOnSomeWeekends({ worked }) {
  return [...worked.values()].some((days) => days.size > 0);
}

/** The most weekdays off that ever fell, in the known years, into a stretch that long: as many may fall into this one. */
function mostDaysOff(count, { weekend, off }) {
  const stretch = (count / (WEEK - weekend.size)) * WEEK + 2 * WEEK;
  const days = [...off.values()].flatMap((year) => [...year]).sort((a, b) => a - b);
  return Math.max(0, ...days.map((first) => days.filter((day) => day >= first && day < first + stretch).length));
}

function monthsLater(from, months) {
  const date = new Date(from * A_DAY);
  const wanted = date.getUTCDate();
  // Day 0 of the month after is the last day of this one.
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0));
  const day = Math.min(wanted, last.getUTCDate());
  return { day: Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), day) / A_DAY, monthEnd: day < wanted };
}

function isWeekend(day, { weekend }) {
  return weekend.has(new Date(day * A_DAY).getUTCDay());
}

function yearOf(day) {
  return new Date(day * A_DAY).getUTCFullYear();
}
