/** The reader's own clock. */

import { dayIn } from "./values.js";

// To ask the browser for it at each key that is typed would be felt. It changes while nobody looks: on the way.
let zone = null;
document.addEventListener("visibilitychange", () => { zone = null; });

/** The reader's time zone, as the tz database names it. */
export function ownZone() {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zone;
}

/** Today where the reader is, `YYYY-MM-DD`. */
export function today() {
  return dayIn(ownZone(), Date.now());
}

/** Now, as a clock on the reader's wall and its time zone. @returns {{local: string, zone: string}} */
export function now() {
  const at = new Date();
  const two = (number) => String(number).padStart(2, "0");
  return { local: `${today()}T${two(at.getHours())}:${two(at.getMinutes())}`, zone: ownZone() };
}
