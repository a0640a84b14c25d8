import { find } from "./markup.js";
import { walkOn } from "./walking.js";

/**
 * Say before each element of a name that what it needs did not come, with a way to load the page anew; until it is
 * there after all. What is left to the reader instead, if anything, its `data-instead` says.
 * @param {string} name
 */
export function sayNotCome(name) {
  document.documentElement.classList.add("in-part");
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(name))) {
    const note = sayBefore(place, place.dataset.instead);
    customElements.whenDefined(name).then(() => note?.remove());
  }
}

/**
 * Say before a part of the page, once, that what it needs did not come.
 * @param {Element} place @param {string} [left]  what is left to the reader @returns {HTMLElement | null} null if it is said already
 */
export function sayBefore(place, left) {
  if (place.previousElementSibling?.matches("p.not-come")) {
    return null;
  }
  const note = notCome(left);
  place.before(note);
  return note;
}

/** @param {string} [left]  what is left to the reader @returns {HTMLElement} what is said where something did not come */
export function notCome(left = "") {
  const note = /** @type {HTMLElement} */ (find(document, ".not-come-words > p").cloneNode(true));
  note.className = "not-come";
  note.setAttribute("role", "alert");
  find(note, "button").before(left && `${left} `);
  find(note, "button").addEventListener("click", () => {
    walkOn(window.location.href);
    window.location.reload();
  });
  return note;
}
