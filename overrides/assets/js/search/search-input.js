import { isRaw } from "./search-composing.js";

/**
 * The theme's search hears keys alone. What is pasted, dictated or chosen from a list comes without them, and what an
 * input method has not yet made into a word comes with them: it hears of each change of the words, and of nothing else; also
 * when the box is emptied, whose button presses no key in it.
 */

const place = document.querySelector(".md-search");
/** @type {HTMLInputElement | null} */
const box = place?.querySelector(".md-search__input");

if (place && box) {
  const tell = () => box.dispatchEvent(new KeyboardEvent("keyup"));
  box.addEventListener("input", (event) => isRaw(event) || tell());
  box.addEventListener("compositionend", tell);
  box.form.addEventListener("reset", () => setTimeout(tell)); // It is emptied after it is told.
  place.addEventListener("keyup", (event) => event.target === box && isRaw(event) && event.stopPropagation(), { capture: true });
}
