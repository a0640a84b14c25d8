import { complainedOn, contacts, currentCase, watchKinds } from "../kept/cases.js";
import { daysBetween, isDay } from "../kept/days.js";
import { today } from "../kept/device-time.js";
import { keepStartingDay, startingDay } from "../kept/region.js";
import { formatDay } from "../kept/values.js";
import { tellIfEmpty } from "../page/empty-date.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find, ready } from "../page/markup.js";
import { saveFile } from "../page/save-file.js";
import { pageLanguage } from "../page/page-language.js";
import { home } from "../page/shared-data.js";
import { withdraw } from "../page/ways-left.js";
import { webAddress } from "../page/web-address.js";
import { calendarFile } from "./calendar.js";
import { readDaysOff, reckon } from "./deadlines.js";
import { timeline } from "./timeline.js";

/** The kinds of keys on which dates hang: days entered, and what was sent and promised in the case touched last. */
const DATED = new Set(["day", "current", "log"]);
/** Days in other years are slips of the finger. */
const YEARS = { min: "1990-01-01", max: "2090-12-31" };
const DAYS_BEFORE = { reader: 3, provider: 1, door: 1 };

/**
 * <deadline-clock>: a region's time limits, each with a place for the day it starts from and the date that follows,
 * which explains itself; all dates together as a timeline and as a calendar file.
 *
 * Its words stand in the page's `.clock-words`, their links as seen from the language's home. A limit is an element
 * `.clock` with `data-id`, `data-count`, `data-unit`, `data-at-most`, `data-whose`, and where it starts on the same day as another,
 * that one's id in `data-starts`. Its `.clock-face` holds a template of the place for that day.
 *
 * @typedef {{clock: HTMLElement, id: string, whose: Whose, day: string, said: string, why: string[], news: string[]}} ClockDate
 */
class DeadlineClock extends GuideElement {
  arrive(signal) {
    /** @type {HTMLTemplateElement} */
    this.words = document.querySelector(".clock-words");
    this.language = pageLanguage;
    this.units = JSON.parse(this.words.dataset.units);
    this.daysOff = readDaysOff(JSON.parse(this.dataset.daysOff));
    this.clocks = [...this.querySelectorAll(".clock")];
    this.result = find(this, ".clock-result");
    this.said = find(this, ".clock-said");

    for (const clock of this.clocks) {
      const face = find(clock, ".clock-face");
      face.querySelectorAll("template").forEach((template) => template.replaceWith(template.content));
      for (const { input, key } of daysAsked(clock)) {
        Object.assign(input, YEARS).addEventListener("input", () => this.#enter(clock, key, input), { signal });
      }
      ready(face);
    }
    this.querySelectorAll(".clock-enter").forEach(ready);
    find(this, ".clock-calendar").addEventListener("click", () => this.#save(), { signal });
    keepKeysIn(this, signal);
    watchKinds(DATED, (keys) => this.#show(keys === null), signal);
    this.#show(true);
  }

  #enter(clock, key, input) {
    tellIfEmpty(input);
    keepStartingDay(this.dataset.region, key, input.value);
    this.said.textContent = this.dates.filter((date) => date.clock === clock).map(({ said }) => said).join(" ");
  }

  /** @param {boolean} all  even the day that is being entered, which is else left alone */
  #show(all) {
    this.current = currentCase();
    this.log = this.current ? contacts(this.current) : [];
    this.dates = this.clocks.flatMap((clock) => this.#showClock(clock, all));
    // A longer limit stands back: its day is said where it stands, and comes up nowhere else beside the shorter one’s.
    const ids = new Set(this.dates.map(({ clock }) => clock.dataset.id));
    this.near = this.dates.filter(({ clock }) => !ids.has(clock.dataset.under));
    this.result.hidden = this.dates.length === 0;
    this.said.textContent = "";
    withdraw(this.said);
    if (this.dates.length > 0) {
      this.#showTimeline();
    }
  }

  /** Shows one limit's dates. @returns {ClockDate[]} them */
  #showClock(clock, all) {
    const entered = this.#startOf(clock);
    for (const [index, { input, key }] of daysAsked(clock).entries()) {
      if (all || document.activeElement !== input) {
        input.value = (index === 0 ? entered : startingDay(this.dataset.region, key)) ?? "";
        tellIfEmpty(input);
      }
    }
    const followed = entered ? null : this.#followed(clock);
    const careful = entered ? null : this.#careful(clock);
    const start = entered ?? followed ?? careful;
    const dates = start ? this.#datesOf(clock, start, { followed, careful }) : [];
    find(clock, ".clock-date").replaceChildren(...dates.flatMap(({ said, news }) => [
      element("p", { className: "clock-due", textContent: said }),
      element("ul", { className: "clock-why" }, ...news.map((line) => element("li", { textContent: line }))),
    ]));
    if (dates.some(({ day }) => day < today())) {
      find(clock, ".clock-more").open = true;
    }
    return dates;
  }

  /**
   * The day that starts a limit: the one entered, or that of the first letter sent in the case touched last.
   * @param {HTMLElement} clock
   */
  #startOf(clock) {
    return startingDay(this.dataset.region, dayOf(clock)) ?? (clock.dataset.event === "complaint" ? complainedOn(this.log) : null);
  }

