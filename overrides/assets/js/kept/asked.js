/**
 * What a reader asks of the guide in a box to search in, often their whole story. It stands on the page alone, and in the
 * tab for who comes back to the page; it goes with everything else, also from a page that sleeps behind Back.
 */

import { noteEra, watchErasing } from "./store.js";

const BOXES = "input[type=search], .md-search__input";

function empty() {
  for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(BOXES))) {
    box.value = "";
    box.dispatchEvent(new Event("input", { bubbles: true })); // What was found for it goes too.
  }
}

document.addEventListener("input", ({ target }) => {
  if (target instanceof HTMLInputElement && target.matches(BOXES) && target.value) {
    noteEra();
  }
});
watchErasing(empty, new AbortController().signal);
