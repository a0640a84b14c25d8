/** Parts of the guide's other pages, to be shown on this one. */

const pages = new Map();

/**
 * A part of another page, its links made to lead where they lead there.
 * @param {string} address  the page, as this one links to it @param {string} selector
 * @returns {Promise<Element | null>} a copy to put on this page; null if the page has no such part
 * @throws if the page cannot be had; the next call tries again
 */
export async function elementOf(address, selector) {
  if (!pages.has(address)) {
    pages.set(address, fetchPage(address));
  }
  try {
    const found = (await pages.get(address)).querySelector(selector);
    return found && document.importNode(found, true);
  } catch (error) {
    pages.delete(address);
    throw error;
  }
}

async function fetchPage(address) {
  const answer = await fetch(address);
  if (!answer.ok) {
    throw new Error(`${address}: ${answer.status}`);
  }
  const other = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of other.querySelectorAll("a[href]")) {
    link.href = new URL(link.getAttribute("href"), answer.url).href; // From here the same way would lead elsewhere.
  }
  return other;
}
