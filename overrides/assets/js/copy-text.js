import { part } from "./markup.js";

/** <copy-text>: a number or an address that can be called or written to, and copied. */
class CopyText extends HTMLElement {
  connectedCallback() {
    const button = part(this, "button");
    button.addEventListener("click", () => this.#copy());
    button.hidden = false;
  }

  async #copy() {
    const { text, copied, refused } = this.dataset;
    part(this, ".copied-said").textContent = await navigator.clipboard.writeText(text).then(() => copied, () => refused);
  }
}

customElements.define("copy-text", CopyText);
