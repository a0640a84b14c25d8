import { tickedEvidence } from "../checklists/evidence.js";
import "../kept/case-keep.js";
import { complainedOn, contacts, currentCase, editedKey, fieldKey, keep, providerOf, readKey, situationOf, watchCase, WHITHER } from "../kept/cases.js";
import { today } from "../kept/device-time.js";
import { besideShown, keepBeside, keepSendingLanguage, sendingLanguage } from "../kept/letter-language.js";
import { formatMoney } from "../kept/money.js";
import { regionOfCase } from "../kept/region.js";
import { read } from "../kept/store.js";
import { copyOf, defineWhenHere, deskData, deskIsHere } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find, setHidden, setText } from "../page/markup.js";
import { oncePainted } from "../page/once-painted.js";
import { FIELDS } from "../page/vocabulary.js";
import "../wallets/provider-choice.js";
import { accountAsked, inSubject, isReachedBy } from "./account.js";
import { Beside } from "./beside.js";
import { annexLines, contactLines, dayThere, endOf, fieldText } from "./field-text.js";
import { withoutCards } from "./guards.js";
import { filled } from "./joins.js";
import { currenciesOf, entriesIn, holdsMoney, isOpen, isSame, lacksCurrency, overcharge, readEntry, sumOfRows } from "./letter-money.js";
import "./letter-ways.js";
import { blanks, expand, isToFill, textOf } from "./letter.js";
import { isOtherTongue } from "./other-tongue.js";
import { otherVersions, papersAreHere } from "./papers.js";
import { replyDate } from "./reply-date.js";
import { citedOf, rulesFor } from "./rules.js";
import { troubleOf } from "./trouble.js";
import { fieldFor } from "./typed-field.js";

/**
 * The kinds of keys on which a field hangs that is drawn from elsewhere when nothing is typed. With those of `WHITHER`
 * all of a letter may change.
 * @type {Record<import("../page/vocabulary.js").DrawnFrom, string[]>}
 */
const DRAWN = {
  clock: ["situation", "log", "field"],
  "contact-log": ["log"],
  difference: [],
  domicile: [],
  evidence: ["tick", "file"],
  "first-complaint": ["log"],
  "last-promise": ["log"],
  "last-reference": ["log"],
  provider: [],
  region: [],
  rows: [],
  rules: ["situation", "log", "field"],
  situation: ["situation"],
  today: [],
  transaction: ["field"],
  wallet: [],
};
/** The kinds of keys with which it may change what the letter already knows, and so what is left to ask. */
const KNOWN_BY = new Set([...WHITHER, ...Object.values(DRAWN).flat()].filter((kind) => kind !== "field"));

/**
 * What a letter takes from the contact log, in which it does not name itself.
 * @type {Record<string, (log: import("../kept/cases.js").Contact[], language: Language, desk: Desk) => string>}
 */
const LOGGED = {
  "contact-log": contactLines,
  "first-complaint": (log, language, desk) => dayThere(complainedOn(log), language, desk) ?? "",
  "last-promise": (log, language, desk) => dayThere(log.filter(({ promised }) => promised).slice(-1)[0]?.promised, language, desk) ?? "",
  "last-reference": (log) => log.filter(({ reference }) => reference?.trim()).slice(-1)[0]?.reference ?? "",
};

/** What figures make of each other is nothing to type. */
const COMPUTED = new Set(["rows", "difference"]);

/** How a reader speaks of what they send along. */
const SENT_ALONG = /附件|\battach(?:ed|ments?)\b|\benclos(?:ed|ures?)\b/iu;

/** More rows than stand above the body of a letter in any language. */
const ROWS_ABOVE = 12;

/** Fields for the reader's own words. */
const TYPED = new Set(["line", "lines"]);

/** Where a letter calls things as everywhere. */
const OWN_WORDS = {};

/**
 * <letter-builder>: a letter in every language, filled in by one form, and its ways out.
 *
 * What the server sends is the letter in the reader's language with marked blanks, and a link to the others. Those and
 * the form come when the letter is first opened. One language is shown, the one in which it will be sent; the reader's
 * own may stand beside it. Values belong to a case (`data-issue`, or the one chosen) and come
 * from the store alone; a change is kept at once and then shown, here and wherever else the same blank stands.
 *
 * @typedef {LetterBuilder} Builder
 */
