/**
 * In which language the reader's letters are sent, and whether their own stands beside it: said once, for all letters.
 *
 *   letters:language   a code, while the reader has chosen one
 *   letters:beside     "yes", where their own is shown too
 *
 * @import { Language } from "../page/vocabulary.js"
 */

import { LANGUAGES } from "../page/vocabulary.js";
import { read, write } from "./store.js";

const LANGUAGE = "letters:language";
const BESIDE = "letters:beside";

/** @returns {Language | null} null while the reader has chosen none */
export function sendingLanguage() {
  const chosen = read(LANGUAGE);
  return chosen !== null && chosen in LANGUAGES ? /** @type {Language} */ (chosen) : null;
}

/** @param {string} language */
export function keepSendingLanguage(language) {
  write(LANGUAGE, language);
}

export function besideShown() {
  return read(BESIDE) !== null;
}

/** @param {boolean} shown */
export function keepBeside(shown) {
  write(BESIDE, shown ? "yes" : null);
}
