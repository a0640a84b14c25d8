/**
 * What letters and the case share: `desk.json`, one for each language, is fetched when a module first needs it.
 * Whatever imports this waits for it; without it letters stay the templates they are.
 */

import { part } from "./markup.js";

const { data, templates } = await (await fetch(new URL("../desk.json", import.meta.url))).json();

const desk = document.createElement("template");
desk.innerHTML = templates;

/** The desk's data: fields, currencies, zones, words. */
export function deskData() {
  return data;
}

/** A fresh copy of one of the desk's templates. @param {string} name @returns {DocumentFragment} */
export function copyOf(name) {
  return document.importNode(template(name).content, true);
}

/** The words a template brings for what JavaScript says in it. @param {string} name @returns {DOMStringMap} */
export function wordsOf(name) {
  return template(name).dataset;
}

function template(name) {
  return part(desk.content, `template.${name}`);
}
