import "../kept/case-keep.js";
import { casesKept, contacts, dayOfContact, dropCase, keep, keepLeft, keepSent, lastTouched, lettersLeft, newContactId } from "../kept/cases.js";
import { inOrder } from "../kept/days.js";
import { today } from "../kept/device-time.js";
import { regionOfCase } from "../kept/region.js";
import { watch, watchErasing } from "../kept/store.js";
import { isTicked } from "../kept/ticks.js";
import { formatDay } from "../kept/values.js";
import { saidOf } from "../letters/sending.js";
import { defineWhenHere, deskData, deskIsHere } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find, ready } from "../page/markup.js";
import { sayBefore, sayNotCome } from "../page/not-come.js";
import { named } from "../page/open-target.js";
import { listsOf, showPlan } from "./case-plan.js";
import { dueDay, nextStep } from "./next-step.js";

/** <my-case>: a section for each case the reader has, with its progress, its dates and what comes next. */
class MyCase extends GuideElement {
  /** @type {Promise<unknown> | null} what their logs and files need, asked for with the first case that is shown */
  #parts = null;

  arrive(signal) {
    this.sections = [...this.querySelectorAll(".case")];
    keepKeysIn(this, signal);
    for (const button of this.querySelectorAll("[data-begin]")) {
      button.addEventListener("click", () => this.#begin(button.dataset.begin), { signal });
    }
    for (const section of this.sections) {
      const { issue } = section.dataset;
      find(section, ".drop-yes").addEventListener("click", () => this.#drop(issue), { signal });
      find(section, ".drop-no").addEventListener("click", () => this.#keepAll(section), { signal });
    }
    watch((changed) => this.#notice(changed), signal);
    watchErasing(() => this.#forget(), signal);
    find(document.body, ".case-needs-script").hidden = true;
    ready(this);
    // A link that names a case opens it, kept already or not.
    this.asked = this.sections.find(({ id }) => id === named()) ?? null;
    this.#show();
    this.asked?.scrollIntoView();
  }

  /** What was typed is painted first, what follows from it a moment later. @param {string[] | null} changed */
  #notice(changed) {
    if (changed === null) {
      this.#show();
    } else if (!this.waits) {
      this.waits = true;
      requestAnimationFrame(() => setTimeout(() => {
        this.waits = false;
        this.#show();
      }));
    }
  }

  async #begin(issue) {
    keep(issue, {});
    await this.#show();
    const section = this.sections.find(({ dataset }) => dataset.issue === issue);
    find(section, "h2").focus();
    section.scrollIntoView();
  }

  #drop(issue) {
    find(this.sections.find(({ dataset }) => dataset.issue === issue), ".case-drop").open = false;
    this.asked = null;
    dropCase(issue);
    this.#show();
    find(this, `[data-begin=${issue}]`).focus();
  }

  /** An empty case would look like one that was not erased. */
  #forget() {
    this.asked = null;
    this.#show();
  }

  #keepAll(section) {
    find(section, ".case-drop").open = false;
    find(section, ".case-drop > summary").focus();
  }

