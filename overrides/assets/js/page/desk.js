/**
 * What letters and the case share: the desk's data is fetched when a module first needs it.
 * Whatever imports this waits for it; without it letters stay the templates they are.
 */

import { element, part } from "./markup.js";
import { home, sharedData } from "./shared-data.js";

const { data, templates } = await sharedData("desk");

const desk = element("template", { innerHTML: templates });

// The page they come to may stand elsewhere.
for (const { content } of desk.content.querySelectorAll("template")) {
  content.querySelectorAll("a[href]").forEach((link) => { link.href = new URL(link.getAttribute("href"), home).href; });
  content.querySelectorAll("[data-providers]").forEach(({ dataset }) => { dataset.providers = new URL(dataset.providers, home).href; });
}

/** The desk's data: fields, currencies, zones, words. @returns {Desk} */
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
