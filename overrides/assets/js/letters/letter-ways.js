import { dayOfContact, dropContact, editedKey, keep, keepEdited, keepLeft, keepSent, newContactId, watchKinds, wayKey } from "../kept/cases.js";
import { now } from "../kept/device-time.js";
import { read, watchErasing } from "../kept/store.js";
import { formatDay } from "../kept/values.js";
import { copied, copiedAs, select } from "../page/copy.js";
import { copyOf, deskData } from "../page/desk.js";
import { GuideElement } from "../page/guide-element.js";
import { element, fill, find } from "../page/markup.js";
import { dropSheet, printOnly } from "../page/print-sheet.js";
import { saveFile } from "../page/save-file.js";
import { share } from "../page/share-sheet.js";
import { bringIntoSight, isLedAway, offer, withdraw } from "../page/ways-left.js";
import { Beside } from "./beside.js";
import { cutForChat } from "./chunks.js";
import { complaintPack } from "./complaint-pack.js";
import { letterDocx } from "./docx.js";
import { canBeShortened, masked } from "./guards.js";
import { foundIn, sameAs, shortenIn } from "./leaving.js";
import { expand, paragraphs, textOf } from "./letter.js";
import { mailTo } from "./mail.js";
import { isSame, lastSending, saidOf } from "./sending.js";
import { addressed, formatted, letterSheet, textIn } from "./sheet.js";
import { writtenIn } from "./written.js";

const MUST_GO = new Set(["mainland-id", "one-time-code", "password", "cvv", "seed-phrase"]);
/** What is asked of a letter as a whole, which a part of it, once made, need not be asked again. */
const OF_THE_WHOLE = ["missing", "sums", "tongue"];
const SMALLEST_PIECE = 20;
/** What a way out gives when nothing left: the reader turned back on it, or the browser copied nothing. */
const STAYED = "stayed";
/** Milliseconds within which a mail program comes before the page. */
const TO_COME = 2000;

/**
 * <letter-ways>: everything that can be done with one language's version of a letter.
 *
 * Whatever leaves, by whichever way, passes the same gate (`#leaving`) with all its texts: blanks that still stand are
 * named first, then what would harm its writer. Once it has left, the question whether it was sent stands beside the button that was used, with all that
 * is said of it. The letter, its values and its case belong to the <letter-builder> around it.
 *
 * @typedef {LetterWays} Ways
 * @import { Paragraph } from "./sheet.js"
 */
class LetterWays extends GuideElement {
  #waiting = null;

  /** The last sending of this letter; undefined while it has to be looked up. */
  #last;
  /** The sending that was noted here, on whichever day it was, and the letter as it stood then. */
  #notedHere = { id: "", text: "" };
  /** Whether copying the letter was refused, and the reader has not done it by hand. */
  #refused = false;

  /** The text of which the lists of pieces and boxes are copies, and what was copied by hand. */
  #copied = null;

  /** The ways out of which the reader said “not yet”. */
  #notYet = new Set();

  arrive(signal) {
    this.language = this.dataset.language;
    this.builder = this.closest("letter-builder");
    this.append(copyOf("letter-ways"));
    this.said = find(this, ".way-said");
    this.byHand = find(this, ".way-by-hand");
    this.outcome = find(this, ".way-outcome");
    this.question = find(this, ".way-ask");
    this.noted = find(this, ".way-noted");
    this.when = find(this, ".way-when");
    this.#nameVersion();
    this.#listen(signal);
    find(this, ".way-share").hidden = !navigator.share;
    find(this, ".way-paper").value = /-(US|CA)\b/.test(navigator.language) ? "letter" : "a4";
  }

