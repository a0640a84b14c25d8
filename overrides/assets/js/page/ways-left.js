/**
 * What is left to a reader whose browser was asked for something and did nothing, or may have: of a file, a print, a
 * mail or a share sheet no page is told what became of it, and the browsers of many apps drop them without a word.
 */

import { element } from "./markup.js";
import { notCome } from "./not-come.js";

/**
 * @typedef {object} Left
 * @property {"file" | "print" | "mail" | "share"} asked  what the browser was asked for
 * @property {File} [file]  which the share sheet may take
 * @property {{label?: "to" | "subject" | "body", text: string}[]} texts  what can be copied by hand
 * @property {"text" | "case"} [kind]  what the text is
 */

/** What stands where. @type {WeakMap<HTMLElement, HTMLElement>} */
const standing = new WeakMap();

/** Show what is left, below the place where it is said what was asked for. @param {HTMLElement} said @param {Left} left */
export async function offer(said, left) {
  withdraw(said);
  const place = element("div", { className: "ways-left" });
  standing.set(said, place);
  said.after(place);
  try {
    const { fillIn } = await import("./nothing-came.js");
    await fillIn(place, said, left);
  } catch {
    place.replaceChildren(notCome()); // What was said leads to it.
  }
  bringIntoSight(said, place);
}

/**
 * Scroll as little as shows what was said, and as much as the screen has room for of what stands with it: who taps at the
 * foot of the screen would see neither. @param {HTMLElement} said @param {HTMLElement} [all]
 */
export function bringIntoSight(said, all = said) {
  all.scrollIntoView({ block: "nearest" });
  said.scrollIntoView({ block: "nearest" });
}

/** It helped, or it is out of date. @param {HTMLElement} said */
export function withdraw(said) {
  standing.get(said)?.remove();
  standing.delete(said);
}

/** @param {number} time  milliseconds @returns {Promise<boolean>} whether something else came before the page within it */
export function isLedAway(time) {
  const signs = /** @type {[EventTarget, string][]} */ ([[window, "blur"], [window, "pagehide"], [document, "visibilitychange"]]);
  const over = new AbortController();
  return new Promise((resolve) => {
    for (const [target, sign] of signs) {
      target.addEventListener(sign, () => resolve(true), { signal: over.signal });
    }
    setTimeout(() => resolve(false), time);
  }).then((away) => {
    over.abort();
    return away;
  });
}
