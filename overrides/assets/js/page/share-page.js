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
      const situation = situationHere();
      const url = webAddress(window.location.href.replace(/[?#].*/, "") + (situation ? addressOf(situation) : ""));
      const title = situation ? find(situation, "summary").textContent.trim() : document.title;
      if (navigator.share) {
        const byHand = () => { said.textContent = url; };
        await share({ title, url }, byHand) === "shared" ? said.textContent = "" : byHand();
      } else {
        said.textContent = await copied(url) ? this.dataset.copied : url;
      }
    }, { signal });
    this.hidden = false;
  }
}

/** What happened, where the reader has it open: the one that the address names, or else the first. Nothing else of an address is for others. */
function situationHere() {
  const open = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("details.situation[id][open]")]);
  return open.find(({ id }) => `#${id}` === window.location.hash) ?? open[0] ?? null;
}

/** Seen from this page: the leaf of a situation, which says in its title what happened, or else its place here. */
function addressOf({ id, dataset }) {
  return dataset.leaf ?? `#${id}`;
}

customElements.define("share-page", SharePage);
