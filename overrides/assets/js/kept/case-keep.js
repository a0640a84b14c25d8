import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find, ready, setHidden, setText } from "../page/markup.js";
import { pageLanguage } from "../page/page-language.js";
import { LANGUAGES } from "../page/vocabulary.js";
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
    on(".keep-copy", () => {
      saveCopy(this.said, this.said.dataset);
      this.#showLast(); // It stands above what is said now, and is scrolled to with that.
    });
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
    // That all is erased may not be so any more. What was said of a copy still is, and to take it away with the next key
    // would move the letter from under the finger.
    if (lastCopy() === null) {
      setText(this.said, "");
      withdraw(this.said);
    }
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.#show(), A_PAUSE);
  }

  #show() {
    const where = whereabouts();
    find(this, ".keep-question").hidden = place() !== null || where === "nowhere";
    setText(this.state, this.state.dataset[{ device: "onDevice", tab: "inTab", page: "inPage", nowhere: "nowhere" }[where]]);
    find(this, ".keep-safari").hidden = where !== "device";
    // It stands there from the first: what came with the first word would move the letter from under the finger.
    find(this, ".keep-copy").disabled = !isWorthCopying();
    find(this, ".keep-leave").hidden = where !== "page";
    this.#showLast();
  }

  /** When the last copy was asked for, and once something has changed, that this is not in it. */
  #showLast() {
    const copy = lastCopy();
    const date = copy && isWorthCopying() ? formatDay(copy.day, pageLanguage) : null;
    const last = find(this, ".keep-last");
    const asked = find(last, "span");
    setHidden(last, date === null);
    setText(asked, date ? fill(asked.dataset.words, { date }) + (LANGUAGES[pageLanguage].fullWidth ? "" : " ") : "");
    find(last, ".keep-behind").classList.toggle("not-yet", !copy?.isBehind);
  }
}

customElements.define("case-keep", CaseKeep);
