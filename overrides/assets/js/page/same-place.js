/**
 * The address follows the reader: an opened situation is named in it, so that a reload, a link that is sent and the
 * way to another language lead to the same place.
 */

import { oncePainted } from "./once-painted.js";

document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".situation[id]") && target.open) {
    // The browser then looks for what the address names, in all of the page.
    oncePainted(() => target.open && history.replaceState(history.state, "", `#${target.id}`));
  }
}, { capture: true });

for (const link of document.querySelectorAll(".other-language")) {
  link.addEventListener("click", () => { /** @type {HTMLAnchorElement} */ (link).hash = window.location.hash; });
}
