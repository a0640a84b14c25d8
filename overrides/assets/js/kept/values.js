/**
 * The days and times that the reader typed into the fields of a letter, written as each language writes them. Labels of
 * zones are passed in. What cannot be read gives null, so that the caller can show it as it was typed.
 *
 * @import { Language } from "../page/vocabulary.js"
 */

import { LANGUAGES } from "../page/vocabulary.js";
import { A_DAY, dayOf, numberOf } from "./days.js";

const WALL_TIME = /^(.{10})T(([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d+)?)?)$/;
const MINUTE = 60_000;

const clocks = new Map();

// Days and times ----------------------------------------------------------------------------

/**
 * @param {string} day  "2026-11-20"
 * @param {Language} language
 * @param {string} [pattern]  where it is written another way in that language
 * @returns {string | null}  "2026 年 11 月 20 日", "20 November 2026"; null for what is no day since the year 1000
 */
export function formatDay(day, language, pattern = LANGUAGES[language].day) {
  const number = numberOf(day);
  if (number === null) {
    return null;
  }
  const date = new Date(number * A_DAY);
  const { locale } = LANGUAGES[language];
  const month = () => new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" }).format(date);
  const parts = { y: date.getUTCFullYear(), M: date.getUTCMonth() + 1, d: date.getUTCDate() };
  return pattern.replace(/MMMM|[yMd]/g, (symbol) => String(parts[symbol] ?? month()));
}

/**
 * A time as a clock on the wall showed it, with the zone's distance from UTC at that moment.
 * @param {{local: string, zone: string}} moment  "2026-11-20T14:05" and an IANA name; where it is unknown, no distance
 * @param {Language} language
 * @param {string} zoneLabel  may be empty
 * @param {string} [pattern]  as of `formatDay`
 * @returns {string | null}  "20 November 2026, 14:05 (Beijing time, UTC+8)"
 */
export function formatMoment({ local, zone }, language, zoneLabel, pattern) {
  const [, day, time] = WALL_TIME.exec(local) ?? [];
  const date = day && formatDay(day, language, pattern);
  if (!date) {
    return null;
  }
  const minutes = offsetOfWallTime(zone, numberOf(day) * A_DAY + minutesOf(time) * MINUTE);
  const about = [zoneLabel, minutes === null ? "" : formatOffset(minutes)].filter(Boolean);
  return LANGUAGES[language].fullWidth
    ? `${date} ${time}${about.length ? `（${about.join("，")}）` : ""}`
    : `${date}, ${time}${about.length ? ` (${about.join(", ")})` : ""}`;
}

/**
 * The day it is in a zone.
 * @param {string} zone  an IANA name
 * @param {Date | number} instant
 * @returns {string | null}  "2026-11-20"; null for an unknown zone or no instant
 */
export function dayIn(zone, instant) {
  const clock = clockIn(zone);
  const time = Number(instant);
  return (clock && !Number.isNaN(new Date(time).getTime()) && dayOf(Math.floor(wallTime(clock, time) / A_DAY))) || null;
}

function minutesOf(time) {
  const [hours, minutes] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/**
 * Minutes east of UTC when clocks in `zone` show `wall` (given as if they stood in UTC); null for an unknown zone.
 * An hour that comes twice is taken the first time, one that is skipped by the clock before the jump.
 */
function offsetOfWallTime(zone, wall) {
  const clock = clockIn(zone);
  if (!clock) {
    return null;
  }
  const [before, after] = [-A_DAY, A_DAY].map((away) => offsetAt(clock, wall + away));
  return [before, after].find((offset) => offsetAt(clock, wall - offset * MINUTE) === offset) ?? before;
}

function offsetAt(clock, instant) {
  return Math.round((wallTime(clock, instant) - instant) / MINUTE);
}

/** What the clock shows at `instant`, as the instant when clocks in UTC show the same. */
function wallTime(clock, instant) {
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(parts.year, parts.month - 1, parts.day, parts.hour, parts.minute, parts.second);
}

/** A format that tells the time in `zone`; null for an unknown one. Making one is slow, so each is kept. */
function clockIn(zone) {
  if (!clocks.has(zone)) {
    clocks.set(zone, newClock(zone));
  }
  return clocks.get(zone);
}

function newClock(zone) {
  const numeric = Object.fromEntries(
    ["year", "month", "day", "hour", "minute", "second"].map((part) => [part, "numeric"]),
  );
  try {
    // Without a zone, Intl would silently take the device's own.
    return zone ? new Intl.DateTimeFormat("en-US", { ...numeric, hourCycle: "h23", timeZone: zone }) : null;
  } catch {
    return null;
  }
}

function formatOffset(minutes) {
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const distance = rest ? `${hours}:${String(rest).padStart(2, "0")}` : String(hours);
  return minutes === 0 ? "UTC" : `UTC${minutes < 0 ? "-" : "+"}${distance}`;
}
