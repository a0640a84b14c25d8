/**
 * The address follows the reader: an opened situation is named in it, so that a reload, a link that is sent and the
 * way to another language lead to the same place.
 */

/** Milliseconds in which a plan is brought and drawn. The browser then looks for what the address names, in all of the page. */
const DRAWN = 300;

document.addEventListener("toggle", ({ target }) => {
  if (target instanceof HTMLDetailsElement && target.matches(".situation[id]") && target.open) {
    setTimeout(() => target.open && history.replaceState(history.state, "", `#${target.id}`), DRAWN);
  }
}, { capture: true });

for (const link of document.querySelectorAll(".other-language")) {
  link.addEventListener("click", () => { /** @type {HTMLAnchorElement} */ (link).hash = window.location.hash; });
}
