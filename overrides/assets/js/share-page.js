import { part } from "./markup.js";
import { webAddress } from "./web-address.js";

/** <share-page>: the address of this page through the phone's share sheet, or onto the clipboard. Nobody is told. */
class SharePage extends HTMLElement {
  connectedCallback() {
    const said = part(this, "[role=status]");
    this.addEventListener("keydown", (event) => event.stopPropagation());
    part(this, "button").addEventListener("click", async () => {
      const url = webAddress(window.location.href.replace(/[?#].*/, ""));
      try {
        if (navigator.share) {
          await navigator.share({ title: document.title, url });
        } else {
          await navigator.clipboard.writeText(url);
          said.textContent = this.dataset.copied;
        }
      } catch {
        said.textContent = url; // Refused, or closed by the reader: the address can be copied by hand.
      }
    });
    this.hidden = false;
  }
}

customElements.define("share-page", SharePage);
