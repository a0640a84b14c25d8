/**
 * A browser that searches a page looks through what stands on it, and opens the fold that it stands in. So that it finds
 * what is on the page's leaves too, they are brought: once the reader begins to search by keys; and, as phones search from
 * a menu of which no page hears, at leisure where the device keeps them. From the network none comes unasked.
 */

import { leisure } from "./leisure.js";

function leaves() {
  return /** @type {NodeListOf<import("./page-leaf.js").PageLeaf>} */ (document.querySelectorAll("page-leaf"));
}

/** @param {KeyboardEvent} event */
function searches({ key, ctrlKey, metaKey }) {
  return key === "F3" || ((ctrlKey || metaKey) && key.toLowerCase() === "f");
}

/** One at a time: each holds up a slow phone for a moment. */
async function bringKept() {
  for (const leaf of leaves()) {
    await leisure();
    if (await caches.match(new URL(leaf.dataset.page, document.baseURI).href)) {
      await leaf.bring();
    }
  }
}

window.addEventListener("keydown", (event) => searches(event) && leaves().forEach((leaf) => leaf.bring()), { capture: true });
if (navigator.serviceWorker?.controller) {
  bringKept().catch(() => {}); // Refused by the browser.
}
