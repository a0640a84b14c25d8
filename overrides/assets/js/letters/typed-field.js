import { ownZone } from "../kept/device-time.js";
import { copyOf, deskData, wordsOf } from "../page/desk.js";
import { tellIfEmpty } from "../page/empty-date.js";
import { element, fill, find, setHidden, setText } from "../page/markup.js";
import { currencyKey, parsed, rowsOf } from "./kept-value.js";
import { currenciesOf } from "./letter-money.js";
import { amountFor, offerCurrencies, showMoney } from "./money-entry.js";
import { NO_RULE } from "./rules.js";

/** Of numbers, names of accounts and addresses every letter counts: a phone neither mends nor marks them. */
const AS_TYPED = { autocapitalize: "off", autocorrect: false, spellcheck: false };
/** @param {Partial<Field>} field */
const isExact = ({ type, reference, autocomplete }) => type === "account" || reference || ["email", "tel"].includes(autocomplete);

/**
 * <typed-field>: one blank of a letter as a form field of its type. `value` is what the store keeps;
 * an `input` event says that it has changed. Made by `fieldFor`.
 *
 * Where several controls make one value, those that the reader leaves alone count as they were last shown: a browser
 * may have emptied them (WebKit does, on the way back), and that must not be kept. A list of currencies shows the one
 * that counts, and is kept only as far as the reader chose in it.
 *
 * @typedef {TypedField} FormField
 * @typedef {object} Use
 * @property {string} id  for its control
 * @property {boolean} [required]  left out where nothing is
 * @property {(text: string) => string} [shortened]  an account without the numbers of cards, for fields of accounts
 */
class TypedField extends HTMLElement {
  /** @type {HTMLElement} */
  remark;

  /** The rules in the list, in their order. */
  #standing = null;

  /** Whether the letter is wrong without it; left out where nothing is. @type {boolean | undefined} */
  #required;

  /** What says in the list of rules that none is chosen. */
  #unchosen = null;

  /** What was last shown or typed in each control; in a list of currencies, what was chosen. */
  #known = new WeakMap();
  /** What the rest of the letter says of the amounts here. */
  #around = { likely: [], language: deskData().language, sum: null };

