import { ticksAreKept, watchErasing } from "../kept/store.js";
import { isTicked, setTicked, watchTicks } from "../kept/ticks.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready } from "../page/markup.js";

/**
 * <tick-list>: native checkboxes whose state is kept, with progress and a reset that can be undone.
 *
 * Its words come in `data-progress` ("{done} of {total} done"), `data-cleared` and `data-restored`.
 * The visible progress is no live region: restoring ticks on load, or a tick in another tab, would
 * make every list on the page speak. What the reader does here is said in `.ticks-said`.
 */
class TickList extends GuideElement {
  #undoable = [];

  arrive(signal) {
    this.boxes = [...this.querySelectorAll("input[data-item]")];
    this.bar = find(this, ".ticks-bar");
    this.progress = find(this, ".ticks-progress");
    this.reset = find(this, ".ticks-reset");
    this.undo = find(this, ".ticks-undo");
    this.notKept = find(this, ".ticks-not-kept");
    this.said = find(this, ".ticks-said");

    this.addEventListener("change", (event) => this.#tick(event.target), { signal });
    this.reset.addEventListener("click", () => this.#clear(), { signal });
    this.undo.addEventListener("click", () => this.#restore(), { signal });
    keepKeysIn(this, signal);
    watchTicks(() => this.#show(), signal);
    watchErasing(() => this.#offerUndo([]), signal);
    document.addEventListener("toggle", () => this.#warn(), { capture: true, signal });

    ready(this.bar);
    this.#show();
  }

  #tick(box) {
    this.#offerUndo([]);
    setTicked([box.dataset.item], box.checked);
    this.said.textContent = this.progress.textContent;
  }

  #clear() {
    this.#offerUndo(this.boxes.filter((box) => box.checked).map((box) => box.dataset.item));
    setTicked(this.#undoable, false);
    this.said.textContent = fill(this.dataset.cleared, { count: this.#undoable.length });
    this.undo.focus();
  }

  #restore() {
    const items = this.#undoable;
    this.#offerUndo([]);
    setTicked(items, true);
    this.said.textContent = this.dataset.restored;
    this.reset.focus();
  }

  /** @param {string[]} items  that undo would tick; none ends the offer */
  #offerUndo(items) {
    this.#undoable = items;
    this.undo.hidden = items.length === 0;
  }

  #show() {
    for (const box of this.boxes) {
      box.checked = isTicked(box.dataset.item);
    }
    const done = this.boxes.filter((box) => box.checked).length;
    this.progress.textContent = fill(this.dataset.progress, { done, total: this.boxes.length });
    this.reset.hidden = done === 0;
    this.said.textContent = ""; // It would contradict what has changed elsewhere.
    this.#warn();
  }

  #warn() {
    this.notKept.hidden = ticksAreKept() || firstUnfolded() !== this;
  }
}

/** The list that says for all of them that ticks are not kept: one said within a closed fold would not be read. */
function firstUnfolded() {
  return [...document.querySelectorAll("tick-list")].find((list) => !list.closest("details:not([open])"));
}

customElements.define("tick-list", TickList);