  /** The day on which the provider's own time ends, for a limit that starts there. @param {HTMLElement} clock */
  #followed({ dataset: { follows } }) {
    const answer = follows && this.clocks.find(({ dataset }) => dataset.id === follows);
    const start = answer && this.#startOf(answer);
    return start ? this.#reckon(answer, start, answer.dataset.count)?.day : null;
  }

  /**
   * Where the reader knows only what comes just before the start: the first working day after that.
   * @param {HTMLElement} clock
   */
  #careful(clock) {
    const [, before] = daysAsked(clock);
    const day = before && startingDay(this.dataset.region, before.key);
    return day ? reckon(day, { count: 1, unit: "business-days" }, "provider", this.daysOff)?.day : null;
  }

  /** @param {HTMLElement} clock @param {string} start @param {string} count */
  #reckon({ dataset: { unit, whose } }, start, count) {
    const length = { count: Number(count), unit: /** @type {import("../page/vocabulary.js").Unit} */ (unit) };
    return reckon(start, length, whose, this.daysOff);
  }

  /**
   * @param {HTMLElement} clock @param {string} start
   * @param {{followed: string | null, careful: string | null}} instead  the day that stands for one that was not entered
   */
  #datesOf(clock, start, instead) {
    const { whose, count, atMost } = clock.dataset;
    const marked = (said) => (instead.careful ? fill(find(clock, ".clock-before").dataset.said, { said }) : said);
    const date = (length, words, id) => {
      const reckoned = this.#reckon(clock, start, length);
      return reckoned && {
        clock,
        id,
        whose,
        day: reckoned.day,
        said: marked(fill(words, { date: this.#format(reckoned.day) })),
        why: this.#explain(clock, start, length, reckoned, instead),
      };
    };
    const said = this.words.dataset;
    const dates = [
      date(count, said[whose], clock.dataset.id),
      atMost && date(atMost, said.extended, `${clock.dataset.id}-extended`),
    ].filter(Boolean);
    // The second date need not say again what the first has said.
    return dates.map((each, index) => ({ ...each, news: each.why.filter((line) => index === 0 || !dates[0].why.includes(line)) }));
  }

  /** @returns {string[]} why the date is that date */
  #explain(clock, start, count, { day, leftOut, worked, monthEnd, unknown, beside }, { followed, careful }) {
    const { unit, whose } = clock.dataset;
    const said = this.words.dataset;
    const { one, more = one } = this.units[unit];
    const length = fill(count === "1" ? one : more, { count });
    const manner = { "business-days": said.businessDays, months: said.months, years: said.months }[unit] ?? said.calendarDays;
    const side = whose === "reader" ? "Reader" : "Provider";
    const left = daysBetween(today(), day);
    return [
      left < 0 ? said.passed : fill(said.left, { count: left }),
      followed && fill(said.follows, { date: this.#format(start) }),
      careful && fill(find(clock, ".clock-before").dataset.why, { date: this.#format(start) }),
      fill(manner, { date: this.#format(start), length }),
      monthEnd && said.monthEnd,
      unit === "business-days" && (leftOut.length ? fill(said.leftOut, { dates: this.#formatAll(leftOut) }) : said.weekendsOnly),
      worked.length > 0 && fill(said.madeUp, { dates: this.#formatAll(worked) }),
      unknown && fill(said[`unknown${side}`], { year: unknown }),
      beside && fill(said[`dayOff${side}`], { date: this.#format(beside) }),
    ].filter(Boolean);
  }

  #showTimeline() {
    const kinds = this.near.map(({ clock }) => textOf(clock, ".clock-what"));
    const apart = (clock, what) => (kinds.filter((kind) => kind === what).length > 1 ? texts(clock, ".clock-applies") : []);
    const marks = [
      { day: today(), kind: /** @type {const} */ ("today"), said: `${this.words.dataset.today} · ${this.#format(today())}` },
      ...this.#awaited().map(({ promised, letter }) => ({
        day: promised,
        kind: /** @type {const} */ ("promised"),
        said: `${this.words.dataset[letter ? "asked" : "promised"]} · ${this.#format(promised)}`,
      })),
      ...this.near.map(({ day, whose, said, clock }, index) => ({
        day,
        kind: whose,
        said: [said, kinds[index], textOf(clock, ".clock-length"), ...apart(clock, kinds[index])].join(" · "),
      })),
    ].sort((a, b) => daysBetween(b.day, a.day));
    find(this, ".timeline-picture").replaceChildren(timeline(marks, document.importNode(this.words.content, true)));
    find(this, ".timeline-list").replaceChildren(...marks.map(({ kind, said }) => element("li", { className: kind, textContent: said })));
  }

  /** The latest contact, of the case touched last, in which a day was promised, or that asks for one: none, or one. */
  #awaited() {
    return this.log.filter(({ promised }) => isDay(promised))
      .sort((one, other) => daysBetween(other.promised, one.promised)).slice(-1);
  }

  #save() {
    const file = calendarFile(this.near.map((date) => this.#eventOf(date)), new Date());
    const name = `wallet-complaint-${this.dataset.region}.ics`;
    this.said.textContent = this.words.dataset.saved;
    saveFile(new File([file], name, { type: "text/calendar" }), this.said, this.near.map((date) => this.#lineOf(date)).join("\n"));
  }

  /** A date as a line of text. @param {ClockDate} date */
  #lineOf(date) {
    return `${this.#titleOf(date)} · ${date.said}`;
  }

  /** @param {ClockDate} date */
  #titleOf({ clock }) {
    const { dataset: said } = this.words;
    const side = find(clock.closest(".clocks > *"), "h3, h5").textContent;
    const what = fill(said.for, { what: side, length: textOf(clock, ".clock-what") });
    return fill(said.event, { what, region: this.dataset.name });
  }

  /** @param {ClockDate} date @returns {import("./calendar.js").CalendarEvent} */
  #eventOf(date) {
    const { clock, id, whose, day, said: due, why } = date;
    const { dataset: said } = this.words;
    const title = this.#titleOf(date);
    const address = new URL(JSON.parse(said.letters)[clock.dataset.purpose], home);
    address.search = this.current ? `?case=${this.current}` : "";
    const rule = webAddress(new URL(`${fill(said.page, { region: this.dataset.region })}#${clock.dataset.id}`, home));
    return {
      id: [this.dataset.region, id, this.current ?? "case"].join("."),
      day,
      title,
      about: [due, ...why.slice(1), textOf(clock, ".clock-text"), ...texts(clock, ".clock-more .clock-note"), ...(rule ? [rule] : [])].join("\n"),
      address: webAddress(address),
      remindDaysBefore: DAYS_BEFORE[whose],
      reminder: fill(said.reminder, { what: title }),
    };
  }

  #format(day) {
    return formatDay(day, this.language);
  }

  #formatAll(days) {
    return days.map((day) => this.#format(day)).join(this.words.dataset.between);
  }
}

/**
 * The fields for the day that starts a limit, and where there is one, for the day of what comes just before.
 * @param {HTMLElement} clock
 */
function daysAsked(clock) {
  const day = dayOf(clock);
  return [...clock.querySelectorAll("input")].map((input, index) => ({ input, key: index === 0 ? day : `${day}-before` }));
}

/** The id under which the day that starts a limit is kept. @param {HTMLElement} clock */
function dayOf({ dataset: { starts, id } }) {
  return starts ?? id;
}

function textOf(within, selector) {
  return find(within, selector).textContent.trim();
}

function texts(within, selector) {
  return [...within.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());
}

customElements.define("deadline-clock", DeadlineClock);