  async #show() {
    const kept = new Set(casesKept());
    if (!deskData() && (kept.size > 0 || this.asked) && !await this.#hasDesk()) {
      return;
    }
    find(this, ".case-empty").hidden = kept.size > 0;
    const unknown = [...kept].filter((issue) => !this.sections.some(({ dataset }) => dataset.issue === issue)).length;
    const line = find(this, ".case-unknown");
    line.hidden = unknown === 0;
    line.textContent = fill(line.dataset.words, { count: unknown });
    for (const section of this.sections) {
      const { issue } = section.dataset;
      section.hidden = !kept.has(issue) && section !== this.asked;
      find(this, `[data-begin=${issue}]`).hidden = !section.hidden;
      if (!section.hidden) {
        this.#showCase(section);
      }
    }
    if (this.#parts === null && this.sections.some(({ hidden }) => !hidden)) {
      this.#parts = Promise.all([
        import("./contact-log.js").catch(() => sayNotCome("contact-log")),
        import("../checklists/evidence-files.js").catch(() => sayNotCome("evidence-files")),
      ]);
    }
  }

  /** For the first case of a reader who came without one. @returns {Promise<boolean>} whether it came */
  async #hasDesk() {
    try {
      await deskIsHere();
      return true;
    } catch {
      sayBefore(this);
      return false;
    }
  }

  #showCase(section) {
    const { issue } = section.dataset;
    const log = contacts(issue);
    const sent = log.filter(({ letter }) => letter);
    const dates = datesOf(log);
    const { language } = deskData();
    const ticked = (items) => items.split(" ").filter(isTicked).length;
    showPlan(section, () => this.#show());
    const plan = listsOf(section);
    const touched = lastTouched(issue);
    showLines(find(section, ".case-progress"), [
      ...plan.map(({ name, words, items }) => `${name} · ${fill(words, { done: items.filter(isTicked).length, total: items.length })}`),
      // Beside those of a plan, the count of all that the page has would seem to deny them.
      ...(plan.length > 0 ? [] : [fill(this.dataset.progress, { done: ticked(section.dataset.items), total: section.dataset.items.split(" ").length })]),
      fill(this.dataset.contacts, { count: log.length }),
      fill(this.dataset.sent, { count: sent.length }),
      formatDay(touched, language) && fill(this.dataset.touched, { date: formatDay(touched, language) }),
    ].filter(Boolean));
    const left = lettersLeft(issue).filter(({ letter, said }) => letter in deskData().letters || said);
    this.#askOf(section, left, language);
    this.#showDates(section, dates, language);
    leadToNextBody(section);
    this.#showNext(section, language, {
      left: left.length > 0,
      begun: ticked(section.dataset.first) > 0 || (plan[0]?.items ?? []).some(isTicked),
      contacts: log.length,
      sent: sent.map(({ letter }) => deskData().letters[letter]?.rung),
      due: dueDay(log, today()),
      today: today(),
    });
  }

  /** Ask of each letter that left whether it was sent; of one that is asked about already, not anew. */
  #askOf(section, left, language) {
    const list = find(section, ".case-left");
    const asked = JSON.stringify(left);
    if (list.dataset.asked === asked) {
      return;
    }
    list.dataset.asked = asked;
    list.replaceChildren(...left.map((letter) => {
      const date = formatDay(dayOfContact(letter), language);
      const name = deskData().letters[letter.letter]?.name ?? letter.said;
      const yes = element("button", { type: "button", className: "left-yes", textContent: this.dataset.wasSent });
      const no = element("button", { type: "button", className: "left-no quiet", textContent: this.dataset.notYet });
      yes.addEventListener("click", () => this.#answer(section, letter, true));
      no.addEventListener("click", () => this.#answer(section, letter, false));
      return element(
        "li",
        {},
        element("p", { textContent: fill(this.dataset.left, { letter: name, date }) }),
        element("p", { className: "buttons" }, yes, " ", no),
      );
    }));
  }

  #answer(section, letter, sent) {
    const { issue } = section.dataset;
    const said = find(section, ".case-said");
    if (sent) {
      const sending = { ...letter, id: newContactId() };
      keepSent(issue, sending);
      said.textContent = [saidOf(issue, sending, this.dataset, deskData()), this.dataset.leftDay].join(" ");
    } else {
      keepLeft(issue, letter.letter, null);
      said.textContent = "";
    }
    find(section, "h2").focus();
  }

  #showDates(section, dates, language) {
    const list = find(section, ".case-dates");
    const shown = JSON.stringify([dates, today()]);
    if (list.dataset.shown === shown) {
      return;
    }
    list.dataset.shown = shown;
    find(section, ".case-no-dates").hidden = dates.length > 0;
    list.replaceChildren(...dates.map(({ day, letter }) => {
      const words = letter ? this.dataset.dateReply : this.dataset.datePromised;
      const said = fill(words, { date: formatDay(day, language) ?? day, letter: deskData().letters[letter]?.name ?? letter ?? "" });
      const entry = element("li", { textContent: said });
      if (day < today()) {
        entry.append(element("strong", { textContent: this.dataset.passed }));
      }
      return entry;
    }));
  }

  #showNext(section, language, state) {
    const step = nextStep(state);
    // To wait is no reason to leave undone what stops a loss.
    const steps = step === "wait" && !state.begun ? ["first", step] : [step];
    for (const link of section.querySelectorAll(".case-next a")) {
      link.hidden = !steps.includes(link.dataset.step);
      if (link.dataset.words && state.due) {
        link.textContent = fill(link.dataset.words, { date: formatDay(state.due, language) ?? state.due });
      }
    }
  }
}

/** Where a letter to an outside body comes next, it is the one that the next body of the case's region takes. */
function leadToNextBody(section) {
  const { letters, regions } = deskData();
  const { id } = regionOfCase(section.dataset.issue, deskData());
  const escalate = find(section, "[data-step=escalate]");
  const write = find(section, "[data-step=write]");
  const letter = regions[id]?.next_letter ?? escalate.dataset.letter;
  escalate.hash = letter;
  if (letters[write.dataset.letter]?.rung === "escalate") {
    write.hash = `letter-${letter}`;
  }
}

/** To write lines again that have not changed would have a long page laid out anew with each key. */
function showLines(list, lines) {
  if ([...list.children].map((line) => line.textContent).join("\n") !== lines.join("\n")) {
    list.replaceChildren(...lines.map((line) => element("li", { textContent: line })));
  }
}

/** The days of a case in order: those they promised, and those on which a letter that was sent asks for an answer. */
function datesOf(log) {
  const dated = log.filter(({ promised }) => promised).map(({ promised, letter }) => ({ day: promised, letter }));
  return dated.sort((a, b) => inOrder(a.day, b.day));
}

/** Who has no case yet, and asks for none, needs nothing of the desk. */
const isEmpty = casesKept().length === 0 && !document.getElementById(named())?.matches(".case");
defineWhenHere("my-case", MyCase, isEmpty ? Promise.resolve() : deskIsHere());
