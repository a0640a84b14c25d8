import { GuideElement } from "./guide-element.js";
import { part } from "./markup.js";

/** <copy-text>: a number or an address that can be called or written to, and copied. */
class CopyText extends GuideElement {
  arrive(signal) {
    const button = part(this, "button");
    button.addEventListener("click", () => this.#copy(), { signal });
    button.hidden = false;
  }

  async #copy() {
    const { text, copied, refused } = this.dataset;
    part(this, ".copied-said").textContent = await navigator.clipboard.writeText(text).then(() => copied, () => refused);
  }
}

customElements.define("copy-text", CopyText);
