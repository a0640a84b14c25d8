import { watchKinds, WHITHER } from "../kept/cases.js";
import { countingRegion, regionOfCase } from "../kept/region.js";
import { deskData } from "../page/desk.js";
import { GuideElement } from "../page/guide-element.js";

/**
 * <fitting-letters>: letters that fit, in the order in which to write them. Those to outside bodies say in `data-first-in`
 * in which regions the next body takes them; there each comes before the others. Elsewhere the one comes first that says
 * none. In a case (`data-issue` around it) the region is the one in which its letters are written.
 */
class FittingLetters extends GuideElement {
  arrive(signal) {
    watchKinds(WHITHER, () => this.#order(), signal);
    this.#order();
  }

  #order() {
    const region = this.#region();
    const letters = /** @type {HTMLElement[]} */ ([...this.querySelectorAll("[data-first-in]")]);
    const regionsOf = ({ dataset }) => dataset.firstIn.split(" ");
    const first = letters.find((letter) => regionsOf(letter).includes(region)) ?? letters.find(({ dataset }) => dataset.firstIn === "");
    // One that was opened would be opened anew where it comes to stand, and what has the focus would lose it.
    if (first && first !== letters[0] && !letters.some(isInUse)) {
      letters[0].before(first);
    }
  }

  /** What the wallet of a case says of it is known to the desk, which a plan does without until a letter is opened. */
  #region() {
    const within = /** @type {HTMLElement | null} */ (this.closest("[data-issue]")); // Nothing, on a sheet to print.
    const issue = within?.dataset.issue ?? "";
    return (deskData() ? regionOfCase(issue, deskData()) : countingRegion()).id;
  }
}

/** @param {HTMLElement} letter */
function isInUse(letter) {
  return letter.querySelector(".letter-form") !== null || letter.contains(document.activeElement);
}

customElements.define("fitting-letters", FittingLetters);
