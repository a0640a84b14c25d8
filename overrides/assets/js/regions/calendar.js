/**
 * A calendar file (iCalendar, RFC 5545) of all-day events. Pure.
 *
 * A day is written as a day and not as an instant, so that no time zone and no change of clocks moves it. The same id
 * is the same event to a calendar: a second download changes it rather than adding another.
 */

import { addDays } from "../kept/days.js";

const LINE_OCTETS = 75;
const octets = new TextEncoder();

/**
 * @typedef {object} CalendarEvent
 * @property {string} id  the same for the same date of the same case, always
 * @property {string} day  "2026-12-11"
 * @property {string} title
 * @property {string} about
 * @property {string | null} address  of the page to come back to, if it has one
 * @property {number} remindDaysBefore  1 or more
 * @property {string} reminder
 */

/**
 * @param {CalendarEvent[]} events
 * @param {Date} now
 * @returns {string}
 */
export function calendarFile(events, now) {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Wallet Complaint Guide//Dates//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...events.flatMap((event) => eventLines(event, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventLines({ id, day, title, about, address, remindDaysBefore, reminder }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${escaped(id)}@wallet-complaint-guide`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`, // An all-day event ends on the day it no longer covers.
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(about)}`,
    ...(address ? [`URL:${address}`] : []),
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(reminder)}`,
    `TRIGGER:${trigger(remindDaysBefore)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** Nine in the morning, so many days before; counted back from the midnight with which the day begins. */
function trigger(days) {
  return days > 1 ? `-P${days - 1}DT15H` : "-PT15H";
}

function basic(day) {
  return day.replaceAll("-", "");
}

function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r\n|\r|\n/g, "\\n");
}

/** No line is longer than 75 octets; what is over goes on in lines that begin with a space. No character is cut. */
function folded(line) {
  const pieces = [""];
  let used = 0;
  for (const character of line) {
    const size = octets.encode(character).length;
    if (used + size > LINE_OCTETS) {
      pieces.push("");
      used = 1; // The space that begins it.
    }
    pieces[pieces.length - 1] += character;
    used += size;
  }
  return pieces.join("\r\n ");
}
