import { copied } from "./copy.js";
import { GuideElement, keepKeysIn } from "./guide-element.js";
import { find } from "./markup.js";
import { share } from "./share-sheet.js";
import { webAddress } from "./web-address.js";

/** <share-page>: the address of this page, and of the plan that is open, through the phone's share sheet or onto the clipboard. Nobody is told. */
class SharePage extends GuideElement {
  arrive(signal) {
    const said = find(this, "[role=status]");
    keepKeysIn(this, signal);
    find(this, "button").addEventListener("click", async () => {
      const url = webAddress(window.location.href.replace(/[?#].*/, "") + situationHere());
      if (navigator.share) {
        const byHand = () => { said.textContent = url; };
        await share({ title: document.title, url }, byHand) === "shared" ? said.textContent = "" : byHand();
      } else {
        said.textContent = await copied(url) ? this.dataset.copied : url;
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
