import { countingRegion, watchRegion } from "../kept/region.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";
import { folded, isFound } from "./provider-search.js";

/**
 * <provider-finder>: the directory of wallets, narrowed to what is typed and to a region. In a wallet that is in
 * several, the reader's own region comes first.
 */
class ProviderFinder extends GuideElement {
  arrive(signal) {
    this.wallets = [...this.querySelectorAll(".provider")].map((entry) => ({
      entry,
      names: entry.dataset.names.split("|").map(folded),
      regions: entry.dataset.regions.split(" "),
    }));
    this.name = find(this, ".finder-name");
    this.region = find(this, ".finder-region");
    keepKeysIn(find(this, ".finder"), signal);
    this.name.addEventListener("input", () => this.#show(), { signal });
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
    for (const presence of this.querySelectorAll(`.presence[data-region="${id}"]`)) {
      const first = find(presence.parentElement, ".presence");
      if (first !== presence) {
        first.before(presence);
      }
    }
  }

  #show() {
    const [typed, region] = [this.name.value, this.region.value];
    const found = this.wallets.filter((wallet) => isFound(wallet, typed, region));
    for (const { entry } of this.wallets) {
      entry.hidden = !found.some((wallet) => wallet.entry === entry);
    }
    const narrowed = typed.trim() !== "" || region !== "";
    find(this, ".provider-index").hidden = narrowed;
    find(this, ".finder-said").textContent = narrowed ? fill(this.dataset.found, { count: found.length }) : "";
    find(this, ".finder-none").hidden = found.length > 0;
  }

  #unhide() {
    const target = document.getElementById(window.location.hash.slice(1));
    if (target?.closest(".provider")?.hidden) {
      this.name.value = this.region.value = "";
      this.#show();
      target.scrollIntoView();
    }
  }
}

customElements.define("provider-finder", ProviderFinder);
