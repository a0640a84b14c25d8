/** Parts of the guide's other pages, to be shown on this one. */

import { element } from "./markup.js";

const texts = new Map();
const pages = new Map();

/**
 * A part of another page, its links made to lead where they lead there.
 * @param {string} address  the page, as this one links to it @param {string} selector
 * @returns {Promise<Element | null>} a copy to put on this page; null if the page has no such part
 * @throws if the page cannot be had; the next call tries again
 */
export async function elementOf(address, selector) {
  const { text, url } = await textOf(address);
  if (!pages.has(address)) {
    const page = new DOMParser().parseFromString(text, "text/html");
    leadThere(page, url);
    pages.set(address, page);
  }
  const found = pages.get(address).querySelector(selector);
  return found && document.importNode(found, true);
}

/**
 * The same for what stands there between `<!--part name-->` and `<!--/part name-->`. Nothing else of the page is parsed:
 * all of a long one would hold up a slow phone.
 * @param {string} address @param {string} name
 * @returns {Promise<DocumentFragment | null>}
 */
export async function partOf(address, name) {
  const { text, url } = await textOf(address);
  const [, rest] = text.split(`<!--part ${name}-->`);
  if (rest === undefined) {
    return null;
  }
  const { content } = element("template", { innerHTML: rest.split(`<!--/part ${name}-->`)[0] });
  leadThere(content, url);
  return document.importNode(content, true);
}

function leadThere(part, url) {
  for (const link of part.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), url).href; // From here the same way would lead elsewhere.
  }
}

async function textOf(address) {
  if (!texts.has(address)) {
    texts.set(address, fetchText(address));
  }
  try {
    return await texts.get(address);
  } catch (error) {
    texts.delete(address);
    throw error;
  }
}

async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return { text: await answer.text(), url: answer.url };
}
