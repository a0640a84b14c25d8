import { copied } from "./copy.js";
import { GuideElement } from "./guide-element.js";
import { find } from "./markup.js";

/** <copy-text>: a number or an address that can be called or written to, and copied. */
class CopyText extends GuideElement {
  arrive(signal) {
    const button = find(this, "button");
    button.addEventListener("click", () => this.#copy(), { signal });
    button.hidden = false;
  }

  async #copy() {
    const { text, copied: done, refused } = this.dataset;
    find(this, ".copied-said").textContent = await copied(text) ? done : refused;
  }
}

customElements.define("copy-text", CopyText);
