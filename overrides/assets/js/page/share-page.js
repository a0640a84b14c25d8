import { GuideElement, keepKeysIn } from "./guide-element.js";
import { find } from "./markup.js";
import { webAddress } from "./web-address.js";

/** <share-page>: the address of this page, and of the plan that is open, through the phone's share sheet or onto the clipboard. Nobody is told. */
class SharePage extends GuideElement {
  arrive(signal) {
    const said = find(this, "[role=status]");
    keepKeysIn(this, signal);
    find(this, "button").addEventListener("click", async () => {
      const url = webAddress(window.location.href.replace(/[?#].*/, "") + situationHere());
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

/** What happened, where the reader has it open: the one that the address names, or else the first. Nothing else of an address is for others. */
function situationHere() {
  const open = [...document.querySelectorAll("details.situation[id][open]")].map(({ id }) => `#${id}`);
  return open.find((name) => name === window.location.hash) ?? open[0] ?? "";
}

customElements.define("share-page", SharePage);
