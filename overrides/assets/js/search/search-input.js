/**
 * The theme's search hears keys alone. What is pasted, dictated or chosen from a list comes without them, and what an
 * input method has not yet made into a word comes with them: it hears of each change of the words, and of nothing else.
 */

const place = document.querySelector(".md-search");
const box = place?.querySelector(".md-search__input");

if (place && box) {
  const tell = () => box.dispatchEvent(new KeyboardEvent("keyup"));
  box.addEventListener("input", (event) => /** @type {InputEvent} */ (event).isComposing || tell());
  box.addEventListener("compositionend", tell);
  place.addEventListener("keyup", (event) => event.target === box && event.isComposing && event.stopPropagation(), { capture: true });
}