  /** Say of which language's letter these are the ways, and make the place to edit that one. */
  #nameVersion() {
    const version = this.builder.querySelector(`.letter-paper[lang=${this.language}] .letter-version`).textContent;
    this.querySelectorAll(".way-version").forEach((place) => {
      place.lang = this.language;
      place.textContent = ` · ${version}`;
    });
    this.editor = element("textarea", { className: "letter-editor", lang: this.language, rows: 16, hidden: true, autocomplete: "off", translate: false });
    this.editor.setAttribute("aria-label", `${this.byHand.getAttribute("aria-label")} · ${version}`);
    const place = element("div", { className: "editor-place" }, this.editor);
    this.prepend(place);
    this.besideEditor = this.#besideOf(this.editor, place, {
      name: () => editedKey(this.builder.issue, this.builder.letter, this.language),
      keep: (text) => keepEdited(this.builder.issue, this.builder.letter, this.language, text),
    });
    this.beside = Object.fromEntries(Object.entries(this.#addresses()).map(([name, address]) => {
      const key = () => wayKey(this.builder.issue, name);
      const keepIt = (text) => keep(this.builder.issue, { [key()]: text });
      return [name, this.#besideOf(address, address.closest("p").parentElement, { name: key, keep: keepIt })];
    }));
  }

  /** @param {HTMLInputElement | HTMLTextAreaElement} control @param {HTMLElement} host @param {{name: () => string, keep: (text: string) => void}} how */
  #besideOf(control, host, { name, keep: keepIt }) {
    return new Beside({
      name,
      host,
      stored: () => read(name()) ?? "",
      typed: () => control.value,
      show: (text) => { control.value = text; },
      focus: () => control.focus(),
      keep: keepIt,
    });
  }

  #listen(signal) {
    const on = (selector, act) => find(this, selector).addEventListener("click", ({ currentTarget }) => act(currentTarget), { signal });
    const leave = (selector, texts, act) => on(selector, (from) => this.#leaving({ texts, act: () => act(from), from }));
    const out = (selector, texts, act) => leave(selector, texts, (from) => this.#goOut(from, act));
    const show = (selector, texts, act) => leave(selector, texts, (from) => { this.#standBeside(from); act(); });
    const whole = () => [this.text];
    // The subject is the built one even where the reader changed the letter.
    const withSubject = () => [this.content.subject, this.text];
    out(".way-copy", whole, () => this.#copy(this.text));
    out(".way-formatted", withSubject, () => this.#copyFormatted());
    out(".way-share", withSubject, () => this.#share());
    out(".way-mail", () => [this.#mailTo, ...withSubject()], () => this.#mail());
    out(".way-text", whole, () => this.#saveText());
    out(".way-word", withSubject, () => this.#saveWord());
    out(".way-print", withSubject, () => this.#printLetter(this.#sheet()));
    out(".way-post-print", () => [textOfAll(this.#post())], () => this.#printLetter(this.#post()));
    out(".way-pack", () => [textIn(this.#pack())], () => this.#print(this.#pack()));
    show(".way-cut", withSubject, () => this.#cut());
    show(".way-box", () => this.#boxes().map(([, text]) => text), () => this.#fillBoxes());
    on(".way-blank", (from) => { this.#standBeside(from); this.#copy(this.#blank(), "blankCopied"); });
    on(".way-edit", () => this.#edit());
    on(".way-rebuild", () => this.#rebuild());
    on(".way-sent", (from) => this.#sayIsSent(from));
    on(".way-yes", () => this.#answer(true));
    on(".way-no", () => this.#answer(false));
    on(".way-unsent", () => this.#unsend());
    on(".gate-missing .gate-pass", () => this.#pass("missing"));
    on(".gate-sums .gate-pass", () => this.#pass("sums"));
    on(".gate-tongue .gate-pass", () => this.#pass("tongue"));
    on(".gate-risks .gate-pass", () => this.#pass("risks"));
    on(".gate-shorten", () => this.#shorten());
    on(".gate-back", () => this.#back());
    find(this, ".way-phone").addEventListener("toggle", () => this.#openScript(), { signal });
    this.byHand.addEventListener("copy", () => this.#copiedByHand(), { signal });
    this.when.addEventListener("input", () => this.#correctWhen(), { signal });
    this.editor.addEventListener("input", () => this.besideEditor.keepTyped(), { signal });
    for (const [name, place] of Object.entries(this.#addresses())) {
      place.addEventListener("input", () => this.beside[name].keepTyped(), { signal });
    }
    watchErasing(() => {
      dropSheet();
      this.#forget();
    }, signal);
    watchKinds(new Set(["log"]), () => this.#showSent(true), signal);
  }

  /**
   * Show what may have changed elsewhere: the edited letter, addresses, the spoken words.
   * @param {boolean} all  even what is being typed, which is else left alone
   */
  refresh(all) {
    const edited = this.#edited;
    this.editor.hidden = edited === null;
    find(this, ".edited").hidden = edited === null;
    find(this, ".way-edit").hidden = edited !== null;
    this.besideEditor.heed(!all && edited !== null && document.activeElement === this.editor);
    for (const [name, place] of Object.entries(this.#addresses())) {
      this.beside[name].heed(!all && document.activeElement === place);
    }
    if (this.#copied !== null && this.#copied !== this.text) {
      this.#dropCopies();
    }
    this.#showScript();
    this.#showSent(all);
  }

  /** Copies of the letter as it was: what they hold is no longer what would be sent. */
  #dropCopies() {
    this.#copied = null;
    this.#standBeside(find(this, ".way-copy"));
    this.querySelectorAll(".way-pieces, .way-boxes").forEach((list) => list.replaceChildren());
    this.byHand.hidden = true;
    this.byHand.value = "";
    this.question.hidden = true;
    withdraw(this.said);
  }

  /** The letter as it would leave: subject, and the paragraphs around it. @returns {{subject: string, body: Paragraph[]}} */
  get content() {
    const built = this.#built;
    const kinds = new Map(built.map(({ kind, text }) => [text, kind]));
    const all = this.#edited?.split(/\n{2,}/).map((text) => ({ text, kind: kinds.get(text) ?? "body" })) ?? built;
    return {
      subject: built.find(({ kind }) => kind === "subject").text,
      body: all.filter(({ kind }) => kind !== "subject"),
    };
  }

  /** The whole letter as plain text: paragraphs apart by an empty line. */
  get text() {
    return this.#edited ?? textOfAll(this.#built);
  }

  /** The paragraphs of the letter as the form fills it in. */
  get #built() {
    return paragraphs(this.builder.partsIn(this.language), (field, kind) => this.builder.saidFor(field, this.language, kind));
  }

  /** The letter as the reader changed it, or null. */
  get #edited() {
    return read(editedKey(this.builder.issue, this.builder.letter, this.language));
  }

  #value(field) {
    return this.builder.saidFor(field, this.language);
  }

  #blank() {
    return this.builder.partsIn(this.language).map(({ segments }) => textOf(segments)).join("\n\n");
  }

  // The gate --------------------------------------------------------------------------------

  /**
   * @param {object} leaving
   * @param {() => string[]} leaving.texts  all that leaves @param {() => unknown} leaving.act
   * @param {string[]} [leaving.passed]  the gates behind it @param {HTMLElement} leaving.from  where the focus returns
   */
  #leaving({ texts, act, passed = [], from }) {
    this.#closeGates();
    this.#waiting = { texts, act, passed, from };
    if (this.#askCurrency()) {
      return;
    }
    if (!passed.includes("missing") && this.#askMissing()) {
      return;
    }
    if (!passed.includes("sums") && this.#askSums()) {
      return;
    }
    if (!passed.includes("tongue") && this.#askTongue()) {
      return;
    }
    if (this.#askRisks(texts())) {
      return;
    }
    this.#waiting = null;
    act();
  }

  #pass(gate) {
    if (gate === "risks") {
      this.#risksIn(this.#waiting.texts()).forEach((risk) => this.builder.letPass.add(sameAs(risk)));
    }
    this.#goOn(gate);
  }

  /** Say no more than is needed, wherever it was written, and go on. */
  #shorten() {
    shortenIn(this.#risksIn(this.#waiting.texts()), this.#written());
    this.#goOn("risks");
  }

  #goOn(gate) {
    const { passed, from, ...leaving } = this.#waiting;
    from.focus();
    this.#leaving({ ...leaving, passed: [...passed, gate], from });
  }

  #forget() {
    this.builder.letPass.clear();
    this.#closeGates();
  }

  #back() {
    this.#closeGates();
    (this.#edited === null ? find(this.builder, ".letter-form > summary") : this.editor).focus();
  }

  /** A bare number leaves in no letter but one that the reader edited, who has the last word there. */
  #askCurrency() {
    const bare = this.#edited === null ? this.builder.bareAmounts() : [];
    return bare.length > 0 && this.#leadTo(find(this, ".gate-currency"), bare);
  }

  #askMissing() {
    const missing = this.builder.missingIn(this.language, this.#edited);
    if (missing.length === 0) {
      return false;
    }
    const gate = find(this, ".gate-missing");
    const title = find(gate, "p");
    title.textContent = fill(title.dataset.count, { count: missing.length });
    return this.#leadTo(gate, missing);
  }

  /** Sums that the letter's figures do not come to; in one that the reader edited, the reader has the last word. */
  #askSums() {
    const wrong = this.#edited === null ? this.builder.wrongSums() : [];
    return wrong.length > 0 && this.#leadTo(find(this, ".gate-sums"), wrong);
  }

  /** What was written in another language than the letter's, which whoever gets it may not read. */
  #askTongue() {
    const other = this.#edited === null ? this.builder.inOtherTongue(this.language) : [];
    return other.length > 0 && this.#leadTo(find(this, ".gate-tongue"), other);
  }

  /** Open a gate with a way to each field. @param {{id: string, label: string}[]} fields */
  #leadTo(gate, fields) {
    find(gate, "ul").replaceChildren(...fields.map(({ id, label }) => {
      const go = element("button", { type: "button", className: "quiet", textContent: label });
      go.addEventListener("click", () => this.builder.goTo(id));
      return element("li", {}, go);
    }));
    return this.#openGate(gate);
  }

  /** All that the reader wrote and may leave, the letter as they changed it first: it is what counts. */
  #written() {
    const { issue, letter } = this.builder;
    const edited = this.#edited;
    const addresses = Object.entries(this.#addresses()).map(([name, place]) => ({
      where: place.closest("label").textContent.trim(),
      text: place.value,
      put: (text) => {
        place.value = text;
        keep(issue, { [wayKey(issue, name)]: text });
      },
    }));
    return [
      ...(edited === null ? [] : [{ where: this.editor.getAttribute("aria-label"), text: edited, put: (text) => keepEdited(issue, letter, this.language, text) }]),
      ...addresses,
      ...writtenIn(issue, letter, deskData()),
    ];
  }

  #risksIn(texts) {
    return foundIn(texts, this.#written(), deskData().wording, this.builder.letPass);
  }

  #askRisks(texts) {
    const risks = this.#risksIn(texts);
    if (risks.length === 0) {
      return false;
    }
    const stop = risks.some(({ kind }) => MUST_GO.has(kind));
    const gate = find(this, ".gate-risks");
    const list = find(gate, "ul");
    list.replaceChildren(...risks.map((risk) => {
      const place = risk.where ?? this.editor.getAttribute("aria-label");
      return element("li", {}, element("strong", { textContent: masked(risk) }), ` — ${place} — `, list.getAttribute(`data-${risk.kind}`));
    }));
    find(gate, ".gate-stop").hidden = !stop;
    find(gate, ".gate-pass").hidden = stop;
    find(gate, ".gate-shorten").hidden = !risks.some((risk) => canBeShortened(risk) && risk.where !== null);
    return this.#openGate(gate);
  }

  #openGate(gate) {
    gate.hidden = false;
    gate.focus();
    return true;
  }

  #closeGates() {
    this.querySelectorAll(".gate").forEach((gate) => {
      gate.hidden = true;
      find(gate, "ul").replaceChildren();
    });
    this.byHand.hidden = true;
    this.question.hidden = true;
    this.#say("");
  }

  // Ways out --------------------------------------------------------------------------------

  /** @returns {Promise<string | undefined>}  STAYED where it has to be copied by hand */
  async #copy(text, done = "copied") {
    if (await copied(text)) {
      this.#say(done);
      return undefined;
    }
    // Refused, no secure context, or no answer: leave the copying to the reader's own hand.
    this.byHand.lang = this.language;
    select(this.byHand, text);
    this.#copied = this.text;
    this.#say("copyRefused");
    return STAYED;
  }

  async #copyFormatted() {
    const html = formatted(this.language, this.#sheet());
    if (await copiedAs({ "text/html": html, "text/plain": this.text })) {
      this.#say("copied");
      return undefined;
    }
    return this.#copy(this.text);
  }

  async #share() {
    const { subject, body } = this.content;
    const text = textOfAll(body);
    const left = () => this.#offer({ asked: "share", texts: [{ label: "subject", text: subject }, { label: "body", text }] });
    const outcome = await share({ title: subject, text }, left);
    this.#say("");
    if (outcome === "refused") {
      return this.#copy(this.text);
    }
    return outcome === "closed" ? STAYED : outcome;
  }

  get #mailTo() {
    return find(this, ".way-to").value.trim();
  }

  async #mail() {
    const { subject, body } = this.content;
    const [to, text] = [this.#mailTo, textOfAll(body)];
    const { href, bodyFits } = mailTo({ to, subject, body: text });
    if (!bodyFits && await this.#copy(text) !== STAYED) {
      this.#say("emailLong");
    }
    const left = () => this.#offer({
      asked: "mail", texts: [{ label: "to", text: to }, { label: "subject", text: subject }, { label: "body", text }],
    });
    isLedAway(TO_COME).then((away) => away || left());
    window.open(href, "_self");
  }

  /** What is left of a way out, where the letter that took it is still the same. @param {import("../page/ways-left.js").Left} left */
  #offer(left) {
    this.#copied = this.text;
    offer(this.said, left).then(() => this.#bringIntoSight());
  }

  /** @param {Paragraph[]} paragraphs */
  #printLetter(paragraphs) {
    this.#print(letterSheet(this.language, paragraphs), textOfAll(paragraphs));
  }

  /** @param {HTMLElement} sheet @param {string} [text] */
  #print(sheet, text) {
    this.#copied = this.text;
    printOnly(sheet, this.said, text);
  }

  #saveText() {
    // A byte order mark and CRLF: without them old Notepad shows Chinese as rubbish, and one long line.
    const text = `\ufeff${this.text.replaceAll("\n", "\r\n")}\r\n`;
    this.#save(new Blob([text], { type: "text/plain;charset=utf-8" }), "txt");
  }

  #saveWord() {
    this.#save(letterDocx({
      title: this.content.subject,
      paragraphs: this.#sheet(),
      language: this.language,
      paper: find(this, ".way-paper").value,
    }), "docx");
  }

  #save(blob, ending) {
    const name = `${fill(deskData().words.file_name[this.language], { code: this.builder.form.code })}.${ending}`;
    this.#say("saved", { name });
    this.#copied = this.text;
    saveFile(new File([blob], name, { type: blob.type }), this.said, this.text).then(() => this.#bringIntoSight());
  }

  /** The letter in its order on paper. @returns {Paragraph[]} */
  #sheet() {
    const { subject, body } = this.content;
    const above = this.#built.findIndex(({ kind }) => kind === "subject");
    return [...body.slice(0, above), { text: subject, kind: "subject" }, ...body.slice(above)];
  }

  #post() {
    const { sender, firm } = this.#addresses();
    return addressed(this.#sheet(), { sender: sender.value.trim(), addressee: firm.value.trim() });
  }

  #pack() {
    return complaintPack(this.builder, this.language, this.#sheet());
  }

  #cut() {
    const limit = Number(find(this, ".way-limit").value);
    if (!(limit >= SMALLEST_PIECE)) {
      this.#say("chatTooSmall");
      return;
    }
    const { subject, body } = this.content;
    const words = deskData().words.piece[this.language];
    const pieces = cutForChat(textOfAll([{ text: subject }, ...body]), limit, (number, total) => (total > 1 ? fill(words, { number, total }) : ""));
    const list = find(this, ".way-pieces");
    this.#copied = this.text;
    list.replaceChildren(...pieces.map((text, index) => (
      element("li", {}, ...this.#copyable(text, fill(list.dataset.copy, { number: index + 1 }), index === pieces.length - 1))
    )));
  }

  /** What a web form may ask for, box by box: a label and its text. @returns {[string, string][]} */
  #boxes() {
    const { subject, body } = this.content;
    const { fields, language, words } = deskData();
    const named = this.builder.form.fields.map((field) => [fields[field].label[language], this.#value(field)]);
    return [[words.subject[language], subject], [words.body[language], textOfAll(body)], ...named].filter(([, text]) => text);
  }

  #fillBoxes() {
    const list = find(this, ".way-boxes");
    this.#copied = this.text;
    list.replaceChildren(...this.#boxes().flatMap(([label, text]) => [
      element("dt", { textContent: label }),
      element("dd", {}, ...this.#copyable(text, fill(list.dataset.copy, { label }), true)),
    ]));
  }

  /** A text and a button that copies it. @param {boolean} last  whether the letter has left with it @returns {HTMLElement[]} */
  #copyable(text, label, last) {
    const button = element("button", { type: "button", className: "quiet", textContent: label });
    button.addEventListener("click", () => this.#leaving({
      texts: () => [text],
      act: () => {
        this.#standBeside(button);
        last ? this.#goOut(button, () => this.#copy(text)) : this.#copy(text);
      },
      passed: OF_THE_WHOLE,
      from: button,
    }));
    return [element("p", { className: "copyable", lang: this.language, translate: false, textContent: text }), button];
  }

  /** What is read out leaves too: it is shown when the reader has seen what is in it. */
  #openScript() {
    const fold = find(this, ".way-phone");
    if (fold.open && this.#risksIn([textIn(this.#spoken())]).length > 0) {
      fold.open = false;
      this.#leaving({
        texts: () => [textIn(this.#spoken())],
        act: () => { fold.open = true; },
        passed: OF_THE_WHOLE,
        from: find(fold, "summary"),
      });
    }
    this.#showScript();
  }

  #showScript() {
    const fold = find(this, ".way-phone");
    if (!fold.open) {
      return;
    }
    const spoken = this.#spoken();
    // While it stood open something was written that the reader has yet to be asked about.
    fold.open = this.#risksIn([textIn(spoken)]).length === 0;
    find(this, ".way-script").replaceChildren(...(fold.open ? spoken.childNodes : []));
  }

  /** @returns {HTMLElement} what to say on the phone */
  #spoken() {
    const { language: own, script } = deskData();
    const parts = script.filter(({ letters }) => letters.length === 0 || letters.includes(this.builder.letter));
    const languages = [...new Set([this.language, own])];
    return element("div", {}, ...parts.flatMap((part) => languages.flatMap((language) => this.#said(part, language))));
  }

  /** What is said on the phone in a language; in the reader's own below it, where that is another. @returns {HTMLElement[]} */
  #said(part, language) {
    const className = language === this.language ? "copyable" : "said-here";
    const runs = expand({ optional: part.optional, segments: part[language] }, (field) => this.builder.valueOf(field, language));
    const translate = language !== this.language;
    return runs ? [element("p", { className, lang: language, translate, textContent: textOf(runs) })] : [];
  }

  // Sent? -----------------------------------------------------------------------------------

  /** @param {HTMLElement} from  the button that was used @param {() => unknown} act */
  async #goOut(from, act) {
    this.#standBeside(from);
    this.from = from;
    if (await act() === STAYED) {
      this.#refused = !this.byHand.hidden;
    } else {
      this.#noteLeft();
    }
  }

  /** The reader's own hand did what the browser refused. */
  #copiedByHand() {
    if (this.#refused) {
      this.#refused = false;
      this.#noteLeft();
    }
  }

  /** The letter left by a button, and nobody has said yet whether it was sent. */
  #noteLeft() {
    if (!this.#isSent) {
      keepLeft(this.builder.issue, this.builder.letter, this.#sending());
      this.#ask("ask", this.#notYet.has(this.from.className));
    }
  }

  /** @param {"ask" | "askRefused"} words @param {boolean} [answered]  whether the reader has said already that it was not */
  #ask(words, answered = false) {
    const asked = this.question.dataset[words];
    find(this.question, "strong").textContent = asked;
    this.question.setAttribute("aria-label", asked);
    this.question.hidden = answered;
    this.#bringIntoSight();
  }

  /** What was said of a way out, and what is asked and left below it. */
  #bringIntoSight() {
    bringIntoSight(this.said, this.outcome);
  }

  /** All that is said of a way out stands beside its button, and no more of the one before. @param {HTMLElement} from */
  #standBeside(from) {
    this.#refused = false;
    const place = from.closest("li, dd, p");
    place.localName === "p" ? place.after(this.outcome) : place.append(this.outcome);
  }

  #sending() {
    const { letter, form, replyBy } = this.builder;
    return { when: now(), said: this.content.subject, promised: replyBy, letter, starts: form.starts, text: this.text };
  }

  /** Whether it was sent today as it is. */
  get #isSent() {
    return isSame(this.#last, () => this.text, this.#notedHere);
  }

  #answer(sent) {
    this.question.hidden = true;
    this.from.focus();
    if (sent) {
      this.#noteSent(this.from);
    } else {
      this.#notYet.add(this.from.className);
      keepLeft(this.builder.issue, this.builder.letter, null);
    }
  }

  /** What could not be copied may have been sent all the same: typed off, or from elsewhere. @param {HTMLElement} from */
  #sayIsSent(from) {
    if (this.#refused) {
      this.#ask("askRefused");
      find(this, ".way-yes").focus();
    } else {
      this.#noteSent(from);
    }
  }

  #noteSent(from) {
    this.#closeGates();
    this.#standBeside(from);
    if (!this.#isSent) {
      this.#notedHere = { id: newContactId(), text: this.text };
      keepSent(this.builder.issue, { id: this.#notedHere.id, ...this.#sending() });
    }
    this.#sayNoted();
  }

  /** Another day or time than that at which the reader said so. One to come is not noted, and said not to be. */
  #correctWhen() {
    const { value: local, validity } = find(this.when, "input");
    if (local && validity.valid) {
      const { id, ...sending } = this.#last;
      keepSent(this.builder.issue, { id, ...sending, when: { ...sending.when, local } });
      // The date for an answer may count from that day: with another one in it, this is still the letter that was sent.
      this.#notedHere = { id, text: this.text };
      this.#showSent(true);
    }
    this.#sayNoted(validity.rangeOverflow ? this.noted.dataset.toCome : "");
  }

  /** @param {string} [fault]  what could not be noted */
  #sayNoted(fault = "") {
    const noted = saidOf(this.builder.issue, this.#last, this.noted.dataset, deskData());
    this.noted.textContent = [fault, noted].filter(Boolean).join("\n");
  }

  #unsend() {
    dropContact(this.builder.issue, this.#last.id);
    this.noted.textContent = this.noted.dataset.undone;
    find(this, ".way-sent").focus();
  }

  /** @param {boolean} anew  whether the log may have changed */
  #showSent(anew) {
    if (anew || this.#last === undefined) {
      this.#last = lastSending(this.builder.issue, this.builder.letter);
    }
    const same = this.#isSent;
    const { dataset: words } = this.noted;
    const button = find(this, ".way-sent");
    const day = this.#last && dayOfContact(this.#last);
    button.textContent = day === null ? words.sent : fill(same ? words.sentOn : words.sentAgain, { date: formatDay(day, deskData().language) ?? day });
    find(this, ".way-unsent").hidden = !same;
    this.#showWhen(same);
    if (!same && this.noted.textContent !== words.undone) {
      this.noted.textContent = "";
    }
  }

  /** The time that is noted, to correct; what is being typed is left alone. @param {boolean} shown */
  #showWhen(shown) {
    const place = find(this.when, "input");
    this.when.hidden = !shown;
    if (shown && document.activeElement !== place) {
      place.max = now().local;
      place.value = this.#last.when.local;
    }
  }

  // The reader's own version ----------------------------------------------------------------

  #edit() {
    this.editor.value = this.text;
    this.besideEditor.keepTyped();
    this.editor.focus();
  }

  #rebuild() {
    keepEdited(this.builder.issue, this.builder.letter, this.language, null);
    find(this, ".way-edit").focus();
  }

  /** The fields of addresses, by the names under which they are kept. */
  #addresses() {
    return { sender: find(this, ".way-sender"), firm: find(this, ".way-firm"), email: find(this, ".way-to") };
  }

  /** @param {string} word  "" takes back what was said, and what is left of a way out */
  #say(word, values = {}) {
    withdraw(this.said);
    this.said.textContent = word && fill(this.said.dataset[word], values);
    if (word) {
      this.#bringIntoSight();
    }
  }
}

/** Paragraphs as plain text: apart by an empty line. @param {{text: string}[]} paragraphs */
function textOfAll(paragraphs) {
  return paragraphs.map(({ text }) => text).join("\n\n");
}

customElements.define("letter-ways", LetterWays);
