/** What the letters of a page share: `desk.html` brings it once, as data and as HTML to clone. */

import { part } from "./markup.js";

let desk;

/** The data of the page's desk: fields, currencies, zones, words. Empty of everything where a page has none. */
export function deskData() {
  desk ??= JSON.parse(part(document.body, ".desk-data").textContent);
  return desk;
}

/** A fresh copy of one of the desk's templates. @param {string} name @returns {DocumentFragment} */
export function copyOf(name) {
  return template(name).content.cloneNode(true);
}

/** The words a template brings for what JavaScript says in it. @param {string} name @returns {DOMStringMap} */
export function wordsOf(name) {
  return template(name).dataset;
}

function template(name) {
  return part(document.body, `.desk > template.${name}`);
}
