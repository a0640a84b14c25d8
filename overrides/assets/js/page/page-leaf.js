import { GuideElement } from "./guide-element.js";
import { notCome } from "./not-come.js";
import { oncePainted } from "./once-painted.js";
import { named, unfold } from "./open-target.js";
import { partOf } from "./other-page.js";

/**
 * <page-leaf>: in a fold, the place of what stands on a page of its own, a leaf (`data-page`), with the way there. It
 * brings that here once the fold is opened, and tells so by a `leaf` event; where it cannot be had it says so, and the way
 * stays.
 */
export class PageLeaf extends GuideElement {
  /** Whether a finger is about to open the fold. */
  #opening = false;

  arrive(signal) {
    const fold = this.closest("details");
    // A finger comes down a moment before it opens anything, and what is put into a closed fold need not be drawn.
    fold.addEventListener("pointerdown", () => fold.open || this.#hasten(), { signal });
    fold.addEventListener("pointercancel", () => { this.#opening = false; }, { signal });
    fold.addEventListener("toggle", () => fold.open && this.bring(), { signal });
    if (fold.open) {
      this.bring();
    }
  }

  #hasten() {
    this.#opening = true;
    this.bring();
  }

  /** Puts the leaf here, once. @returns {Promise<void>} when it is here, or cannot be had */
  bring() {
    return this.coming ??= this.#bring();
  }

  async #bring() {
    const { parentElement } = this;
    const fold = this.closest("details");
    const part = await leafAt(this.dataset.page);
    if (!part) {
      this.coming = null; // Asked again when it is next opened.
      if (fold.open && !this.querySelector(".not-come")) {
        this.prepend(notCome());
      }
      return;
    }
    const sought = fold.open && this.contains(document.getElementById(named()));
    if (this.#opening && !fold.open) {
      beginFirst(part.firstElementChild, fold);
    }
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
 * Has the beginning of a part drawn first, once a finger has opened its fold: a slow phone needs as long for the rest. A
 * finger that went on to move the page opens nothing.
 * @param {Element} part @param {HTMLDetailsElement} fold
 */
function beginFirst(part, fold) {
  const goOn = () => part.classList.remove("opening");
  part.classList.add("opening");
  fold.addEventListener("toggle", () => oncePainted(goOn), { once: true });
  fold.addEventListener("pointercancel", goOn, { once: true });
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
