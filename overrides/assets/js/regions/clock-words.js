import { sayNotCome } from "../page/not-come.js";

/** What dates explain themselves with is on the page of each region. Another page takes it from there, once. */

/** @param {DocumentFragment | null} words  of that page; null while they could not be had */
export function bringClockWords(words) {
  const brought = words?.querySelector(".clock-words");
  if (brought && !document.querySelector(".clock-words")) {
    document.body.append(brought);
  }
}

/** The clocks that another page was asked for run here; where that does not come, each place says so. */
export function runClocks() {
  import("./deadline-clock.js").catch(() => sayNotCome("deadline-clock"));
}