  /** @param {Field} field  as the desk describes it @param {Use} use */
  make(field, { id, required, shortened }) {
    this.field = field;
    this.shortened = shortened;
    this.dataset.field = field.id;
    const { language, hints } = deskData();
    this.append(copyOf(`field-${field.type}`));
    this.#showNeed(required);
    const label = field.label[language];
    if (field.type === "table") {
      this.#explain(id, field, language, hints);
      find(this, ".field-legend").textContent = label;
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", label);
      find(this, ".field-add").addEventListener("click", () => this.#addRow(true));
    } else {
      find(this, ".field-value").id = id;
      find(this, "label").htmlFor = id;
      this.ask(field);
    }
    this.querySelector(".field-shorten")?.addEventListener("click", () => this.#shorten());
    this.#offer(field, language);
    this.addEventListener("input", (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
      this.#know(target, target.value);
      if (isCurrency(target)) {
        this.#giveWay(target.closest(".money"), target.value);
      }
      this.#check();
    });
    // Some that fill in forms say so by this event alone.
    this.addEventListener("change", (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
      if (this.#known.has(target) && this.#known.get(target) !== target.value && !isCurrency(target)) {
        target.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    this.value = null;
    return this;
  }

  /**
   * Say whether the letter is wrong without it. Then nothing else stands there, and nothing is said to.
   * @param {boolean} required
   */
  need(required) {
    if (this.#required !== required) {
      this.#showNeed(required);
      const { language, hints } = deskData();
      const { id } = find(this, ".field-help");
      this.#explain(id.replace(/-help$/, ""), this.field, language, hints);
    }
  }

  #showNeed(required) {
    this.#required = required;
    find(this, ".field-required").hidden = required !== true;
    find(this, ".field-optional").hidden = required !== false;
  }

  /** Ask in the words and with the keys of a field, which may change as long as its type does not. @param {Field} field */
  ask(field) {
    const { language, hints } = deskData();
    const control = find(this, ".field-value");
    this.field = field;
    this.#explain(control.id, field, language, hints);
    find(this, "label").textContent = field.label[language];
    control.name = field.id;
    Object.assign(control, isExact(field) && AS_TYPED);
    for (const manner of ["autocomplete", "inputmode"]) {
      if (field[manner]) {
        control.setAttribute(manner, field[manner]);
      }
    }
    if (this.ready) {
      this.#check();
    }
  }

  /** @returns {string} "" when empty */
  get value() {
    return this.#composed((control) => this.#known.get(control));
  }

  #composed(valueOf) {
    const valuesIn = (root) => Object.fromEntries(controls(root).map((control) => [control.dataset.key, valueOf(control)]));
    if (this.field.type === "table") {
      const rows = this.#rows().map(valuesIn);
      return rows.some((row) => this.field.columns.some(({ id }) => row[id].trim())) ? JSON.stringify(rows) : "";
    }
    const main = find(this, ".field-value");
    const { key } = main.dataset;
    const value = key ? valuesIn(this) : valueOf(main);
    return key ? (value[key] ? JSON.stringify(value) : "") : value;
  }

  set value(kept) {
    const shown = this.ready && this.#composed((control) => (isCurrency(control) ? this.#known.get(control) : control.value));
    if ((kept ?? "") === this.value && shown === this.value) {
      return;
    }
    this.ready = true;
    if (this.field.type === "table") {
      this.#showRows(rowsOf(kept));
    } else if (controls(this).length === 0) {
      this.#choose(find(this, ".field-value"), kept ?? "");
    } else {
      const value = parsed(kept);
      for (const control of controls(this)) {
        this.#put(control, value[control.dataset.key]);
      }
    }
    this.#check();
  }

  /**
   * Offer rules to cite, for a field that cites one: the best stands for itself while nothing is chosen.
   * @param {Record<string, import("./rules.js").Rule>} rules @param {{offered: string[], best: string}} choice
   */
  offerRules(rules, { offered, best }) {
    const list = find(this, ".field-value");
    const standing = [best, ...offered.filter((id) => id !== best)];
    this.hidden = offered.length === 0;
    if (this.#standing === String(standing)) {
      return;
    }
    this.#standing = String(standing);
    const { hints } = deskData();
    this.#unchosen ??= list.options[0];
    list.replaceChildren(
      ...standing.map((id) => (id ? new Option(rules[id].name, id === best ? "" : id) : this.#unchosen)),
      new Option(hints.cite_none, NO_RULE),
    );
  }

  /**
   * Heed the rest of the letter: the currencies that it makes likely, the language in which it will be sent, and what
   * this amount comes to by its other figures.
   * @param {{likely: string[], language: Language, sum: import("./letter-money.js").Sum | null}} around
   */
  heed(around) {
    if (JSON.stringify(around) !== JSON.stringify(this.#around)) {
      this.#around = around;
      this.#check();
    }
  }

  /** Say something of the reader's region beside the field, or nothing. @param {string} text  a line for each thing */
  note(text) {
    if (!this.remark) {
      const help = find(this, ".field-help");
      this.remark = help.cloneNode();
      this.remark.removeAttribute("id");
      this.remark.hidden = true;
      help.after(this.remark);
    }
    // To write it again, unchanged, would have the whole form looked through.
    setText(this.remark, text);
    setHidden(this.remark, text === "");
  }

  focusFirst() {
    this.querySelector("input, textarea, select")?.focus();
  }

  #explain(id, field, language, hints) {
    const help = find(this, ".field-help");
    const said = [
      field.help?.[language],
      field.numbered && hints.numbered,
      field.drawn_from && !this.#required && hints.drawn[field.drawn_from],
      field.example && fill(hints.example, { example: field.example[language] }),
    ].filter(Boolean);
    help.hidden = said.length === 0;
    help.textContent = said.join(" ");
    help.id = `${id}-help`;
    const told = said.length > 0 ? [help] : [];
    for (const fault of this.querySelectorAll(".field-fault")) {
      fault.id = `${id}-fault`;
      told.push(fault);
    }
    if (told.length > 0) {
      (this.querySelector(".field-value") ?? this).setAttribute("aria-describedby", told.map((each) => each.id).join(" "));
    }
  }

  #offer(field, language) {
    const { zones } = deskData();
    const here = ownZone();
    for (const list of this.querySelectorAll("select")) {
      if (list.dataset.key === "zone") {
        const known = zones.some(({ id }) => id === here) ? [] : [new Option(here, here)];
        list.append(...known, ...zones.map(({ id, label }) => new Option(label[language], id)));
        list.value = here;
      } else if (isCurrency(list)) {
        offerCurrencies(list.closest(".money"));
      } else if (field.choices) {
        list.append(...field.choices.map(({ id, label }) => new Option(label[language], id)));
      }
    }
  }

  /** Show what each amount is read as, and which currency counts for it; what of an account should not stand there. */
  #check() {
    if (this.field.type === "account") {
      const fault = find(this, ".field-fault");
      const whole = !this.field.card && this.shortened(this.value) !== this.value;
      fault.textContent = whole ? fault.dataset.card : "";
      find(this, ".buttons").hidden = !whole;
    }
    const places = this.#moneyPlaces();
    const entries = places.map((place) => this.#entryAt(place));
    const likely = [...currenciesOf(entries), ...this.#around.likely];
    places.forEach((place, index) => showMoney(place, entries[index], { ...this.#around, likely }));
  }

  #moneyPlaces() {
    return [...this.querySelectorAll(".money")];
  }

  #entryAt(place) {
    return { typed: this.#known.get(find(place, "input")) ?? "", chosen: this.#known.get(find(place, "select")) ?? "" };
  }

  /** The reader's last word counts: a currency typed with the amount gives way to the one chosen after it. */
  #giveWay(place, chosen) {
    const amount = amountFor(this.#entryAt(place).typed, chosen);
    if (amount !== null) {
      this.#put(find(place, "input"), amount);
    }
  }

  /** Keep the last four digits of a card, at the reader's word. */
  #shorten() {
    const control = find(this, ".field-value");
    control.value = this.shortened(control.value);
    control.focus();
    control.dispatchEvent(new Event("input", { bubbles: true }));
  }

  /** Show the value of the only control; in a list, what it does not offer is nothing chosen. */
  #choose(main, value) {
    main.value = value;
    if (main.selectedIndex === -1) {
      main.value = "";
    }
    this.#know(main, main.value);
  }

  /** Show a value in a control. Nothing given empties a field, and leaves in a list what was offered first. */
  #put(control, value) {
    if (isCurrency(control)) {
      this.#known.set(control, value ?? "");
      return;
    }
    control.localName === "select" ? select(control, value) : control.value = value ?? "";
    this.#know(control, String(value ?? control.value));
  }

  /** What now counts for a control is also what it shows. */
  #know(control, value) {
    this.#known.set(control, value);
    tellIfEmpty(control);
  }

  #rows() {
    return [...this.querySelectorAll(".field-row")];
  }

  #showRows(rows) {
    find(this, ".field-rows").replaceChildren();
    for (const row of rows.length ? rows : [{}]) {
      this.#addRow(false, row);
    }
  }

  #addRow(byHand, values = {}) {
    const { language } = deskData();
    const row = element("fieldset", { className: "field-row" }, element("legend"));
    for (const column of this.field.columns) {
      row.append(column.type === "money" ? this.#moneyCell(column, values, language) : this.#cell(column, values, language));
    }
    const remove = element("button", { type: "button", className: "field-remove quiet" });
    remove.addEventListener("click", () => this.#removeRow(row));
    row.append(remove);
    find(this, ".field-rows").append(row);
    this.#nameRows();
    if (byHand) {
      this.#check();
      row.querySelector("input").focus();
    }
  }

  /** @param {Field["columns"][number]} column */
  #cell({ id, label, type, reference }, values, language) {
    const cell = element("input", { ...controlOf(type, values[id]), autocomplete: "off", ...(reference && AS_TYPED) });
    cell.dataset.key = id;
    this.#put(cell, values[id]);
    return element("label", {}, label[language], cell);
  }

  /** @param {Field["columns"][number]} column */
  #moneyCell({ id, label }, values, language) {
    const cell = copyOf("cell-money");
    const [amount, currency] = [find(cell, "input"), find(cell, "select")];
    find(cell, "span").textContent = label[language];
    offerCurrencies(find(cell, ".money"));
    this.#put(amount, values[id]);
    this.#put(currency, values[currencyKey(id)]);
    amount.dataset.key = id;
    currency.dataset.key = currencyKey(id);
    return cell;
  }

