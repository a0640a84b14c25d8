import { accountRegionOf, keepAccountRegion, keepProvider, providerOf, watchKinds, WHITHER } from "../kept/cases.js";
import { chooseRegion, countingRegion, regionOf } from "../kept/region.js";
import "../kept/which-region.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";
import { sayNotCome } from "../page/not-come.js";
import { chooseAsSearched } from "./as-searched.js";

const NOT_LISTED = "other";

/**
 * <provider-choice>: which wallet it is about. With `data-issue` that case's, else the one for all that follows.
 *
 * The region follows from the wallet. Where it does not, the one that counts is named, and asked for if the wallet is
 * not there. With `data-names-region` it is named before a wallet is chosen, too.
 */
class ProviderChoice extends GuideElement {
  static observedAttributes = ["data-issue"];

  arrive(signal) {
    this.wallet = find(this, ".chooser-wallet");
    this.region = find(this, "which-region");
    keepKeysIn(this, signal);
    // What is chosen here is no value of the form it may stand in.
    this.addEventListener("input", (event) => event.stopPropagation(), { signal });
    this.wallet.addEventListener("change", () => this.#choose(), { signal });
    this.region.addEventListener("said", (/** @type {CustomEvent} */ { detail }) => this.#keepRegion(detail), { signal });
    watchKinds(WHITHER, () => this.#show(), signal);
    ready(find(this, ".provider-chooser"));
    this.#show();
  }

  attributeChangedCallback(name, before, now) {
    if (this.wallet && before !== now) {
      this.#show();
    }
  }

  /**
   * Choose a wallet as by hand, and where the account with it is; nothing that the list has not.
   * @param {string} wallet @param {string | null} region  null where nobody said
   */
  choose(wallet, region) {
    if ([...this.wallet.options].some(({ value }) => value === wallet)) {
      this.wallet.value = wallet;
      this.#choose();
      if (this.#chosen()?.regions.includes(region)) {
        this.#keepRegion(region);
      }
    }
  }

  get #issue() {
    return this.dataset.issue ?? "";
  }

  #choose() {
    const wallet = this.#chosen();
    keepProvider(this.#issue, this.wallet.value);
    if (wallet?.regions.length === 1) {
      chooseRegion(wallet.regions[0]);
    }
  }

  /** That the account is where the reader says holds for this wallet alone, whatever region counts later. */
  #keepRegion(region) {
    if (this.#chosen()) {
      keepAccountRegion(this.#issue, this.wallet.value, region);
    }
  }

  /** The wallet that the list shows, or null while that is none of ours. */
  #chosen() {
    const option = this.wallet.selectedOptions[0];
    const regions = option?.dataset.regions?.split(" ");
    return regions ? { regions, name: option.textContent } : null;
  }

  #show() {
    this.wallet.value = providerOf(this.#issue) ?? "";
    if (this.wallet.selectedIndex < 0) {
      this.wallet.value = ""; // A wallet that an earlier version of the guide knew.
    }
    const wallet = this.#chosen();
    this.#nameRegion(wallet);
    this.#lead(wallet);
    if (wallet && document.querySelector("provider-freeze")) {
      import("./provider-freeze.js").catch(() => sayNotCome("provider-freeze"));
    }
  }

  #nameRegion(wallet) {
    this.region.hidden = wallet ? wallet.regions.length === 1 : !("namesRegion" in this.dataset && countingRegion().id);
    put(this.region.dataset, "regions", wallet?.regions.join(" "));
    put(this.region.dataset, "answer", wallet && accountRegionOf(this.#issue));
  }

  #lead(wallet) {
    const more = find(this, ".chooser-more");
    const link = find(more, "a");
    const { providers, page } = find(this, ".provider-chooser").dataset;
    more.hidden = this.wallet.value === "";
    if (wallet) {
      link.textContent = fill(link.dataset.chosen, { provider: wallet.name });
      const region = regionOf(wallet.regions, accountRegionOf(this.#issue) ?? countingRegion().id);
      link.href = `${region ? fill(page, { region }) : providers}#${this.wallet.value}`;
    } else if (this.wallet.value === NOT_LISTED) {
      link.textContent = link.dataset.other;
      link.href = `${providers}#not-listed`;
    }
  }
}

/** @param {DOMStringMap} data @param {string} name @param {string | null | undefined} value  none takes it away */
function put(data, name, value) {
  if (value) {
    data[name] = value;
  } else {
    delete data[name];
  }
}

customElements.define("provider-choice", ProviderChoice);
chooseAsSearched(document.querySelector("provider-choice"));
