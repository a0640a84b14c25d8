/** The letters in the languages other than the page's, fetched when a letter is first opened. */

import { element } from "../page/markup.js";
import { sharedData } from "../page/shared-data.js";

let papers;

/** Kept once they are here. @type {Promise<void>} */
export const papersAreHere = sharedData("papers").then((found) => { papers = found; });

/** @param {string} letter @returns {DocumentFragment} it in every other language, as the server wrote it */
export function otherVersions(letter) {
  return element("template", { innerHTML: papers[letter] }).content;
}
