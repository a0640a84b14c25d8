import { part } from "./markup.js";

/**
 * <letter-text>: one letter in one language, with a button that copies it as plain text.
 *
 * Only `.letter-line` elements are the letter; notes between them are for the reader. What it says
 * comes in `data-copied` and `data-refused`.
 */
class LetterText extends HTMLElement {
  #leave;

  connectedCallback() {
    this.paper = part(this, ".letter-paper");
    this.said = part(this, ".letter-said");

    this.#leave = new AbortController();
    const { signal } = this.#leave;
    part(this, ".letter-copy").addEventListener("click", () => this.#copy(), { signal });
    // The theme's single-key shortcuts (n, p, s …) would leave the page from our button.
    this.addEventListener("keydown", (event) => event.stopPropagation(), { signal });

    part(this, ".letter-ways").hidden = false;
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  /** The letter as plain text: paragraphs apart by an empty line, lines inside them kept. */
  get text() {
    return [...this.paper.querySelectorAll(".letter-line")].map((line) => line.textContent).join("\n\n");
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.text);
      this.said.textContent = this.dataset.copied;
    } catch {
      // Refused, or no secure context: leave the copying to the reader's own hand.
      window.getSelection().selectAllChildren(this.paper);
      this.said.textContent = this.dataset.refused;
    }
  }
}

customElements.define("letter-text", LetterText);
