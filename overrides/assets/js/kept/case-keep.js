import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready, setText } from "../page/markup.js";
import { pageLanguage } from "../page/page-language.js";
import { withdraw } from "../page/ways-left.js";
import { saveCopy } from "./case-copy.js";
import { isWorthCopying, lastCopy } from "./copies.js";
import { erase, eraseAndLeave } from "./erasing.js";
import { choosePlace, place, watch, whereabouts } from "./store.js";
import { formatDay } from "./values.js";

/** Milliseconds without a change. */
const A_PAUSE = 100;

/**
 * <case-keep>: asks once whether others use this device, says where what is typed is kept and for how long, saves a copy
 * of it, and erases everything at once.
 */
class CaseKeep extends GuideElement {
  arrive(signal) {
    this.state = find(this, ".keep-state");
    this.said = find(this, ".keep-said");

    keepKeysIn(this, signal);
    const on = (selector, act) => find(this, selector).addEventListener("click", act, { signal });
    on(".keep-mine", () => this.#choose("device"));
    on(".keep-shared", () => this.#choose("tab"));
    on(".keep-erase", () => erase(this.said));
    on(".keep-leave", () => eraseAndLeave(this.said));
    on(".keep-copy", () => saveCopy(this.said, this.said.dataset));
    watch(() => this.#notice(), signal);
    this.#show();
    ready(this);
  }

  #choose(where) {
    choosePlace(where);
    this.state.tabIndex = -1;
    this.state.focus();
  }

  /** To look at all that is kept with each key that is typed would be felt. */
  #notice() {
    setText(this.said, ""); // It may not be so any more.
    withdraw(this.said);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#show(), A_PAUSE);
  }

  #show() {
    const where = whereabouts();
    find(this, ".keep-question").hidden = place() !== null || where === "nowhere";
    setText(this.state, this.state.dataset[{ device: "onDevice", tab: "inTab", page: "inPage", nowhere: "nowhere" }[where]]);
    find(this, ".keep-safari").hidden = where !== "device";
    const isWorth = isWorthCopying();
    // It stands there from the first: what came with the first word would move the letter from under the finger.
    find(this, ".keep-copy").disabled = !isWorth;
    find(this, ".keep-leave").hidden = where !== "page";
    const behind = find(this, ".keep-behind");
    const copy = lastCopy();
    const day = isWorth && copy?.isBehind && formatDay(copy.day, pageLanguage);
    setText(behind, day ? fill(behind.dataset.words, { date: day }) : "");
  }
}

customElements.define("case-keep", CaseKeep);
