import { ownZone } from "../kept/device-time.js";
import { parseAmount } from "../kept/values.js";
import { copyOf, deskData, wordsOf } from "../page/desk.js";
import { element, fill, find } from "../page/markup.js";
import { parsed, rowsOf } from "./field-text.js";
import { NO_RULE } from "./rules.js";

/**
 * <typed-field>: one blank of a letter as a form field of its type. `value` is what the store keeps;
 * an `input` event says that it has changed. Made by `fieldFor`.
 *
 * Where several controls make one value, those that the reader leaves alone count as they were last shown: a browser
 * may have emptied them (WebKit does, on the way back), and that must not be kept.
 *
 * @typedef {TypedField} FormField
 */
class TypedField extends HTMLElement {
  /** @type {HTMLElement} */
  remark;

  /** The rules in the list, in their order. */
  #standing = null;

  /** What says in the list of rules that none is chosen. */
  #unchosen = null;

  /** What was last shown or typed in each control. */
  #known = new WeakMap();

  /** @param {Field} field  as the desk describes it @param {{id: string, required?: boolean}} use */
  make(field, { id, required }) {
    this.field = field;
    this.dataset.field = field.id;
    const { language, hints } = deskData();
    this.append(copyOf(`field-${field.type}`));
    for (const [need, shown] of [[".field-required", required === true], [".field-optional", required === false]]) {
      find(this, need).hidden = !shown;
    }
    this.#explain(id, field, language, hints);
    const label = field.label[language];
    if (field.type === "table") {
      find(this, ".field-legend").textContent = label;
      this.setAttribute("role", "group");
      this.setAttribute("aria-label", label);
      find(this, ".field-add").addEventListener("click", () => this.#addRow(true));
    } else {
      const control = find(this, ".field-value");
      control.id = id;
      const name = find(this, "label");
      name.htmlFor = id;
      name.textContent = label;
    }
    this.#offer(field, language);
    this.addEventListener("input", (/** @type {Event & {target: HTMLInputElement}} */ { target }) => {
      this.#known.set(target, target.value);
      this.#check();
    });
    this.value = null;
    return this;
  }

  /** @returns {string} "" when empty */
  get value() {
    return this.#composed((control) => this.#known.get(control));
  }

  #composed(valueOf) {
    const valuesIn = (root) => Object.fromEntries(controls(root).map((control) => [control.dataset.key, valueOf(control)]));
    if (this.field.type === "table") {
      const rows = this.#rows().map(valuesIn);
      return rows.some((row) => Object.values(row).some((cell) => cell.trim())) ? JSON.stringify(rows) : "";
    }
    const main = find(this, ".field-value");
    const { key } = main.dataset;
    const value = key ? valuesIn(this) : valueOf(main);
    return key ? (value[key] ? JSON.stringify(value) : "") : value;
  }

  set value(kept) {
    const shown = this.ready && this.#composed((control) => control.value);
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

  /** Say something of the reader's region beside the field, or nothing. @param {string} text */
  note(text) {
    this.remark ??= find(this, ".field-help").cloneNode();
    this.remark.removeAttribute("id");
    this.remark.textContent = text;
    this.remark.hidden = text === "";
    find(this, ".field-help").after(this.remark);
  }

  focusFirst() {
    this.querySelector("input, textarea, select")?.focus();
  }

  #explain(id, field, language, hints) {
    const help = find(this, ".field-help");
    const said = [
      field.help?.[language],
      field.numbered && hints.numbered,
      field.drawn_from && hints.drawn[field.drawn_from],
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
    const { currencies, zones } = deskData();
    const here = ownZone();
    for (const list of this.querySelectorAll("select")) {
      if (list.dataset.key === "zone") {
        const known = zones.some(({ id }) => id === here) ? [] : [new Option(here, here)];
        list.append(...known, ...zones.map(({ id, label }) => new Option(label[language], id)));
        list.value = here;
      } else if (list.dataset.key === "currency") {
        list.append(...currencies.map(({ id, name }) => new Option(`${id} ${name[language]}`, id)));
      } else if (field.choices) {
        list.append(...field.choices.map(({ id, label }) => new Option(label[language], id)));
      }
    }
  }

  #check() {
    const fault = this.querySelector(".field-fault");
    if (fault) {
      const amount = find(this, ".field-value");
      const unclear = amount.value.trim() !== "" && parseAmount(amount.value) === null;
      fault.textContent = unclear ? fault.dataset.words : "";
      amount.setAttribute("aria-invalid", String(unclear));
    }
  }

  /** Show the value of the only control; in a list, what it does not offer is nothing chosen. */
  #choose(main, value) {
    main.value = value;
    if (main.selectedIndex === -1) {
      main.value = "";
    }
    this.#known.set(main, main.value);
  }

  /** Show a value in a control. Nothing given empties a field, and leaves in a list what was offered first. */
  #put(control, value) {
    control.localName === "select" ? select(control, value) : control.value = value ?? "";
    this.#known.set(control, String(value ?? control.value));
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
    for (const { id, label } of this.field.columns) {
      const cell = element("input", { type: "text", autocomplete: "off" });
      cell.dataset.key = id;
      this.#put(cell, values[id]);
      row.append(element("label", {}, label[language], cell));
    }
    const remove = element("button", { type: "button", className: "field-remove quiet" });
    remove.addEventListener("click", () => this.#removeRow(row));
    row.append(remove);
    find(this, ".field-rows").append(row);
    this.#nameRows();
    if (byHand) {
      row.querySelector("input").focus();
    }
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
 * @param {{id: string, required?: boolean}} use  `id` for its control; `required` left out where nothing is
 * @returns {FormField}
 */
export function fieldFor(field, use) {
  return element("typed-field").make(field, use);
}
