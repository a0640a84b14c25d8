import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { chooseRegion, confirmRegion, countingRegion, watchRegion } from "./region.js";

/**
 * <which-region>: the region for which something is shown. A guess is called one: one tap confirms it, one more offers
 * others. With `data-regions` those stand first, and where the one that counts is not among them, it is asked, unless
 * `data-answer` already gives it. What the reader says is the region that counts; a `said` event tells it.
 *
 * @typedef {WhichRegion} RegionNamed
 */
class WhichRegion extends GuideElement {
  static observedAttributes = ["data-regions", "data-answer"];

  arrive(signal) {
    this.yes = find(this, ".which-yes");
    this.change = find(this, ".which-change");
    this.others = find(this, ".which-others");
    this.select = find(this.others, "select");
    this.elsewhere = element("optgroup", { label: this.select.dataset.elsewhere });
    this.options = [...this.select.options];
    keepKeysIn(this, signal);
    // What is chosen here is no value of the form it may stand in.
    this.addEventListener("input", (event) => event.stopPropagation(), { signal });
    this.yes.addEventListener("click", () => this.#agree(), { signal });
    this.change.addEventListener("click", () => this.offer(), { signal });
    this.select.addEventListener("change", () => this.#choose(), { signal });
    watchRegion(() => this.#show(), signal);
    this.attributeChangedCallback();
  }

  attributeChangedCallback() {
    if (this.options) {
      const first = ({ value }) => !this.among || value === "" || this.among.includes(value);
      this.elsewhere.replaceChildren(...this.options.filter((option) => !first(option)));
      this.select.replaceChildren(...this.options.filter(first), ...(this.among ? [this.elsewhere] : []));
      this.#show();
    }
  }

  /** The regions that stand first, if any do. */
  get among() {
    return this.dataset.regions?.split(" ");
  }

  /** The guess is right: said here, or beside what goes by it. */
  confirm() {
    confirmRegion();
    this.#tell(countingRegion().id);
  }

  #agree() {
    this.confirm();
    (this.change.hidden ? this.select : this.change).focus();
  }

  /** Bring the reader to the others. */
  offer() {
    this.#open();
    this.select.focus();
  }

  #open() {
    this.others.hidden = false;
    this.change.hidden = true;
  }

  #choose() {
    const said = this.select.value; // Where it does not stand first, that it counts is shown as no answer yet.
    chooseRegion(said);
    this.#tell(said);
    this.#show(); // To choose none where none was kept changes nothing: the guess stands again.
  }

  #tell(said) {
    this.dispatchEvent(new CustomEvent("said", { detail: said }));
  }

  #show() {
    const { answer } = this.dataset;
    const { id, guessed } = answer ? { id: answer, guessed: false } : countingRegion();
    const fits = answer || !this.among || this.among.includes(id);
    this.select.value = (fits && id) || "";
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
