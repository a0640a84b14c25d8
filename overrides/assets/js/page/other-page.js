/** Parts of the guide's other pages, to be shown on this one. */

import { element } from "./markup.js";

const texts = new Map();
const pages = new Map();

/** Whether another page can be had. @param {string} address */
export async function canBeHad(address) {
  return (await textOf(address)) !== null;
}

/**
 * A part of another page, its links made to lead where they lead there.
 * @param {string} address  the page, as this one links to it @param {string} selector
 * @returns {Promise<Element | null>} a copy to put on this page; null if the page has no
 * such part or cannot be had, for which the next call tries again
 */
export async function elementOf(address, selector) {
  const got = await textOf(address);
  if (!got) {
    return null;
  }
  if (!pages.has(address)) {
    const page = new DOMParser().parseFromString(got.text, "text/html");
    leadThere(page, got.url);
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
  const got = await textOf(address);
  const [, rest] = got?.text.split(`<!--part ${name}-->`) ?? [];
  if (rest === undefined) {
    return null;
  }
  const { content } = element("template", { innerHTML: rest.split(`<!--/part ${name}-->`)[0] });
  leadThere(content, got.url);
  const part = document.createDocumentFragment();
  part.append(...content.childNodes);
  return part;
}

/** From here the same ways would lead elsewhere: those of links, and those of what a script will fetch. */
function leadThere(part, url) {
  for (const link of part.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), url).href;
  }
  for (const { dataset } of part.querySelectorAll("plan-region")) {
    for (const name of ["where", "page"]) {
      dataset[name] = new URL(dataset[name], url).href.replaceAll("%7B", "{").replaceAll("%7D", "}");
    }
  }
}

/** @returns {Promise<{text: string, url: string} | null>} */
function textOf(address) {
  if (!texts.has(address)) {
    texts.set(address, fetchText(address).catch(() => {
      texts.delete(address);
      return null;
    }));
  }
  return texts.get(address);
}

async function fetchText(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return { text: await answer.text(), url: answer.url };
}
