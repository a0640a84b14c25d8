/** What dates explain themselves with is on the page of each region. Another page takes it from there, once. */

/** @param {DocumentFragment | null} words  of that page; null while they could not be had */
export function bringClockWords(words) {
  const brought = words?.querySelector(".clock-words");
  if (brought && !document.querySelector(".clock-words")) {
    document.body.append(brought);
  }
}