class LetterBuilder extends GuideElement {
  #values = new Map();
  /** The keys that have changed since the letter was last drawn; null while it is up to date. */
  #changed = null;
  /** @type {import("../kept/cases.js").Contact[] | null} the contacts of the case, until the log changes */
  #contacts = null;
  /** What the letter's amounts make of each other, by what is asked. */
  #money = new Map();

  /** What was found in the letter and let pass by the reader, who is not asked again: `sameAs` of each. @type {Set<string>} */
  letPass = new Set();

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
    if (this.#denialOf(field)) {
      return "";
    }
    const key = `${language} ${field}`;
    if (!this.#values.has(key)) {
      this.#values.set(key, this.#fieldText(field, language));
    }
    return this.#values.get(key);
  }

  /**
   * What stands for a field in the letter: its value, or for the addressee, where nobody knows the company there, the
   * wallet's own desk. Where the reader's bank answers for the wallet, no other desk does. A subject shows a part alone
   * of what somebody is reached by. Null where the reader denied it: then no other words stand there either.
   * @param {string} field @param {string} language @param {string} [kind]  of the part in which it stands
   */
  saidFor(field, language, kind) {
    if (this.#denialOf(field)) {
      return null;
    }
    const value = this.valueOf(field, language) || this.#deskOfWallet(field, language);
    return kind === "subject" && isReachedBy(this.#field(field)) ? inSubject(value, language, deskData()) : value;
  }

  #deskOfWallet(field, language) {
    const { of_wallet: desk } = this.#field(field);
    const isAlone = field === this.form.to && this.#region && this.#wallet && !this.#wallet.through_bank;
    return desk && isAlone ? filled(desk[language], { wallet: this.#wallet.name[language] }) : "";
  }

  /** Whether the letter is wrong while a field is empty: it is needed, and nothing else stands there. @param {string} name */
  #isNeeded(name) {
    const { language: own } = deskData();
    const field = this.#field(name);
    const stands = COMPUTED.has(field.drawn_from) || this.#drawn(field, own, this.desk) || field.otherwise || this.#deskOfWallet(name, own);
    return this.form.required.includes(name) && !stands;
  }

  /** The day by which the letter asks for an answer, `YYYY-MM-DD`; "" where it asks for none. */
  get replyBy() {
    return this.form.fields.includes(FIELDS.replyBy) ? read(this.#key(FIELDS.replyBy)) ?? this.#reply.day : "";
  }

  /** What the desk knows, for a letter that is read in the region it goes by. @returns {Desk} */
  get desk() {
    return { ...deskData(), region: this.#region };
  }

  /**
   * What goes along with the letter: the evidence ticked, and the proof that its writer may act for another, named as the
   * writer says what it is.
   * @returns {{name: Texts, file?: import("../kept/cases.js").EvidenceFile}[]}
   */
  get annexes() {
    const ticked = tickedEvidence(this.issue);
    const proof = this.#proofOfAuthority;
    const isProof = (each) => each.named_by === FIELDS.authorityProof;
    const named = ticked.map((each) => (proof && isProof(each) ? { ...each, name: proof } : each));
    return proof && !ticked.some(isProof) ? [...named, { name: proof }] : named;
  }

  get #proofOfAuthority() {
    const chosen = read(this.#key(FIELDS.authorityProof));
    const choice = this.#field(FIELDS.authorityProof).choices.find(({ id }) => id === chosen);
    return read(this.#key(FIELDS.principal)) && !this.#denialOf(FIELDS.authorityProof) ? choice?.label : undefined;
  }

  /** What the reader chose that denies what a field would say, in their words; "" where nothing does. @param {string} name */
  #denialOf(name) {
    const { denied_by: denial } = this.#field(name);
    const chosen = denial && this.form.fields.includes(denial.field) ? read(this.#key(denial.field)) : null;
    return denial?.choices.includes(chosen)
      ? this.#field(denial.field).choices.find(({ id }) => id === chosen).label[deskData().language]
      : "";
  }

  /** The parts of the letter in a language, as the server wrote them. */
  partsIn(language) {
    return this.versions.get(language).parts;
  }

  /**
   * Fields that are still empty in the letter, or hold an amount without a currency or that cannot be read, and the list
   * of attachments where the reader speaks of one; in a letter that they edited, those whose blank still stands in it.
   * @param {string | null} edited @returns {{id: string, label: string}[]}
   */
  missingIn(language, edited) {
    const parts = this.partsIn(language);
    const left = edited === null
      ? [...new Set([...blanks(parts, (field, kind) => this.saidFor(field, language, kind)), ...this.#openAmounts(), ...this.#openLists(language)])]
      : blanks(parts, () => "").concat(this.#optionalFields(parts)).filter((id) => edited.includes(this.#blankOf(parts, id)));
    return this.#labelled(left);
  }

  /** Amounts that are bare numbers. @returns {{id: string, label: string}[]} */
  bareAmounts() {
    return this.#labelled(this.#amounts.filter((id) => lacksCurrency(this.#field(id), read(this.#key(id)), this.#likely(id))));
  }

  /** What the reader wrote in another script than that of the letter, but for names. @returns {{id: string, label: string}[]} */
  inOtherTongue(language) {
    const isForeign = (id, named) => isOtherTongue(read(this.#key(id)) ?? "", language, named);
    const isOwn = (id) => TYPED.has(this.#field(id).type) && this.#field(id).scope !== "person" && id !== this.form.to;
    const isStory = (id) => isOwn(id) && !this.#denialOf(id);
    const mayBeName = (/** @type {Field} */ { type, tells }) => type === "line" && !tells;
    return this.#labelled([...this.fields.keys()].filter((id) => isStory(id) && isForeign(id, mayBeName(this.#field(id)))));
  }

  /** Amounts that are not what the letter's other figures come to. @returns {{id: string, label: string}[]} */
  wrongSums() {
    return this.#labelled(this.#amounts.filter((id) => {
      const [typed, sum] = [this.#amountIn(id), this.#sumFor(id)];
      return typed && sum && !isSame(typed, sum);
    }));
  }

  /** Fields as a gate names them. @param {string[]} ids */
  #labelled(ids) {
    return ids.map((id) => ({ id, label: this.#asked(id).label[deskData().language] }));
  }

  /** Bring the reader to a field. @param {string} field */
  goTo(field) {
    const place = this.fields.get(field);
    for (const fold of this.querySelectorAll("details")) {
      fold.open ||= fold.contains(place);
    }
    place.focusFirst();
  }

  #openAmounts() {
    return this.#amounts.filter((id) => isOpen(this.#field(id), read(this.#key(id)), this.#likely(id)));
  }

  /** The list of attachments, where there is none and what the reader wrote speaks of one. @returns {string[]} */
  #openLists(language) {
    const lists = [...this.fields.keys()].filter((id) => this.#field(id).drawn_from === "evidence" && !this.valueOf(id, language));
    const speaks = [...this.fields.keys()].some((id) => SENT_ALONG.test(read(this.#key(id)) ?? ""));
    return speaks ? lists : [];
  }

  /** @template T @param {string} what @param {() => T} work @returns {T}  worked out anew after an amount has changed */
  #kept(what, work) {
    if (!this.#money.has(what)) {
      this.#money.set(what, work());
    }
    return this.#money.get(what);
  }

  /** Fields with amounts. @returns {string[]} */
  get #amounts() {
    return this.#kept("amounts", () => [...this.fields.keys()].filter((id) => holdsMoney(this.#field(id))));
  }

  /** Currencies for an amount that names none: those of the letter's other amounts, then the region's. @returns {string[]} */
  #likely(name) {
    const named = (id) => this.#kept(`named ${id}`, () => currenciesOf(entriesIn(this.#field(id), read(this.#key(id)))));
    const regional = this.#kept("regional", () => deskData().regions[this.#region]?.currency);
    const all = () => [...this.#amounts.filter((id) => id !== name).flatMap(named), regional].filter(Boolean);
    return this.#kept(`likely ${name}`, () => [...new Set(all())]);
  }

  /** What was typed as an amount, or null. */
  #amountIn(name) {
    const [entry] = this.fields.has(name) && this.#field(name).type === "money" ? entriesIn(this.#field(name), read(this.#key(name))) : [];
    return entry ? readEntry(entry, this.#likely(name)) : null;
  }

  /** What an amount comes to by the letter's other figures, or null. */
  #sumFor(name) {
    const from = this.#field(name).drawn_from;
    if (from === "difference") {
      return this.#kept(from, () => overcharge(this.#amountIn(FIELDS.charged) ?? this.#sumFor(FIELDS.charged), this.#amountIn(FIELDS.agreed)));
    }
    const table = from === "rows" && this.#amounts.find((id) => this.#field(id).type === "table");
    return table
      ? this.#kept(from, () => sumOfRows(this.#field(table), read(this.#key(table)), this.#likely(table)))
      : null;
  }

  #optionalFields(parts) {
    return parts.filter(({ optional }) => optional).flatMap(({ segments }) => segments.filter(isToFill).map(({ field }) => field));
  }

  #blankOf(parts, id) {
    return parts.flatMap(({ segments }) => segments).find((segment) => isToFill(segment) && segment.field === id).text;
  }

  #open(signal) {
    const hadFocus = this.contains(document.activeElement);
    this.querySelectorAll(".letter-other").forEach((link) => link.remove());
    find(this, ".letter-papers").append(otherVersions(this.letter));
    this.versions = new Map([...this.querySelectorAll(".letter-paper")].map((paper) => [paper.lang, readPaper(paper)]));
    this.versions.forEach(({ paper }) => numberRows(paper));
    this.prepend(copyOf("letter-desk"));
    if (hadFocus) {
      find(this, ".letter-form > summary").focus();
    }
    this.#offerCases();
    this.#makeForm();
    this.#offerLanguages();
    this.#askOfGuess();
    for (const [language, { paper }] of this.versions) {
      const ways = element("letter-ways");
      ways.dataset.language = /** @type {Language} */ (language);
      paper.after(ways);
    }
    watchCase(() => this.issue, (keys) => this.#notice(keys), signal);
    this.#refresh(null);
  }

  /** What was typed is painted first, the letter with it a moment later. @param {string[] | null} changed */
  #notice(changed) {
    if (changed === null) {
      this.#refresh(null);
      return;
    }
    this.#forget(changed);
    if (this.#changed === null) {
      oncePainted(() => this.#changed && this.#refresh(this.#changed));
    }
    this.#changed = [...this.#changed ?? [], ...changed];
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
    const ofThePerson = (name) => this.#field(name).scope === "person";
    const ordered = [...fields.filter(ofThePerson), ...fields.filter((name) => !ofThePerson(name))];
    this.fields = new Map(ordered.map((name) => [
      name,
      fieldFor(this.#field(name), { id: `${this.#place}-${name}`, required: required.includes(name), shortened: withoutCards }),
    ]));
    find(this, ".letter-form").open = true;
    this.beside = new Map([...this.fields].map(([name, field]) => [name, this.#besideOf(name, field)]));
    for (const [name, field] of this.fields) {
      field.addEventListener("input", () => this.beside.get(name).keepTyped());
    }
  }

  /** @param {string} name @param {import("./typed-field.js").FormField} field */
  #besideOf(name, field) {
    const { language } = deskData();
    return new Beside({
      name: () => this.#key(name),
      host: field,
      stored: () => read(this.#key(name)) ?? "",
      typed: () => field.value,
      show: (value) => { field.value = value || null; },
      keep: (value) => keep(this.issue, { [this.#key(name)]: value }),
      focus: () => field.focusFirst(),
      asText: (value) => fieldText(this.#field(name), value, language, deskData(), []),
    });
  }

  #offerLanguages() {
    const choice = find(this, ".letter-show");
    choice.querySelectorAll("[type=radio]").forEach((radio) => { radio.name = `${this.#place}-show`; });
    choice.addEventListener("change", (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
      target.type === "radio" ? keepSendingLanguage(target.value) : keepBeside(target.checked);
    });
  }

  /** A guess can be confirmed or changed right above the letter; the form above it keeps what is said. */
  #askOfGuess() {
    /** @type {import("../kept/which-region.js").RegionNamed} */
    const region = find(this, "provider-choice which-region");
    find(this, ".letter-guess-yes").addEventListener("click", () => {
      region.confirm();
      find(this, ".letter-show :checked").focus(); // The line goes, and with it the button.
    });
    find(this, ".letter-guess-change").addEventListener("click", () => {
      find(this, ".letter-form").open = true;
      region.offer();
    });
  }

  /** @param {string} region  the name of the one that is guessed, "" where it is none */
  #sayGuess(region) {
    const line = find(this, ".letter-guess");
    setHidden(line, region === "");
    if (region) {
      const [said, yes] = [find(line, "span"), find(line, ".letter-guess-yes")];
      setText(said, fill(said.dataset.guessed, { region }));
      setText(yes, fill(yes.dataset.confirm, { region }));
    }
  }

  /** The language in which the letter will be sent: as chosen, else as it is read where it goes. */
  get #sent() {
    const own = deskData().language;
    return sendingLanguage() ?? deskData().regions[this.#region]?.reads ?? own;
  }

  #showLanguages() {
    const sent = this.#sent;
    const own = deskData().language;
    const choice = find(this, ".letter-show");
    find(choice, `[value=${sent}]`).checked = true;
    const beside = find(choice, ".letter-beside");
    beside.hidden = sent === own;
    find(this, ".letter-foreign").hidden = languageOf(sent) === languageOf(own);
    find(beside, "input").checked = besideShown();
    this.shown = new Set([sent, ...(sent !== own && besideShown() ? [own] : [])]);
    this.classList.toggle("beside", this.shown.size > 1);
    for (const place of find(this, ".letter-papers").children) {
      place.classList.toggle("not-shown", !this.shown.has(place.dataset.language ?? place.lang));
    }
  }

  /** What the desk knows of the wallet of the case, if one was chosen. */
  get #wallet() {
    return deskData().providers[providerOf(this.issue)];
  }

  /** The company that answers for it here, in each language, if it is known. @returns {Texts | undefined} */
  get #company() {
    return this.#wallet?.entities[this.#region];
  }

  /** The city of its seat, in each language, if it is known. @returns {Texts | undefined} */
  get #city() {
    return this.#wallet?.cities[this.#region];
  }

  /** The outside body of the region that letters of this kind go to, if it has one. */
  get #body() {
    return deskData().regions[this.#region]?.bodies[this.letter];
  }

  /** What it is called in that city, if it has a branch in each; "" where the city is not known. @param {Language} language */
  #branchIn(language) {
    return this.#body?.branch && this.#city ? fill(this.#body.branch[language], { city: this.#city[language] }) : "";
  }

  /** Whether the guide knows the wallet of the case in the region that the letter goes by. */
  get #isKnownThere() {
    return !this.#wallet || this.#wallet.regions.includes(this.#region);
  }

  /** The region whose company, language, currency, rules, bodies and clocks the letter goes by; null while it is open. */
  get #region() {
    return regionOfCase(this.issue, deskData()).id;
  }

  #key(name) {
    return fieldKey(this.#field(name), this.issue, this.letter);
  }

  #field(name) {
    return { id: name, ...deskData().fields[name] };
  }

  /** A field as the form asks for it: an account by what the wallet chosen knows it. */
  #asked(name) {
    const field = this.#field(name);
    return field.type === "account" ? accountAsked(field, this.#wallet, deskData()) : field;
  }

  /** @param {string[] | null} changed  the keys, whose values are forgotten already; or null where anything may have */
  #refresh(changed) {
    this.#changed = null;
    if (changed === null) {
      this.#forget(null);
    }
    find(this, "provider-choice").dataset.issue = this.issue;
    this.#showLanguages();
    this.#heedRegion();
    this.#hideWhatIsDenied();
    if (changed === null || changed.some((key) => KNOWN_BY.has(readKey(key).kind))) {
      this.#askWhatIsLeft();
      this.#askForAccounts();
    }
    this.#nameCompany();
    // No class: the theme has rules for what bears none, by which one that changes makes all below it be styled anew.
    this.toggleAttribute("data-begun", [...this.fields.keys()].some((name) => read(this.#key(name))));
    for (const [name, field] of this.fields) {
      if (changed === null || changed.some((key) => key.endsWith(this.#key(name)))) {
        this.beside.get(name).heed(changed !== null && field.contains(document.activeElement));
      }
    }
    const language = this.#sent;
    for (const name of this.#amounts) {
      this.fields.get(name).heed({ likely: this.#likely(name), language, sum: this.#sumFor(name) });
    }
    for (const [language, version] of this.versions) {
      speakAs(version, this.#termsIn(language));
      // What was once drawn does not keep what is erased, though it is not shown any more.
      if (this.shown.has(language) || version.drawn) {
        version.drawn = true;
        show(version, (field, kind) => this.saidFor(field, language, kind));
      }
      const edited = read(editedKey(this.issue, this.letter, language));
      version.paper.classList.toggle("replaced", edited !== null);
    }
    for (const ways of this.querySelectorAll("letter-ways")) {
      ways.refresh(changed === null);
    }
  }

  /** What the letter calls things: where it names the region's own next body, as that one calls them. @param {string} language */
  #termsIn(language) {
    const region = deskData().regions[this.#region];
    const next = this.form.fields.find((name) => this.#field(name).drawn_from === "region" && name !== this.form.to);
    const isNext = next && region && this.saidFor(next, language) === region.next_in_text?.[language];
    return (isNext ? region.next_terms : region?.terms)?.[language] ?? OWN_WORDS;
  }

  /**
   * What is asked stands in the open, who it is about first; what the letter already knows, and what it is right without
   * in this situation, is folded. A wallet's name does not stand for its company, which may be the reader's bank: the
   * company is asked. A field in which the reader is stays where it is.
   */
  #askWhatIsLeft() {
    const { asked, required } = this.form;
    const { language: own, matters } = deskData();
    const here = [...matters[this.situation]?.asks ?? [], ...this.#body?.needs ?? []];
    const [open, folded] = [find(this, ".letter-fields"), find(this, ".letter-more-fields")];
    for (const [name, field] of this.fields) {
      const { drawn_from: from } = this.#field(name);
      const known = read(this.#key(name)) === null && this.valueOf(name, own) !== "";
      const wanted = required.includes(name) || here.includes(name) || (asked.includes(name) && !from);
      const left = wanted && !known && !COMPUTED.has(from);
      field.need(this.#isNeeded(name));
      if (this.#field(name).logged) {
        field.hidden = this.#isInLog() && read(this.#key(name)) === null && !field.contains(document.activeElement);
      }
      if (!field.contains(document.activeElement)) {
        (left ? open : folded).append(field);
      }
    }
  }

  /** What was typed before stays in sight, and says that it is not in the letter. */
  #hideWhatIsDenied() {
    for (const [name, field] of this.fields) {
      if (this.#field(name).denied_by) {
        field.hidden = this.#denialOf(name) !== "" && read(this.#key(name)) === null && !field.contains(document.activeElement);
      }
    }
  }

  /** Whether the contact log stands in the letter, and says something. */
  #isInLog() {
    const log = this.form.fields.find((name) => this.#field(name).drawn_from === "contact-log");
    return log !== undefined && this.valueOf(log, deskData().language) !== "";
  }

  #askForAccounts() {
    for (const [name, field] of this.fields) {
      if (this.#field(name).type === "account") {
        field.ask(this.#asked(name));
      }
    }
  }

  /** A company of which there is something to know is named in the open, not among what is filled in already. */
  #nameCompany() {
    const place = find(this, ".letter-company");
    const said = find(place, "span");
    const note = this.#wallet?.notes[this.#region];
    place.hidden = !note || !this.fields.has(FIELDS.entity) || read(this.#key(FIELDS.entity)) !== null;
    if (!place.hidden) {
      said.textContent = filled(said.dataset.company, { company: this.valueOf(FIELDS.entity, deskData().language), note });
      find(place, "button").onclick = () => this.goTo(FIELDS.entity);
    }
  }

  /** What stands for a field that is left empty, and why. */
  #heedRegion() {
    const { fields, hints, language, regions } = deskData();
    const { id: region, guessed } = regionOfCase(this.issue, deskData());
    const { [region]: there = {} } = regions;
    const guess = guessed && there.name ? fill(hints.guessed_region, { region: there.name }) : "";
    this.#sayGuess(guess && there.name);
    this.#offerRules(there, guess);
    for (const [id, field] of this.fields) {
      const { drawn_from: from, otherwise } = fields[id];
      const known = (from || otherwise) && read(this.#key(id)) === null ? this.valueOf(id, language) : "";
      const denial = read(this.#key(id)) === null ? "" : this.#denialOf(id);
      if (from !== "rules") {
        field.note([
          denial && fill(hints.denied, { text: denial }),
          known && fill(hints.now, { text: known }),
          from === "clock" && this.#reply.because,
          id === this.form.to && from === "region" && this.#howToAddress,
          ["region", "clock"].includes(from) && guess,
        ].filter(Boolean).join("\n"));
      }
    }
  }

  /** @returns {{day: string, because: string}} by when the letter asks for an answer, if the reader does not say */
  get #reply() {
    const rule = this.#cited();
    const region = this.#isKnownThere || rule ? deskData().regions[this.#region] : undefined;
    const about = { trouble: this.#about.trouble, complained: this.#complained, rule };
    return replyDate(this.form, about, region, today(), deskData());
  }

  get #log() {
    return this.#contacts ??= contacts(this.issue);
  }

  /** The day of the first complaint, as it was sent or told; null where there was none. */
  get #complained() {
    return complainedOn(this.#log) ?? read(this.#key(FIELDS.complained));
  }

  /** What happened, as far as it decides which rule fits: `rulesFor` says what each means. */
  get #about() {
    const { letters, matters } = deskData();
    const sent = this.#log.map(({ letter }) => letters[letter]?.trouble);
    return {
      trouble: troubleOf(matters[this.situation]?.trouble, [...sent, this.form.trouble]), // What it is for itself comes last.
      situation: this.situation ?? "",
      company: read(this.#key(FIELDS.capacity)) === "company",
      bound: this.#isKnownThere,
    };
  }

  /** How to write the outside body that the letter goes to where the guide cannot, and which letter where there is none. */
  get #howToAddress() {
    const { hints, language, letters, regions } = deskData();
    const region = regions[this.#region];
    const body = this.#body;
    if (!region || body?.name) {
      return "";
    }
    if (this.#branchIn(language)) {
      return fill(hints.by_domicile, { city: this.#city[language] });
    }
    const [other] = Object.keys(region.bodies);
    return body
      ? fill(hints.write_body, { text: body.addressed })
      : other && fill(hints.other_letter, { region: region.in_text, letter: letters[other].name });
  }

  /** The rules to cite, and why the one that stands in the letter does. */
  #offerRules({ in_text: name = "", rules = {} }, guess) {
    const field = this.fields.get(FIELDS.right);
    if (field) {
      const { hints } = deskData();
      const kept = read(this.#key(FIELDS.right));
      const choice = this.#choice(rules);
      const cited = citedOf(choice, kept);
      const why = cited
        ? fill(cited === choice.best ? hints.suggested : hints.means, { text: rules[cited].means })
        : !this.#isKnownThere && fill(hints.nobody_known, { region: name });
      field.offerRules(rules, choice);
      field.value = kept;
      field.note([why, guess].filter(Boolean).join(" "));
    }
  }

  #choice(rules) {
    return rulesFor(rules, { ...this.form, id: this.letter }, this.#about);
  }

  /** Drop the values that may have changed: to format a long contact log again at each keystroke would be felt. */
  #forget(changed) {
    const { fields } = deskData();
    const kinds = new Set(changed?.map((key) => readKey(key).kind));
    if (changed === null || kinds.has("log")) {
      this.#contacts = null;
    }
    if (changed === null || [...WHITHER].some((kind) => kinds.has(kind))) {
      this.#money.clear();
      this.#values.clear();
      return;
    }
    const moved = this.#amounts.some((id) => changed.includes(this.#key(id)));
    if (moved) {
      this.#money.clear();
    }
    const isProven = [FIELDS.principal, FIELDS.capacity, FIELDS.authorityProof].some((id) => changed.includes(this.#key(id)));
    for (const place of this.#values.keys()) {
      const name = place.split(" ")[1];
      const drawn = DRAWN[fields[name].drawn_from] ?? [];
      const isList = isProven && fields[name].drawn_from === "evidence";
      if (isList || (moved && holdsMoney(fields[name])) || changed.includes(this.#key(name)) || drawn.some((kind) => kinds.has(kind))) {
        this.#values.delete(place);
      }
    }
  }

  #fieldText(name, language) {
    const { desk } = this;
    const field = this.#field(name);
    if (field.drawn_from === "rules") {
      return this.#cited()?.cite[language] ?? "";
    }
    const typed = fieldText(field, read(this.#key(name)), language, desk, holdsMoney(field) ? this.#likely(name) : []);
    if (field.choices && typed) {
      return called(this.#termsIn(language))(typed);
    }
    return typed || this.#drawn(field, language, desk) || (field.otherwise?.[language] ?? "");
  }

  /** The rule that the letter cites. @returns {import("./rules.js").Rule | undefined} */
  #cited() {
    const { rules = {} } = deskData().regions[this.#region] ?? {};
    return rules[citedOf(this.#choice(rules), read(this.#key(FIELDS.right)))];
  }

  /** @param {Field} field @param {Language} language @param {Desk} desk */
  #drawn({ id, drawn_from: from }, language, desk) {
    if (COMPUTED.has(from)) {
      const sum = this.#sumFor(id);
      return sum ? formatMoney(sum, language) : "";
    }
    if (LOGGED[from]) {
      return LOGGED[from](this.#log.filter(({ letter }) => letter !== this.letter), language, desk);
    }
    if (from === "evidence") {
      return annexLines(this.annexes, language, desk);
    }
    if (from === "region") {
      // A letter is addressed to the bare name of a body of its kind; in a sentence the name has its article.
      const region = desk.regions[this.#region];
      // A bank of the region has that region's next body; of another company nobody knows.
      const next = this.#isKnownThere || this.#wallet?.through_bank ? region?.next_in_text : null;
      return (this.form.to === id ? this.#body?.name?.[language] ?? this.#branchIn(language) : next?.[language]) ?? "";
    }
    if (from === "situation") {
      return desk.matters[this.situation]?.matter?.[language] ?? "";
    }
    if (from === "clock" || from === "today") {
      return dayThere(from === "today" ? today() : this.#reply.day, language, desk);
    }
    if (from === "domicile") {
      return this.#city?.[language] ?? "";
    }
    if (from === "provider" || from === "wallet") {
      return (from === "provider" ? this.#company : this.#wallet?.name)?.[language] ?? "";
    }
    return from === "transaction" ? endOf(this.valueOf(FIELDS.transaction, language)) : "";
  }
}

/** Beside each other, the paragraphs of the body stand in the same row in each language; around it are more or fewer. */
function numberRows(paper) {
  const lines = [...paper.children];
  const above = lines.findIndex((line) => line.matches(".letter-body") || line.querySelector(":scope > .letter-body"));
  lines.forEach((line, index) => line.style.setProperty("--row", index - above + ROWS_ABOVE));
}

/** The parts of a letter as the server wrote them, each with the elements that show it. */
function readPaper(paper) {
  const parts = [...paper.querySelectorAll(".letter-line")].map((line) => {
    const written = writtenIn(line);
    return {
      line,
      whole: line.closest(".letter-optional") ?? line,
      optional: line.closest(".letter-optional") !== null,
      kind: /letter-(?!line)(\w+)/.exec(line.className)[1],
      written,
      segments: written,
    };
  });
  return { paper, parts, terms: OWN_WORDS };
}

function writtenIn(line) {
  return [...line.childNodes].map((node) => ({
    text: node.textContent,
    field: node.dataset?.field ?? null,
    open: node.dataset?.open !== undefined,
    stands: node.dataset?.stands !== undefined,
  }));
}

/** Have a letter call things as they are called where it goes. What the reader types is never changed. */
function speakAs(version, terms) {
  if (version.terms === terms) {
    return;
  }
  version.terms = terms;
  const asCalled = called(terms);
  for (const part of version.parts) {
    part.segments = part.written.map((segment) => ({ ...segment, text: asCalled(segment.text) }));
  }
}

/** What gives a text of the guide's the words of the place where it goes. @param {Record<string, string>} terms */
function called(terms) {
  const all = new RegExp(Object.keys(terms).join("|") || "$^", "g");
  return (/** @type {string} */ text) => text.replace(all, (word) => terms[word]);
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

/** A language, in whatever script it is written. @param {string} code */
function languageOf(code) {
  return code.split("-")[0];
}

defineWhenHere("letter-builder", LetterBuilder, Promise.all([deskIsHere(), papersAreHere]));
