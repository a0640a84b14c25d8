import { accountRegionOf, providerOf, watchKinds, WHITHER } from "../kept/cases.js";
import { countingRegion } from "../kept/region.js";
import "../page/copy-text.js";
import { GuideElement } from "../page/guide-element.js";
import { element } from "../page/markup.js";
import { elementOf } from "../page/other-page.js";

/**
 * <provider-freeze>: how the wallet of a case is frozen, or who can be asked to, as the directory says it. Nothing while
 * the wallet or its region is not known.
 */
class ProviderFreeze extends GuideElement {
  #shown = null;

  arrive(signal) {
    watchKinds(WHITHER, () => this.#show(), signal);
    this.#show();
  }

  async #show() {
    const wallet = providerOf(this.dataset.issue);
    const region = accountRegionOf(this.dataset.issue) ?? countingRegion().id;
    const wanted = wallet && /^[a-z0-9-]+$/.test(wallet) ? `${wallet} ${region ?? ""}` : null;
    if (wanted === this.#shown) {
      return;
    }
    this.#shown = wanted;
    const freeze = wanted && await freezeOf(this.dataset.providers, wallet, region);
    if (wanted !== this.#shown) {
      return; // Another was chosen meanwhile.
    }
    this.replaceChildren(element("dl", {}, ...(freeze ? [freeze] : [])));
    this.hidden = !freeze;
  }
}

/** In that region, or, where the wallet is in one alone, in that. */
function freezeOf(address, wallet, region) {
  const of = `.presence[data-provider="${wallet}"]`;
  return elementOf(address, `${of}[data-region="${region}"] .freeze, .provider[data-alone] ${of} .freeze`);
}

customElements.define("provider-freeze", ProviderFreeze);
