import { tickedEvidence } from "../checklists/evidence.js";
import "../kept/case-keep.js";
import { contacts, currentCase, editedKey, fieldKey, keep, providerOf, readKey, situationOf, watchCase } from "../kept/cases.js";
import { countingRegion } from "../kept/region.js";
import { read } from "../kept/store.js";
import { copyOf, deskData, deskIsHere } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { FIELDS } from "../page/vocabulary.js";
import "../wallets/provider-choice.js";
import { regionOf } from "../wallets/provider-region.js";
import { annexLines, contactLines, endOf, fieldText } from "./field-text.js";
import "./letter-ways.js";
import { blanks, expand, textOf } from "./letter.js";
import { otherVersions, papersAreHere } from "./papers.js";
import { citedOf, rulesFor } from "./rules.js";
import { fieldFor } from "./typed-field.js";

/**
 * The kinds of keys on which a field hangs that is drawn from elsewhere when nothing is typed.
 * @type {Record<import("../page/vocabulary.js").DrawnFrom, string[]>}
 */
const DRAWN = {
  "contact-log": ["log"],
  evidence: ["tick", "file"],
  provider: ["provider", "region"],
  region: ["region"],
  rules: ["region", "situation"],
  situation: ["situation"],
  transaction: ["field"],
};

const ALL_VERSIONS = "both";

/**
 * <letter-builder>: a letter in every language, filled in by one form, and its ways out.
 *
 * What the server sends is the letter in the reader's language with marked blanks, and a link to the others. Those and
 * the form come when the letter is first opened. Values belong to a case (`data-issue`, or the one chosen) and come
 * from the store alone; a change is kept at once and then shown, here and wherever else the same blank stands.
 *
 * @typedef {LetterBuilder} Builder
 */
class LetterBuilder extends GuideElement {
  #values = new Map();

  arrive(signal) {
    keepKeysIn(this, signal);
    const fold = this.closest("details");
    if (fold && !fold.open) {
      fold.addEventListener("toggle", () => this.#open(signal), { signal, once: true });
    } else {
      this.#open(signal);
    }
  }

  /** The issue whose case the letter is about. */
  get issue() {
    return this.dataset.issue ?? this.chosen;
  }

  get letter() {
    return this.dataset.letter;
  }

  /** What the desk knows of the letter: its code, its fields in their order, those that are required. */
  get form() {
    return deskData().letters[this.letter];
  }

  /** What happened: where the letter stands in a plan, that, else what the case keeps. */
  get situation() {
    return this.closest("situation-plan")?.dataset.situation ?? situationOf(this.issue);
  }

  /** What keeps the ids of this letter's form apart from those of another copy of it on the page. */
  get #place() {
    const plan = this.closest("situation-plan");
    return plan ? `${plan.dataset.situation}-${this.letter}` : this.letter;
  }

  /** @param {string} field @param {string} language @returns {string} what stands for a field, "" when nothing does */
  valueOf(field, language) {
    const key = `${language} ${field}`;
    if (!this.#values.has(key)) {
      this.#values.set(key, this.#fieldText(field, language));
    }
    return this.#values.get(key);
  }

  /** The parts of the letter in a language, as the server wrote them. */
  partsIn(language) {
    return this.versions.get(language).parts;
  }

  /**
   * Fields that are still empty in the letter; in one that the reader edited, those whose blank still stands in it.
   * @param {string | null} edited @returns {{id: string, label: string}[]}
   */
  missingIn(language, edited) {
    const parts = this.partsIn(language);
    const left = edited === null
      ? blanks(parts, (field) => this.valueOf(field, language))
      : blanks(parts, () => "").concat(this.#optionalFields(parts)).filter((id) => edited.includes(this.#blankOf(parts, id)));
    return left
      .map((id) => ({ id, label: deskData().fields[id].label[deskData().language] }));
  }

  /** Bring the reader to a field. @param {string} field */
  goTo(field) {
    find(this, ".letter-form").open = true;
    this.fields.get(field).focusFirst();
  }

  #optionalFields(parts) {
    return parts.filter(({ optional }) => optional).flatMap(({ segments }) => segments.map(({ field }) => field).filter(Boolean));
  }

