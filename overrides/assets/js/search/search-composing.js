import { pageLanguage } from "../page/page-language.js";

/**
 * Whether what stands in a box is still the raw keys of an input method, and no word. Keyboards of phones compose English
 * words too, letter by letter: who writes English is heard with each of them.
 * @param {Event} event  of a key or of input
 */
export function isRaw(event) {
  return pageLanguage !== "en" && /** @type {InputEvent} */ (event).isComposing;
}
