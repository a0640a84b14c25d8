/** What the pages of a language share: JSON beside the scripts, fetched when one of them first needs it. */

import { find } from "./markup.js";
import { pageLanguage } from "./page-language.js";

/** Where the language's pages begin. Links in shared data are written as seen from there. */
export const home = new URL(find(document.head, "meta[name=guide-home]").content, document.baseURI);

/** @param {"desk" | "papers" | "searched"} name @returns {Promise<any>} its content */
export async function sharedData(name) {
  return (await fetch(new URL(`../../${name}.${pageLanguage}.json`, import.meta.url))).json();
}
