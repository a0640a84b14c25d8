import { situationOf, watchKinds } from "../kept/cases.js";
import { erase, eraseAndLeave } from "../kept/erasing.js";
import { place, watch } from "../kept/store.js";
import { isTicked } from "../kept/ticks.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";
import { bringLeaf } from "../page/page-leaf.js";

/** The kinds of keys on which its count hangs: not on each letter that is typed. */
const COUNTED = new Set(["tick", "situation"]);

/** <case-bar>: on an issue's page, how far the case is, the way to it, and “erase everything”. */
class CaseBar extends GuideElement {
  arrive(signal) {
    this.items = this.dataset.items.split(" ");
    this.progress = find(this, ".bar-progress");
    this.said = find(this, ".bar-said");
    keepKeysIn(this, signal);
    find(this, ".bar-erase").addEventListener("click", () => erase(this.said), { signal });
    find(this, ".bar-leave").addEventListener("click", () => eraseAndLeave(this.said), { signal });
    watch((keys) => keys === null && this.#offerToLeave(), signal);
    watchKinds(COUNTED, () => this.#show(), signal);
    document.addEventListener("leaf", () => this.#show(), { signal });
    this.#show();
    this.#offerToLeave();
    ready(this);
  }

  #offerToLeave() {
    find(this, ".bar-leave").hidden = place() !== "tab";
  }

  /** What the plan for the reader's own situation has besides, once that is here. */
  #planned() {
    const situation = situationOf(this.dataset.issue) ?? "";
    bringLeaf(document.getElementById(situation));
    const boxes = document.querySelectorAll(`situation-plan[data-situation="${CSS.escape(situation)}"] input[data-item]`);
    return [.../** @type {NodeListOf<HTMLInputElement>} */ (boxes)].map(({ dataset }) => dataset.item);
  }

  #show() {
    const items = [...new Set([...this.items, ...this.#planned()])];
    const done = items.filter(isTicked).length;
    this.progress.textContent = fill(this.progress.dataset.words, { done, total: items.length });
    Object.assign(find(this, "progress"), { max: items.length, value: done });
    this.said.textContent = "";
  }
}

customElements.define("case-bar", CaseBar);