  #removeRow(row) {
    row.remove();
    if (this.#rows().length === 0) {
      this.#addRow(false);
    }
    this.#nameRows();
    find(this, ".field-add").focus();
    this.dispatchEvent(new Event("input", { bubbles: true }));
  }

  #nameRows() {
    const words = wordsOf("field-table");
    this.#rows().forEach((row, index) => {
      find(row, "legend").textContent = fill(words.row, { number: index + 1 });
      find(row, ".field-remove").textContent = fill(words.remove, { number: index + 1 });
    });
  }
}

function isCurrency(control) {
  return control.matches(".money select");
}

const PICKERS = {
  date: { control: { type: "date", min: "2000-01-01", max: "2100-12-31" }, shows: /^\d{4}-\d\d-\d\d$/ },
  datetime: {
    control: { type: "datetime-local", min: "2000-01-01T00:00", max: "2100-12-31T23:59" },
    shows: /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  },
};

/** What kind of input a cell is; a text where one was kept that a picker could not show. */
function controlOf(type, kept) {
  const picker = PICKERS[type];
  return picker && (!kept?.trim() || picker.shows.test(kept)) ? picker.control : { type: "text" };
}

function controls(root) {
  return [...root.querySelectorAll("[data-key]")];
}

/** Choose `value`, offered or not; nothing given leaves what was offered first. */
function select(list, value) {
  if (value === undefined) {
    return;
  }
  if (![...list.options].some((option) => option.value === value)) {
    list.append(new Option(value, value));
  }
  list.value = value;
}

customElements.define("typed-field", TypedField);

/**
 * A form field of its type.
 * @param {Field} field  as the desk describes it, with its id
 * @param {Use} use
 * @returns {FormField}
 */
export function fieldFor(field, use) {
  return element("typed-field").make(field, use);
}
