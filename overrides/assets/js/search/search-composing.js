import { pageLanguage } from "../page/page-language.js";
import { LANGUAGES } from "../page/vocabulary.js";

/**
 * Whether what stands in a box is still the raw keys of an input method, and no word. Keyboards of phones compose English
 * words in Latin letters too: who reads these is heard with each of them.
 * @param {Event} event  of a key or of input
 */
export function isRaw(event) {
  return LANGUAGES[pageLanguage].fullWidth && /** @type {InputEvent} */ (event).isComposing;
}
