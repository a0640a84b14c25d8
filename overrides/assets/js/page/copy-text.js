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
    const { text, copied, refused } = this.dataset;
    const said = find(this, ".copied-said");
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = copied;
    } catch {
      said.textContent = refused; // Or there is no clipboard: without a secure context browsers have none.
    }
  }
}

customElements.define("copy-text", CopyText);
