/**
 * What letters and the case share: the desk's data is fetched once, when a module first needs it. Elements that need it
 * are defined when it has come, and nothing here is asked for before; without it they stay the templates they are.
 */

import { element, find } from "./markup.js";
import { sayNotCome } from "./not-come.js";
import { home, sharedData } from "./shared-data.js";

const desk = element("template");
let data;
/** @type {Promise<void> | undefined} */
let coming;

/**
 * Kept once the desk is here. It is as heavy as all else of a page, so the first call asks for it and not this module,
 * which may come with every page.
 * @returns {Promise<void>}
 */
export function deskIsHere() {
  coming ??= sharedData("desk").then((found) => {
    data = found.data;
    desk.innerHTML = found.templates;
    // The page they come to may stand elsewhere.
    for (const { content } of desk.content.querySelectorAll("template")) {
      content.querySelectorAll("a[href]").forEach((link) => { link.href = new URL(link.getAttribute("href"), home).href; });
      content.querySelectorAll("[data-providers]").forEach(({ dataset }) => ["providers", "page"].forEach((way) => {
        dataset[way] = decodeURI(new URL(dataset[way], home).href); // With the place for a region that it has.
      }));
    }
  });
  return coming;
}

/**
 * Define an element once what it needs is here; where that does not come, its place says so.
 * @param {string} name @param {CustomElementConstructor} made @param {Promise<unknown>} [needed]
 */
export function defineWhenHere(name, made, needed = deskIsHere()) {
  needed.then(() => customElements.define(name, made), () => sayNotCome(name));
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
  return find(desk.content, `template.${name}`);
}
