import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find } from "../page/markup.js";
import { chooseRegion, confirmRegion, countingRegion, watchRegion } from "./region.js";

/**
 * <which-region>: the region for which something is shown. A guess is called one: one tap confirms it, one more offers
 * others. With `data-regions` there are those alone, and where the one that counts is not among them, it is asked.
 */
class WhichRegion extends GuideElement {
  static observedAttributes = ["data-regions"];

  arrive(signal) {
    this.yes = find(this, ".which-yes");
    this.change = find(this, ".which-change");
    this.others = find(this, ".which-others");
    this.select = find(this.others, "select");
    this.options = [...this.select.options];
    keepKeysIn(this, signal);
    // What is chosen here is no value of the form it may stand in.
    this.addEventListener("input", (event) => event.stopPropagation(), { signal });
    this.yes.addEventListener("click", () => this.#confirm(), { signal });
    this.change.addEventListener("click", () => this.#offer(), { signal });
    this.select.addEventListener("change", () => this.#choose(), { signal });
    watchRegion(() => this.#show(), signal);
    this.attributeChangedCallback();
  }

  attributeChangedCallback() {
    if (this.options) {
      const among = this.dataset.regions?.split(" ");
      this.select.replaceChildren(...this.options.filter(({ value }) => !among || value === "" || among.includes(value)));
      this.#show();
    }
  }

  #confirm() {
    confirmRegion();
    (this.change.hidden ? this.select : this.change).focus();
  }

  #offer() {
    this.#open();
    this.select.focus();
  }

  #open() {
    this.others.hidden = false;
    this.change.hidden = true;
  }

  #choose() {
    chooseRegion(this.select.value);
    this.#show(); // To choose none where none was kept changes nothing: the guess stands again.
  }

  #show() {
    const { id, guessed } = countingRegion();
    this.select.value = id ?? "";
    const shown = this.select.selectedOptions[0];
    const region = shown?.value ? shown.textContent : null;
    const said = find(this, ".which-said");
    said.textContent = region ? fill(guessed ? said.dataset.guessed : said.dataset.counts, { region }) : "";
    this.yes.hidden = !region || !guessed;
    this.yes.textContent = fill(this.yes.dataset.yes, { region });
    if (!region) {
      this.select.value = "";
      this.#open();
    }
  }
}

customElements.define("which-region", WhichRegion);
