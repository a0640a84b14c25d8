import { find } from "./markup.js";
import { walkOn } from "./walking.js";

/**
 * Say before each element of a name that what it needs did not come, with a way to load the page anew; until it is
 * there after all.
 * @param {string} name
 */
export function sayNotCome(name) {
  document.documentElement.classList.add("in-part");
  for (const place of document.querySelectorAll(name)) {
    if (!place.previousElementSibling?.matches("p.not-come")) {
      const note = notCome();
      place.before(note);
      customElements.whenDefined(name).then(() => note.remove());
    }
  }
}

/** @returns {HTMLElement} what is said where something did not come */
export function notCome() {
  const note = /** @type {HTMLElement} */ (find(document, ".not-come-words > p").cloneNode(true));
  note.className = "not-come";
  note.setAttribute("role", "alert");
  find(note, "button").addEventListener("click", () => {
    walkOn(window.location.href);
    window.location.reload();
  });
  return note;
}
