import { accountRegionOf, providerOf, watchKinds, WHITHER } from "../kept/cases.js";
import { countingRegion } from "../kept/region.js";
import "../page/copy-text.js";
import { GuideElement } from "../page/guide-element.js";
import { fill } from "../page/markup.js";
import { elementOf } from "../page/other-page.js";
import { regionOf } from "./provider-region.js";

/**
 * <provider-freeze>: how the wallet of a case is frozen, or who can be asked to, as its region's page (`data-page`) says
 * it. Nothing while the wallet or its region is not known.
 */
class ProviderFreeze extends GuideElement {
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
    const freeze = wanted && await elementOf(page, `.presence[data-provider="${wallet}"] .freeze`);
    if (wanted !== this.#shown) {
      return; // Another was chosen meanwhile.
    }
    this.replaceChildren(...(freeze ? [freeze] : []));
    this.hidden = !freeze;
  }
}

/** Where a wallet is, as the choice of one says; nowhere if that does not know it. @param {string} wallet */
function regionsOf(wallet) {
  const options = /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll(".chooser-wallet option"));
  return [...options].find(({ value }) => value === wallet)?.dataset.regions?.split(" ") ?? [];
}

customElements.define("provider-freeze", ProviderFreeze);
