/** Tells that the browser begins to print; print-as-opened.js, which stands on this, lets nobody else hear of it. */

/** @type {(() => void) | null} */
let waiting = null;

window.addEventListener("beforeprint", () => waiting?.());

/** @param {(() => void) | null} act  called when it does, in the place of any other */
export function whenPrintBegins(act) {
  waiting = act;
}
