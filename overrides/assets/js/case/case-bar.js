import { eraseEverything } from "../kept/store.js";
import { isTicked, watchTicks } from "../kept/ticks.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";

/** <case-bar>: on an issue's page, how far the case is, the way to it, and “erase everything”. */
class CaseBar extends GuideElement {
  arrive(signal) {
    this.items = this.dataset.items.split(" ");
    this.progress = find(this, ".bar-progress");
    this.said = find(this, ".bar-said");
    keepKeysIn(this, signal);
    find(this, ".bar-erase").addEventListener("click", () => this.#erase(), { signal });
    watchTicks(() => this.#show(), signal);
    this.#show();
    ready(this);
  }

  #erase() {
    const count = eraseEverything();
    this.said.textContent = fill(this.said.dataset.erased, count);
  }

  #show() {
    const done = this.items.filter(isTicked).length;
    this.progress.textContent = fill(this.progress.dataset.words, { done, total: this.items.length });
    find(this, "progress").value = done;
    this.said.textContent = "";
  }
}

customElements.define("case-bar", CaseBar);
