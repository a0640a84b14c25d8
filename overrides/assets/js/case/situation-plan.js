import { keepSituation } from "../kept/cases.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, find, ready } from "../page/markup.js";
import { oncePainted } from "../page/once-painted.js";
import { partOf } from "../page/other-page.js";
import { printOnly } from "../page/print-sheet.js";

/**
 * <situation-plan>: the plan for what happened, in its fold. The letters that fit open in place; whoever ticks,
 * writes or sends something here has this situation, and the case keeps it; the plan can be printed alone.
 */
class SituationPlan extends GuideElement {
  arrive(signal) {
    this.fold = this.closest("details");
    this.addEventListener("input", () => this.#keep(), { signal });
    this.addEventListener("change", () => this.#keep(), { signal });
    this.addEventListener("click", ({ target }) => target instanceof Element && target.closest("letter-ways button") && this.#keep(), { signal });
    this.fold?.addEventListener("toggle", () => this.#open(), { signal });
    find(this, ".plan-print").addEventListener("click", () => this.#print(), { signal });
    keepKeysIn(find(this, ".plan-ways"), signal);
    ready(find(this, ".plan-ways"));
    this.#open();
  }

  #keep() {
    keepSituation(this.dataset.issue, this.dataset.situation);
  }

  #open() {
    if (!this.fold || this.fold.open) {
      // The first steps are seen first, and stand above.
      oncePainted(() => this.#bringLetters());
    }
  }

  #bringLetters() {
    // “My case” leads to the letters.
    if (!this.closest(".case")) {
      this.querySelectorAll(".plan-letter").forEach(openInPlace);
    }
  }

  #print() {
    const sheet = element("section", { className: "print-sheet print-plan md-typeset" });
    const heading = find(this.closest(".case") ?? this.closest("details.situation, article"), "h1, h2, h3");
    const copy = /** @type {HTMLElement} */ (this.cloneNode(true));
    copy.querySelectorAll(".plan-ways, .plan-said, .ways-left").forEach((part) => part.remove());
    copy.querySelectorAll("[id]").forEach((part) => part.removeAttribute("id"));
    copy.querySelectorAll(".plan-letter").forEach((part) => part.replaceWith(element("p", { textContent: part.dataset.name })));
    sheet.append(element("h2", { textContent: heading.textContent }), ...copy.childNodes);
    printOnly(sheet, find(this, ".plan-said"));
  }
}

/**
 * A copy of the letter, untouched as yet, takes the link's place. One that the reader has opened on this page stays where
 * it is, and the link leads to it.
 * @param {HTMLElement} place
 */
async function openInPlace(place) {
  const link = /** @type {HTMLAnchorElement | null} */ (place.querySelector("a[data-letter]"));
  const letter = link && await letterOf(link);
  if (!letter || letter.querySelector(".letter-form") || !place.isConnected) {
    return;
  }
  const copy = /** @type {HTMLElement} */ (letter.cloneNode(true));
  copy.removeAttribute("id");
  copy.classList.add("plan-letter");
  Object.assign(copy.dataset, place.dataset);
  find(copy, "summary").replaceChildren(...link.cloneNode(true).childNodes);
  place.replaceWith(copy);
}

/**
 * The letter that a link leads to, on this page or on the leaf that has it; null where it cannot be had.
 * @param {HTMLAnchorElement} link @returns {Promise<HTMLElement | null>}
 */
async function letterOf(link) {
  const id = `letter-${link.dataset.letter}`;
  const here = document.getElementById(id);
  if (here?.matches("details")) {
    return here;
  }
  const leaf = /** @type {HTMLElement | null | undefined} */ (here?.closest("page-leaf"));
  const part = await partOf(leaf?.dataset.page ?? link.href.replace(/#.*/, ""), id);
  return part?.querySelector("details") ?? null;
}

customElements.define("situation-plan", SituationPlan);
