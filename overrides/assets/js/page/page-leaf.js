import { GuideElement } from "./guide-element.js";
import { unfold } from "./open-target.js";
import { partOf } from "./other-page.js";

const NEAR = "400px";

/**
 * <page-leaf>: the place of what stands on a page of its own, a leaf (`data-page`), with the way there. It brings that
 * here once the reader comes near, and says so with a `leaf` event; where it cannot be had the way stays.
 */
class PageLeaf extends GuideElement {
  arrive(signal) {
    // Folded, it is nowhere: opening the fold brings it into sight.
    const sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        this.bring();
      }
    }, { rootMargin: NEAR });
    sight.observe(this);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  /** Puts the leaf here, once. @returns {Promise<void>} when it is here, or cannot be had */
  bring() {
    return this.coming ??= this.#bring();
  }

  async #bring() {
    const { parentElement } = this;
    const part = await partOf(this.dataset.page, "leaf");
    if (!part) {
      this.coming = null; // Asked again when it next comes into sight.
      return;
    }
    const named = this.querySelector(`[id="${CSS.escape(decodeURIComponent(window.location.hash.slice(1)))}"]`);
    this.replaceWith(part);
    leadWithin(parentElement);
    parentElement.dispatchEvent(new Event("leaf", { bubbles: true }));
    if (named) {
      unfold();
      document.getElementById(named.id)?.scrollIntoView();
    }
  }
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
