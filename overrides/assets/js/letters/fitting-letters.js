import { countingRegion, watchRegion } from "../kept/region.js";
import { GuideElement } from "../page/guide-element.js";

/**
 * <fitting-letters>: the letters that fit, in their order. Of those that escalate, one stands first (`data-first-in`
 * empty) unless the region that counts is among the `data-first-in` of another: there the next body takes that one.
 */
class FittingLetters extends GuideElement {
  arrive(signal) {
    watchRegion(() => this.#order(), signal);
    this.#order();
  }

  #order() {
    const { id } = countingRegion();
    const letters = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-first-in]")]);
    const first = letters.find(({ dataset }) => dataset.firstIn.split(" ").includes(id)) ?? letters.find(({ dataset }) => !dataset.firstIn);
    // One that was opened would be opened anew where it comes to stand, and what has the focus would lose it.
    if (first && first !== letters[0] && !letters.some(isInUse)) {
      letters[0].before(first);
    }
  }
}

/** @param {HTMLElement} letter */
function isInUse(letter) {
  return letter.querySelector(".letter-form") !== null || letter.contains(document.activeElement);
}

customElements.define("fitting-letters", FittingLetters);
