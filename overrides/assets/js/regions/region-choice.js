import { chooseRegion, confirmRegion, countingRegion, watchRegion } from "../kept/region.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find, ready } from "../page/markup.js";
import { notCome } from "../page/not-come.js";
import { partOf } from "../page/other-page.js";
import { walkOn } from "../page/walking.js";
import { bringClockWords, runClocks } from "./clock-words.js";

const NEAR = "800px";

/**
 * <region-choice>: which region the reader's wallet belongs to. Until they say so it is a guess, and called one.
 *
 * `data-page` is the address of a region's page, with `{region}` for its id: choosing one goes there. With `data-in-place`
 * what that page says of the region is shown here instead, once the reader comes near.
 */
class RegionChoice extends GuideElement {
  #near = false;
  #byKeys = false;
  #waiting = false;
  #shown = null;

  arrive(signal) {
    this.choice = find(this, ".choice");
    this.select = find(this, "select");
    this.guess = find(this, ".choice-guess");
    this.ids = [...this.select.options].map(({ value }) => value).filter(Boolean);

    this.select.addEventListener("change", () => this.#choose(), { signal });
    // A list fires nothing when what it shows already is chosen.
    find(this, ".guess-yes").addEventListener("click", () => this.#confirm(), { signal });
    this.select.addEventListener("pointerdown", () => { this.#byKeys = false; }, { signal });
    this.select.addEventListener("keydown", (event) => this.#press(event), { signal });
    keepKeysIn(this, signal);
    watchRegion(() => this.#show(), signal);
    this.#comeNear(signal);
    ready(this.choice);
    this.#show();
  }

  #comeNear(signal) {
    const sight = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) {
        sight.disconnect();
        this.#near = true;
        this.#show();
      }
    }, { rootMargin: NEAR });
    sight.observe(this);
    signal.addEventListener("abort", () => sight.disconnect());
  }

  #choose() {
    this.#near = true;
    chooseRegion(this.select.value);
    this.#show(); // To choose none where none was kept changes nothing: the guess stands again.
    this.#waiting = this.#byKeys;
    if (!this.#waiting) {
      this.#go();
    }
  }

  #confirm() {
    confirmRegion();
    this.select.focus();
  }

  /** Keys choose every region they pass: only Enter goes to the one that was meant. Tab leads on to the link there. */
  #press({ key }) {
    this.#byKeys = true;
    if (this.#waiting && key === "Enter") {
      this.#waiting = false;
      this.#go();
    }
  }

  #go() {
    const { id, guessed } = countingRegion(this.ids);
    if (!this.#inPlace && id && !guessed) {
      walkOn(this.#pageOf(id));
      window.location.assign(this.#pageOf(id));
    }
  }

  #show() {
    const { id: region, guessed } = countingRegion(this.ids);
    this.select.value = region ?? "";
    this.guess.hidden = !guessed;
    const yes = find(this.guess, ".guess-yes");
    yes.textContent = fill(yes.dataset.yes, { region: this.select.selectedOptions[0]?.textContent ?? "" });
    if (!this.#inPlace) {
      this.#lead(region);
    } else if (this.#near) {
      this.#bring(region);
    }
  }

  #lead(region) {
    const go = find(this, ".choice-go");
    ready(go);
    go.hidden = !region;
    find(go, "a").href = this.#pageOf(region);
  }

  get #inPlace() {
    return "inPlace" in this.dataset;
  }

  #pageOf(region) {
    return fill(this.dataset.page, { region });
  }

  /** Shows what a region's page says of it. Where that cannot be had, it says so, and the list of links stays open. */
  async #bring(region) {
    if (region === this.#shown) {
      return;
    }
    this.#shown = region;
    const here = find(this, ".choice-here");
    const section = region && await partOf(this.#pageOf(region), region);
    const words = section && await partOf(this.#pageOf(region), "words");
    if (region !== this.#shown) {
      return; // Another was chosen meanwhile.
    }
    bringClockWords(words);
    const shown = section ? withinPlan(section) : region ? notCome() : null;
    here.replaceChildren(...(shown ? [shown] : []));
    here.hidden = !shown;
    find(this, ".region-list").open = !section;
    if (section) {
      runClocks();
    } else {
      this.#shown = null; // Asked again when it is next shown.
    }
  }
}

/** The headings of a region's page, as they stand below those of this one. @param {DocumentFragment} section */
function withinPlan(section) {
  for (const heading of section.querySelectorAll("h2, h3")) {
    const lower = element(heading.localName === "h2" ? "h4" : "h5", { id: heading.id });
    lower.append(...heading.childNodes);
    heading.replaceWith(lower);
  }
  return section;
}

customElements.define("region-choice", RegionChoice);
