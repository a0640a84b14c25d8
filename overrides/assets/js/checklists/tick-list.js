import { ticksAreKept, watchErasing, whereabouts } from "../kept/store.js";
import { isTicked, setTicked, watchTicks } from "../kept/ticks.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready, setHidden, setText } from "../page/markup.js";

/** It clears away what is kept after seven days; every browser of an iPhone is one underneath. */
const IS_SAFARI = navigator.vendor.startsWith("Apple");

/** @type {TickList | null} */
let lastTicked = null;

/** The list that says what becomes of ticks. @type {TickList | null} */
let saying = null;

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
    const items = new Set(this.boxes.map(({ dataset }) => dataset.item));
    watchTicks((changed) => (changed === null || changed.some((item) => items.has(item))) && this.#show(), signal);
    watchErasing(() => this.#offerUndo([]), signal);

    ready(this.bar);
    this.#show();
    this.saysWhere(null);
    sayWhereSoon();
  }

  #tick(box) {
    this.#offerUndo([]);
    box.closest("li").append(this.notKept); // There the reader looks.
    lastTicked = this;
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
    setHidden(this.undo, items.length === 0);
  }

  #show() {
    for (const box of this.boxes) {
      box.checked = isTicked(box.dataset.item);
    }
    const done = this.boxes.filter((box) => box.checked).length;
    setText(this.progress, fill(this.dataset.progress, { done, total: this.boxes.length }));
    setHidden(this.reset, done === 0);
    setText(this.said, ""); // It would contradict what has changed elsewhere.
  }

  /** @param {"nowhere" | "page" | "device" | null} where  ticks are kept; null where another list says so, or none */
  saysWhere(where) {
    setHidden(this.notKept, where === null);
    setText(this.notKept, where === null ? "" : this.notKept.dataset[where]);
  }
}

let isDue = false;

/** Once for all lists, when each of them shows what has changed. */
function sayWhereSoon() {
  if (!isDue) {
    isDue = true;
    queueMicrotask(() => {
      isDue = false;
      sayWhere();
    });
  }
}

function sayWhere() {
  const where = ticksAreKept() ? whereTicksGo() : "nowhere";
  const next = (where !== null && toSaySo(where !== "nowhere")) || null;
  if (saying !== next) {
    saying?.saysWhere(null);
    saying = next;
  }
  saying?.saysWhere(where);
}

/** @returns {"page" | "device" | null} where ticks are kept, if not for as long as a reader would think */
function whereTicksGo() {
  return whereabouts() === "page" ? "page" : IS_SAFARI ? "device" : null;
}

/**
 * The list that says for all of them what becomes of ticks: the one that the reader is at, else the first. Said within
 * a closed fold it would not be read, and the red box says nothing else until it is ticked there.
 * @param {boolean} hasTicks  whether it must have some
 */
function toSaySo(hasTicks) {
  const lists = [.../** @type {NodeListOf<TickList>} */ (document.querySelectorAll("tick-list"))].filter((list) => !list.closest("details:not([open])"));
  const saying = lists.filter((list) => !hasTicks || list.querySelector("input[data-item]:checked"));
  const calm = saying.find((list) => !list.closest(".danger"));
  return saying.find((list) => list === lastTicked) ?? calm ?? (hasTicks ? saying[0] : undefined);
}

const always = new AbortController().signal;
watchTicks(sayWhereSoon, always);
document.addEventListener("toggle", sayWhereSoon, { capture: true });

customElements.define("tick-list", TickList);
