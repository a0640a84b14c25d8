import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";
import { choosePlace, eraseEverything, place, watch, whereabouts } from "./store.js";

/**
 * <case-keep>: asks once whether others use this device, says where what is typed is kept, and erases
 * everything at once.
 */
class CaseKeep extends GuideElement {
  arrive(signal) {
    this.state = find(this, ".keep-state");
    this.said = find(this, ".keep-said");

    keepKeysIn(this, signal);
    find(this, ".keep-mine").addEventListener("click", () => this.#choose("device"), { signal });
    find(this, ".keep-shared").addEventListener("click", () => this.#choose("tab"), { signal });
    find(this, ".keep-erase").addEventListener("click", () => this.#erase(), { signal });
    watch(() => this.#show(), signal);
    this.#show();
    ready(this);
  }

  #choose(where) {
    choosePlace(where);
    this.state.tabIndex = -1;
    this.state.focus();
  }

  #erase() {
    const count = eraseEverything();
    this.said.textContent = fill(this.said.dataset.erased, count);
  }

  #show() {
    const where = whereabouts();
    find(this, ".keep-question").hidden = place() !== null || where === "nowhere";
    this.state.textContent = this.state.dataset[{ device: "onDevice", tab: "inTab", nowhere: "nowhere" }[where]];
    this.said.textContent = "";
  }
}

customElements.define("case-keep", CaseKeep);
