/** Erasing everything, and what the reader is told of it. */

import { fill } from "../page/markup.js";
import { eraseEverything } from "./store.js";

/** @param {HTMLElement} said  where it is said how much was erased, in its own words */
export async function erase(said) {
  const count = await eraseEverything();
  said.textContent = fill(said.dataset.erased, count);
  return count;
}

/** Nothing of the guide stays on the screen, nor behind Back; where something could not be erased, that is said. @param {HTMLElement} said */
export async function eraseAndLeave(said) {
  const { left } = await erase(said);
  if (left === 0) {
    window.location.replace("about:blank");
  }
}
