/** The reader's own clock. */

import { dayIn } from "./values.js";

// To ask the browser for it at each key that is typed would be felt. It changes while nobody looks: on the way.
let zone = null;
/** The day, and the minute for which it is known: a day begins with a minute in every zone. */
let known = { minute: NaN, day: /** @type {string | null} */ (null) };
document.addEventListener("visibilitychange", () => {
  zone = null;
  known.minute = NaN;
});

/** The reader's time zone, as the tz database names it. */
export function ownZone() {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function today() {
  const minute = Math.floor(Date.now() / 60_000);
  if (minute !== known.minute) {
    known = { minute, day: dayIn(ownZone(), Date.now()) };
  }
  return known.day;
}

/** Now, as a clock on the reader's wall and its time zone. @returns {{local: string, zone: string}} */
export function now() {
  const at = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return { local: `${today()}T${two(at.getHours())}:${two(at.getMinutes())}`, zone: ownZone() };
}
