/**
 * The address follows the reader: an opened situation is named in it, so that a reload, a link that is sent and the
 * way to another language lead to the same place.
 */

import { named } from "./open-target.js";

/** Milliseconds in which a plan is brought and drawn. The browser then looks for what the address names, in all of the page. */
const DRAWN = 300;

document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".situation[id]") && target.open) {
    const before = window.location.hash;
    const isStillThere = () => target.open && window.location.hash === before; // Else a link has led on meanwhile.
    setTimeout(() => isStillThere() && history.replaceState(history.state, "", `#${target.id}`), DRAWN);
  }
}, { capture: true });

for (const link of document.querySelectorAll(".other-language")) {
  link.addEventListener("click", () => { /** @type {HTMLAnchorElement} */ (link).hash = window.location.hash; });
}

/** Milliseconds after which a page that was moved stands. */
const RESTS = 200;
/** What a reader does first on a page that has come back. */
const MOVES = ["pointerdown", "touchmove", "wheel", "keydown"];

/**
 * A page that comes back stands where it was left before its plan is drawn anew, piece by piece. The browser would follow
 * what it finds there meanwhile; until the reader moves, it is led back instead.
 * @param {number} left  how far down
 */
function standStill(left) {
  const { style } = document.documentElement;
  const grown = new ResizeObserver(() => window.scrollTo({ top: left, behavior: "instant" }));
  const goOn = () => {
    style.overflowAnchor = "";
    grown.disconnect();
  };
  style.overflowAnchor = "none";
  grown.observe(document.body);
  MOVES.forEach((move) => window.addEventListener(move, goOn, { once: true, passive: true }));
}

const isPlan = () => document.getElementById(named())?.matches(".situation");
const [came] = /** @type {(PerformanceNavigationTiming | undefined)[]} */ (performance.getEntriesByType("navigation"));
if (came?.type !== "navigate" && isPlan() && history.state?.left) {
  standStill(history.state.left);
}
let resting = 0;
window.addEventListener("scroll", () => {
  clearTimeout(resting);
  resting = setTimeout(() => isPlan() && history.replaceState({ ...history.state, left: window.scrollY }, ""), RESTS);
}, { passive: true });
