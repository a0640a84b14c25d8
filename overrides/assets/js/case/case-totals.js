import { casesKept } from "../kept/cases.js";
import { watch } from "../kept/store.js";
import { isTicked } from "../kept/ticks.js";
import { GuideElement } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";

/** <case-totals>: on the home page, the cases under way and how far each is; nothing where there are none. */
class CaseTotals extends GuideElement {
  arrive(signal) {
    this.cases = JSON.parse(this.dataset.cases);
    watch(() => this.#show(), signal);
    this.#show();
  }

  #show() {
    const kept = casesKept().filter((issue) => issue in this.cases);
    find(this, "ul").replaceChildren(...kept.map((issue) => {
      const { title, items, link } = this.cases[issue];
      const done = items.filter(isTicked).length;
      return element("li", {}, element("a", { href: link, textContent: title }), ` ${fill(this.dataset.progress, { done, total: items.length })}`);
    }));
    this.hidden = kept.length === 0;
  }
}

customElements.define("case-totals", CaseTotals);
