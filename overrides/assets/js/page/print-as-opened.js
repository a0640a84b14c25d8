import "./print-begins.js";

/**
 * A page of situations prints what its reader has opened, and a page of a region all about the region, with the wallets
 * that are open; situations.css, regions.css and wallets.css say what else. The theme opens every fold before it prints, letters and
 * all, which would be 80 pages: it listens on the window too, and later than this.
 */
const OPENED_TO_PRINT = ".region-ways ~ .region details:not([open])";

if (document.querySelector("details.situation, .leaf, .region-ways")) {
  window.addEventListener("beforeprint", (event) => {
    event.stopImmediatePropagation();
    const closed = /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(OPENED_TO_PRINT));
    closed.forEach((fold) => { fold.open = true; });
    window.addEventListener("afterprint", () => closed.forEach((fold) => { fold.open = false; }), { once: true });
  });
}
