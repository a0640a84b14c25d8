import { casesKept, dropCase, lastTouched, notice, noticed, touch } from "../kept/cases.js";
import { today } from "../kept/device-time.js";
import { addDays } from "../kept/days.js";
import { expiry, isOfWrongClock } from "../kept/expiry.js";
import { newerVersionWasHere, watchErasing } from "../kept/store.js";
import { dropTicks, ticksTouched } from "../kept/ticks.js";
import { formatDay } from "../kept/values.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill } from "../page/markup.js";
import { pageLanguage } from "../page/page-language.js";

/**
 * <case-notice>: says which cases have not been touched for half a year, and erases them some days later
 * unless the reader keeps them; says when a newer version of the guide has left something here.
 */
class CaseNotice extends GuideElement {
  arrive(signal) {
    this.setAttribute("role", "status");
    this.titles = { ...JSON.parse(this.dataset.titles), "": this.dataset.ticks };
    keepKeysIn(this, signal);
    watchErasing(() => this.#show(), signal);
    this.#show();
  }

  #show() {
    const kept = [...casesKept().map((issue) => [issue, lastTouched(issue)]), ["", ticksTouched()]];
    const said = kept.filter(([, touched]) => touched).flatMap(([issue, touched]) => this.#sayOf(issue, touched));
    // A day's difference may be the reader's zone.
    if (today() < addDays(this.dataset.since, -1)) {
      said.unshift(element("p", { textContent: fill(this.dataset.clock, { date: this.#dateOf(today()) }) }));
    }
    if (newerVersionWasHere()) {
      said.push(element("p", { textContent: this.dataset.newer }));
    }
    this.replaceChildren(...said);
    this.hidden = said.length === 0;
  }

  #sayOf(issue, touched) {
    if (isOfWrongClock(touched) && !isOfWrongClock(today())) {
      touch(issue); // Its half year begins when the clock is right.
      return [];
    }
    const { state, erasedFrom } = expiry(touched, noticed(issue), today());
    if (state === "over") {
      issue === "" ? dropTicks() : dropCase(issue);
      return [element("p", { textContent: fill(this.dataset.erased, { issue: this.#nameOf(issue) }) })];
    }
    if (state === "stale") {
      if (noticed(issue) === null || noticed(issue) <= touched) {
        notice(issue);
      }
      return [this.#offerToKeep(issue, erasedFrom)];
    }
    return [];
  }

  #offerToKeep(issue, erasedFrom) {
    const name = this.#nameOf(issue);
    const date = this.#dateOf(erasedFrom);
    const keep = element("button", { type: "button", textContent: this.dataset.keep });
    const told = element("p", {}, fill(this.dataset.stale, { issue: name, date }), " ", keep);
    keep.addEventListener("click", () => {
      touch(issue);
      told.textContent = fill(this.dataset.kept, { issue: name });
      told.tabIndex = -1;
      told.focus();
    });
    return told;
  }

  #dateOf(day) {
    return formatDay(day, pageLanguage);
  }

  #nameOf(issue) {
    return this.titles[issue] ?? issue;
  }
}

customElements.define("case-notice", CaseNotice);
