import { countingRegion, watchRegion } from "../kept/region.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";
import { folded, isFound } from "./provider-search.js";

/**
 * <provider-finder>: the list of wallets, narrowed to what is typed and to a region; Enter goes to the first. Of a wallet
 * that is in several regions, the way to the reader's own comes first.
 */
class ProviderFinder extends GuideElement {
  arrive(signal) {
    this.wallets = [...this.querySelectorAll(".wallet")].map((entry) => ({
      entry,
      names: entry.dataset.names.split("|").map(folded),
      regions: [...entry.querySelectorAll("a")].map(({ dataset }) => dataset.region),
    }));
    this.name = find(this, ".finder-name");
    this.region = find(this, ".finder-region");
    keepKeysIn(find(this, ".finder"), signal);
    this.name.addEventListener("input", () => this.#show(), { signal });
    this.name.addEventListener("keydown", (event) => this.#press(event), { signal });
    this.region.addEventListener("change", () => this.#show(), { signal });
    // A link to a wallet that is filtered out brings all of them back.
    window.addEventListener("hashchange", () => this.#unhide(), { signal });
    watchRegion(() => this.#bringFirst(), signal);
    ready(find(this, ".finder"));
    this.#bringFirst();
    this.#show();
  }

  #bringFirst() {
    const { id } = countingRegion();
    for (const own of this.querySelectorAll(`.wallet a[data-region="${id}"]`)) {
      const first = find(own.parentElement, "a");
      if (first !== own) {
        first.before(own, " ");
      }
    }
  }

  /** An input method takes Enter for itself while it is choosing characters. */
  #press({ key, isComposing }) {
    const [found, another] = this.found;
    if (key === "Enter" && !isComposing && this.name.value.trim() && found) {
      const links = [...found.entry.querySelectorAll("a")].filter((link) => !this.region.value || link.dataset.region === this.region.value);
      const only = !another && links.length === 1;
      only ? links[0].click() : links[0].focus();
    }
  }

  #show() {
    const [typed, region] = [this.name.value, this.region.value];
    this.found = this.wallets.filter((wallet) => isFound(wallet, typed, region));
    for (const wallet of this.wallets) {
      wallet.entry.hidden = !this.found.includes(wallet);
    }
    const narrowed = typed.trim() !== "" || region !== "";
    find(this, ".finder-said").textContent = narrowed ? fill(this.dataset.found, { count: this.found.length }) : "";
    find(this, ".finder-none").hidden = this.found.length > 0;
  }

  #unhide() {
    const target = document.getElementById(window.location.hash.slice(1));
    if (/** @type {HTMLElement | null} */ (target?.closest(".wallet"))?.hidden) {
      this.name.value = this.region.value = "";
      this.#show();
      target.scrollIntoView();
    }
  }
}

customElements.define("provider-finder", ProviderFinder);
