import { GuideElement, keepKeysIn } from "./guide-element.js";
import { find } from "./markup.js";
import { webAddress } from "./web-address.js";

/** <share-page>: the address of this page through the phone's share sheet, or onto the clipboard. Nobody is told. */
class SharePage extends GuideElement {
  arrive(signal) {
    const said = find(this, "[role=status]");
    keepKeysIn(this, signal);
    find(this, "button").addEventListener("click", async () => {
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
    }, { signal });
    this.hidden = false;
  }
}

customElements.define("share-page", SharePage);