  #blankOf(parts, id) {
    return parts.flatMap(({ segments }) => segments).find(({ field }) => field === id).text;
  }

  #open(signal) {
    const hadFocus = this.contains(document.activeElement);
    this.querySelectorAll(".letter-other").forEach((link) => link.remove());
    find(this, ".letter-papers").append(otherVersions(this.letter));
    this.versions = new Map([...this.querySelectorAll(".letter-paper")].map((paper) => [paper.lang, readPaper(paper)]));
    for (const { paper } of this.versions.values()) {
      [...paper.children].forEach((line, row) => line.style.setProperty("--row", row));
    }
    this.prepend(copyOf("letter-desk"));
    if (hadFocus) {
      find(this, ".letter-form > summary").focus();
    }
    this.#offerCases();
    this.#makeForm();
    this.#offerVersions();
    for (const [language, { paper }] of this.versions) {
      const ways = element("letter-ways");
      ways.dataset.language = /** @type {Language} */ (language);
      paper.after(ways);
    }
    watchCase(() => this.issue, (keys) => this.#refresh(keys), signal);
    this.#refresh(null);
  }

  #offerCases() {
    if (this.dataset.issue) {
      return;
    }
    const { issues } = deskData();
    const named = new URLSearchParams(window.location.search).get("case");
    const fitting = Object.keys(issues).filter((id) => issues[id].letters.includes(this.letter) || id === named);
    const offered = fitting.length ? fitting : Object.keys(issues);
    this.chosen = [named, currentCase()].find((id) => offered.includes(id)) ?? offered[0];
    const place = find(this, ".letter-case");
    const list = find(place, "select");
    list.append(...offered.map((id) => new Option(issues[id].title, id)));
    list.value = this.chosen;
    place.hidden = false;
    list.addEventListener("change", () => {
      this.chosen = list.value;
      this.#refresh(null);
    });
  }

  #makeForm() {
    const { fields, required } = this.form;
    this.fields = new Map(fields.map((name) => [
      name,
      fieldFor(this.#field(name), { id: `${this.#place}-${name}`, required: required.includes(name) }),
    ]));
    const place = find(this, ".letter-fields");
    place.append(...this.fields.values());
    place.addEventListener("input", (event) => {
      const field = event.target.closest("typed-field");
      keep(this.issue, { [this.#key(field.dataset.field)]: field.value });
    });
  }

  #offerVersions() {
    const choice = find(this, ".letter-show");
    choice.querySelectorAll("input").forEach((radio) => { radio.name = `${this.#place}-show`; });
    choice.addEventListener("change", (event) => this.#showVersion(event.target.value));
    this.#showVersion(ALL_VERSIONS);
  }

  #showVersion(shown) {
    this.dataset.show = shown;
    for (const place of find(this, ".letter-papers").children) {
      place.classList.toggle("not-shown", ![ALL_VERSIONS, place.dataset.language ?? place.lang].includes(shown));
    }
  }

  #key(name) {
    return fieldKey(this.#field(name), this.issue, this.letter);
  }

  #field(name) {
    return { id: name, ...deskData().fields[name] };
  }

  #refresh(changed) {
    this.#forget(changed);
    find(this, "provider-choice").dataset.issue = this.issue;
    this.#heedRegion();
    this.classList.toggle("begun", [...this.fields.keys()].some((name) => read(this.#key(name))));
    for (const [name, field] of this.fields) {
      const key = this.#key(name);
      const elsewhere = changed === null || (changed.includes(key) && !field.contains(document.activeElement));
      if (elsewhere) {
        field.value = read(key);
      }
    }
    for (const [language, version] of this.versions) {
      show(version, (field) => this.valueOf(field, language));
      const edited = read(editedKey(this.issue, this.letter, language));
      version.paper.classList.toggle("replaced", edited !== null);
    }
    for (const ways of this.querySelectorAll("letter-ways")) {
      ways.refresh(changed === null);
    }
  }

  /** The rules to cite, the next body and the time to answer are those of the region that counts; a guess is called one. */
  #heedRegion() {
    const { fields, hints, regions } = deskData();
    const { id: region, guessed } = countingRegion();
    const { name = "", times = [], rules = {} } = regions[region] ?? {};
    const guess = guessed && name ? [fill(hints.guessed_region, { region: name })] : [];
    this.#offerRules(rules, guess);
    const due = times.length ? [fill(hints.answer_due, { region: name }), ...times, ...guess] : [];
    this.fields.get(FIELDS.replyBy)?.note(due.join(" "));
    for (const [id, field] of this.fields) {
      if (fields[id].drawn_from === "region") {
        field.note(guess.join(" "));
      }
    }
  }

  /** The rules to cite, and why the one that stands in the letter does. */
  #offerRules(rules, guess) {
    const field = this.fields.get(FIELDS.right);
    if (field) {
      const { hints } = deskData();
      const kept = read(this.#key(FIELDS.right));
      const choice = this.#choice(rules);
      const cited = citedOf(choice, kept);
      const why = cited ? [fill(cited === choice.best ? hints.suggested : hints.means, { text: rules[cited].means })] : [];
      field.offerRules(rules, choice);
      field.value = kept;
      field.note([...why, ...guess].join(" "));
    }
  }

  #choice(rules) {
    const { letters, troubles } = deskData();
    return rulesFor(rules, { ...letters[this.letter], id: this.letter }, troubles[this.situation] ?? "");
  }

  /** Drop the values that may have changed: to format a long contact log again at each keystroke would be felt. */
  #forget(changed) {
    const { fields } = deskData();
    const kinds = new Set(changed?.map((key) => readKey(key).kind));
    for (const place of this.#values.keys()) {
      const name = place.split(" ")[1];
      const drawn = DRAWN[fields[name].drawn_from] ?? [];
      if (changed === null || changed.includes(this.#key(name)) || drawn.some((kind) => kinds.has(kind))) {
        this.#values.delete(place);
      }
    }
  }

  #fieldText(name, language) {
    const desk = deskData();
    const field = this.#field(name);
    if (field.drawn_from === "rules") {
      return this.#cited()?.[language] ?? "";
    }
    const typed = fieldText(field, read(this.#key(name)), language, desk);
    return typed || this.#drawn(field.drawn_from, language, desk);
  }

  /** The rule that the letter cites, as a sentence in each language. @returns {Texts | undefined} */
  #cited() {
    const { rules = {} } = deskData().regions[countingRegion().id] ?? {};
    return rules[citedOf(this.#choice(rules), read(this.#key(FIELDS.right)))]?.cite;
  }

  #drawn(from, language, desk) {
    if (from === "contact-log") {
      return contactLines(contacts(this.issue), language, desk);
    }
    if (from === "evidence") {
      return annexLines(tickedEvidence(this.issue), language, desk);
    }
    if (from === "region") {
      return desk.regions[countingRegion().id]?.next?.[language] ?? "";
    }
    if (from === "situation") {
      return desk.matters[this.situation]?.[language] ?? "";
    }
    if (from === "provider") {
      const wallet = desk.providers[providerOf(this.issue)];
      return wallet?.entities[regionOf(wallet.regions, countingRegion().id)]?.[language] ?? "";
    }
    return from === "transaction" ? endOf(this.valueOf(FIELDS.transaction, language)) : "";
  }
}

/** The parts of a letter as the server wrote them, each with the elements that show it. */
function readPaper(paper) {
  const parts = [...paper.querySelectorAll(".letter-line")].map((line) => ({
    line,
    whole: line.closest(".letter-optional") ?? line,
    optional: line.closest(".letter-optional") !== null,
    subject: line.classList.contains("letter-subject"),
    segments: [...line.childNodes].map((node) => ({ text: node.textContent, field: node.dataset?.field ?? null })),
  }));
  return { paper, parts };
}

/** Show the parts with their values; a part that has not changed is left alone. */
function show({ parts }, valueOf) {
  for (const item of parts) {
    const runs = expand(item, valueOf);
    const text = runs && textOf(runs);
    if (text === item.shown) {
      continue;
    }
    item.shown = text;
    // An optional part with nothing in it stays on the page, so that the reader sees what could be said.
    item.whole.classList.toggle("vanished", runs === null);
    const standing = runs ?? item.segments;
    item.line.replaceChildren(...standing.map(({ text: said, field, filled }) => (field ? mark(said, field, filled) : said)));
  }
}

function mark(text, field, filled) {
  const marked = element("mark", { className: filled ? "filled" : "blank", textContent: text });
  marked.dataset.field = field;
  return marked;
}

Promise.all([deskIsHere, papersAreHere]).then(() => customElements.define("letter-builder", LetterBuilder));
