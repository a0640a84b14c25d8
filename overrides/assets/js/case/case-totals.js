import { casesKept, lastTouched } from "../kept/cases.js";
import { watch } from "../kept/store.js";
import { formatDay } from "../kept/values.js";
import { GuideElement } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { pageLanguage } from "../page/page-language.js";

/** <case-totals>: on the home page, the cases under way and when each was last changed; nothing where there are none. */
class CaseTotals extends GuideElement {
  arrive(signal) {
    this.cases = JSON.parse(this.dataset.cases);
    watch(() => this.#show(), signal);
    this.#show();
  }

  #show() {
    const kept = casesKept().filter((issue) => issue in this.cases);
    find(this, "ul").replaceChildren(...kept.map((issue) => {
      const { title, link } = this.cases[issue];
      const day = formatDay(lastTouched(issue), pageLanguage);
      const touched = day ? [" ", element("small", { textContent: fill(this.dataset.touched, { date: day }) })] : [];
      return element("li", {}, element("a", { href: link, textContent: title }), ...touched);
    }));
    this.hidden = kept.length === 0;
  }
}

customElements.define("case-totals", CaseTotals);
