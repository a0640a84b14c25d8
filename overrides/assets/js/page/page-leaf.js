import { GuideElement } from "./guide-element.js";
import { named, unfold } from "./open-target.js";
import { askFor, partOf } from "./other-page.js";

/**
 * <page-leaf>: in a fold, the place of what stands on a page of its own, a leaf (`data-page`), with the way there. It
 * brings that here once the fold is opened, and says so with a `leaf` event; where it cannot be had the way stays.
 */
class PageLeaf extends GuideElement {
  arrive(signal) {
    const fold = this.closest("details");
    // A finger comes down a moment before it opens anything.
    fold.addEventListener("pointerdown", () => askFor(this.dataset.page), { signal });
    fold.addEventListener("toggle", () => fold.open && this.bring(), { signal });
    if (fold.open) {
      this.bring();
    }
  }

  /** Puts the leaf here, once. @returns {Promise<void>} when it is here, or cannot be had */
  bring() {
    return this.coming ??= this.#bring();
  }

  async #bring() {
    const { parentElement } = this;
    const part = await leafAt(this.dataset.page);
    if (!part) {
      this.coming = null; // Asked again when it is next opened.
      return;
    }
    const sought = this.contains(document.getElementById(named()));
    parentElement.dataset.leaf = this.dataset.page;
    this.replaceWith(part);
    leadWithin(parentElement);
    parentElement.dispatchEvent(new Event("leaf", { bubbles: true }));
    if (sought) {
      unfold();
      document.getElementById(named())?.scrollIntoView();
    }
  }
}

/**
 * What a leaf is there for, to be shown on this page: its headings are of the level that they are written in.
 * @param {string} address @returns {Promise<DocumentFragment | null>} null where it cannot be had
 */
export async function leafAt(address) {
  const part = await partOf(address, "leaf");
  part?.querySelectorAll("h4[aria-level]").forEach((heading) => heading.removeAttribute("aria-level"));
  return part;
}

/** Brings the leaf that a part of the page has a place for, unless it is here or has none. @param {Element | null} part */
export function bringLeaf(part) {
  /** @type {PageLeaf | null | undefined} */ (part?.querySelector("page-leaf"))?.bring();
}

/** What stands on this page is reached without loading it anew. */
function leadWithin(place) {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (place.querySelectorAll("a[href*='#']"))) {
    const below = link.origin === window.location.origin && link.pathname.startsWith(window.location.pathname);
    if (below && document.getElementById(link.hash.slice(1))) {
      link.setAttribute("href", link.hash);
    }
  }
}

customElements.define("page-leaf", PageLeaf);
