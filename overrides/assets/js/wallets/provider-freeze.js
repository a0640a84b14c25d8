import { accountRegionOf, providerOf, watchKinds, WHITHER } from "../kept/cases.js";
import { countingRegion, regionOf } from "../kept/region.js";
import "../page/copy-text.js";
import { GuideElement } from "../page/guide-element.js";
import { fill } from "../page/markup.js";
import { notCome } from "../page/not-come.js";
import { canBeHad, elementOf } from "../page/other-page.js";

/**
 * <provider-freeze>: how the wallet of a case is frozen, or who can be asked to, as its region's page (`data-page`) says
 * it. Nothing while the wallet or its region is not known; where that page cannot be had, what is left (`data-instead`).
 */
class ProviderFreeze extends GuideElement {
  /** @type {string | null | undefined} */
  #shown = null;

  arrive(signal) {
    watchKinds(WHITHER, () => this.#show(), signal);
    this.#show();
  }

  async #show() {
    const wallet = providerOf(this.dataset.issue);
    const region = wallet && regionOf(regionsOf(wallet), accountRegionOf(this.dataset.issue) ?? countingRegion().id);
    const wanted = region ? `${wallet} ${region}` : null;
    if (wanted === this.#shown) {
      return;
    }
    this.#shown = wanted;
    const page = fill(this.dataset.page, { region });
    const lost = wanted && !await canBeHad(page);
    const freeze = wanted && !lost && await elementOf(page, `.presence[data-provider="${wallet}"] .freeze`);
    if (wanted !== this.#shown) {
      return; // Another was chosen meanwhile.
    }
    const shown = lost ? notCome(this.dataset.instead) : freeze;
    this.replaceChildren(...(shown ? [shown] : []));
    this.hidden = !shown;
    if (lost) {
      this.#shown = undefined; // Asked again with the next change.
    }
  }
}

/** Where a wallet is, as the choice of one says; nowhere if that does not know it. @param {string} wallet */
function regionsOf(wallet) {
  const options = /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll(".chooser-wallet option"));
  return [...options].find(({ value }) => value === wallet)?.dataset.regions?.split(" ") ?? [];
}

customElements.define("provider-freeze", ProviderFreeze);
