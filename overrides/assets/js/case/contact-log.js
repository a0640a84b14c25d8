import { asidePlace } from "../kept/asides.js";
import { contactKey, contacts, dropContact, inTime, keepContact, newContactId, saysSomething, watchCase } from "../kept/cases.js";
import { now } from "../kept/device-time.js";
import { watchErasing, whereIs } from "../kept/store.js";
import { Beside } from "../letters/beside.js";
import { contactLines } from "../letters/field-text.js";
import { parsed } from "../letters/kept-value.js";
import { fieldFor } from "../letters/typed-field.js";
import { copyOf, defineWhenHere, deskData } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, find, setText } from "../page/markup.js";

/**
 * <contact-log>: every contact of a case, folded under one line, each a form that is kept as it is typed and says so.
 * A deleted entry can be brought back until the page is left.
 */
class ContactLog extends GuideElement {
  #deleted = null;

  /** Entries that say nothing yet, or no longer, by their ids: they stand on the page and are not kept. */
  #empty = new Map();

  /** @type {WeakMap<Element, Beside>} what is said beside each field */
  #beside = new WeakMap();

  arrive(signal) {
    this.issue = this.dataset.issue;
    this.append(copyOf("contact-log"));
    this.entries = find(this, ".log-entries");
    this.said = find(this, ".log-said");
    this.undo = find(this, ".log-undo");
    keepKeysIn(this, signal);
    find(this, ".log-add").addEventListener("click", () => this.#add(), { signal });
    this.undo.addEventListener("click", () => this.#restore(), { signal });
    // What is being typed stays where it is: an entry moves to its place in time when it is left.
    this.entries.addEventListener("focusout", ({ relatedTarget }) => this.#order(relatedTarget), { signal });
    watchCase(() => this.issue, (keys) => this.#show(keys), signal);
    watchErasing(() => this.#forget(), signal);
    this.#show(null);
  }

  #show(keys) {
    const changed = keys && keys.map(entryOf);
    if (changed !== null && !changed.some((key) => key.startsWith(contactKey(this.issue, "")))) {
      return;
    }
    const log = this.#log();
    const shown = new Map([...this.entries.children].map((entry) => [entry.dataset.contact, entry]));
    this.wanted = log.map((contact) => {
      const entry = shown.get(contact.id) ?? this.#entry(contact.id);
      if (changed === null || !shown.has(contact.id) || changed.includes(contactKey(this.issue, contact.id))) {
        this.#fill(entry, contact, changed === null);
      }
      if (changed === null) {
        this.#saySaved(entry);
      }
      return entry;
    });
    const kept = new Set(this.wanted);
    [...this.entries.children].filter((entry) => !kept.has(entry)).forEach((entry) => entry.remove());
    this.entries.append(...this.wanted.filter((entry) => !entry.isConnected));
    this.#order(document.activeElement);
  }

  /** Every entry in its place, unless one of them holds the focus, which moving it would lose, or is just leaving. */
  #order(focused) {
    const inOrder = this.entries.childElementCount !== this.wanted.length || this.wanted.every((entry, index) => entry === this.entries.children[index]);
    if (!inOrder && ![focused, document.activeElement].some((place) => this.entries.contains(place))) {
      this.entries.replaceChildren(...this.wanted);
    }
  }

  #log() {
    const kept = contacts(this.issue);
    const ids = new Set(kept.map(({ id }) => id));
    return inTime([...kept, ...[...this.#empty.values()].filter(({ id }) => !ids.has(id))]);
  }

  #forget() {
    this.#deleted = null;
    this.#empty.clear();
    this.#show(null);
    this.undo.hidden = true;
    this.said.textContent = "";
  }

  #entry(id) {
    const entry = element("details", { className: "log-entry" }, element("summary"));
    entry.dataset.contact = id;
    entry.addEventListener("toggle", () => this.#open(entry), { once: true });
    return entry;
  }

  #open(entry) {
    if (entry.querySelector("typed-field")) {
      return;
    }
    const id = entry.dataset.contact;
    const { contact } = deskData();
    entry.append(...Object.entries(contact).map(([name, field]) => fieldFor({ id: name, ...field }, { id: `log-${id}-${name}` })));
    entry.querySelectorAll("typed-field").forEach((field) => this.#beside.set(field, this.#besideOf(id, field)));
    entry.addEventListener("input", (event) => this.#beside.get(event.target.closest("typed-field")).keepTyped());
    const remove = element("button", { type: "button", className: "quiet log-remove", textContent: this.entries.dataset.remove });
    remove.addEventListener("click", () => this.#remove(entry));
    const time = element("span");
    time.setAttribute("aria-hidden", "true");
    const saved = element("p", { className: "log-saved" }, "", time);
    saved.setAttribute("role", "status");
    entry.append(saved, remove);
    this.#fill(entry, this.#kept(id));
  }

  /** What is being typed is left alone, unless anything may have changed: then so may that. */
  #fill(entry, contact, all = false) {
    const desk = deskData();
    entry.firstChild.textContent = contactLines([contact], desk.language, desk).replaceAll("\n", " ") || this.entries.dataset.blank;
    for (const field of entry.querySelectorAll("typed-field")) {
      this.#beside.get(field)?.heed(!all && field.contains(document.activeElement));
    }
  }

  #besideOf(id, field) {
    const { field: name } = field.dataset;
    const key = () => contactKey(this.issue, id);
    return new Beside({
      name: () => `${key()}:${name}`,
      key,
      host: field,
      stored: () => {
        const value = this.#kept(id)[name] ?? "";
        return typeof value === "string" ? value : JSON.stringify(value);
      },
      typed: () => field.value,
      show: (value) => { field.value = value; },
      keep: () => this.#keep(id, field),
      focus: () => field.focusFirst(),
      saidElsewhere: true,
    });
  }

  /** Only what was typed: another tab may have changed the rest. */
  #keep(id, field) {
    const typed = field.field.type === "datetime" ? parsed(field.value) : field.value;
    const contact = { ...this.#kept(id), [field.dataset.field]: typed, id };
    saysSomething(contact) ? this.#empty.delete(id) : this.#empty.set(id, contact);
    keepContact(this.issue, contact);
    this.#saySaved(field.closest(".log-entry"), now().local.slice(-5));
  }

  #kept(id) {
    return contacts(this.issue).find((contact) => contact.id === id) ?? this.#empty.get(id) ?? { id };
  }

  /**
   * Say below an entry where it is kept, once something of it is. A screen reader says it when the place changes: the
   * time beside it, which each key may change, is for the eye.
   * @param {HTMLElement} entry @param {string} [time]  of the last change; without one, only what was said already is said anew
   */
  #saySaved(entry, time = "") {
    const place = entry.querySelector(".log-saved");
    const [where, at] = place?.childNodes ?? [];
    if (!where || !(time || where.textContent)) {
      return;
    }
    const { contact: id } = entry.dataset;
    const { device, tab, page, nowhere } = this.entries.dataset;
    const said = this.#empty.has(id) ? "" : { device, tab, page, nowhere }[whereIs(contactKey(this.issue, id))];
    setText(where, said);
    at.textContent = said && time ? ` · ${time}` : said && at.textContent;
  }

  /** A form for a contact; there is one that says nothing, never two. */
  #add() {
    const id = this.#empty.keys().next().value ?? newContactId();
    if (!this.#empty.has(id)) {
      this.#empty.set(id, { id, when: now() });
      this.#show([contactKey(this.issue, id)]);
    }
    const entry = /** @type {HTMLDetailsElement} */ (this.entries.querySelector(`[data-contact="${id}"]`));
    entry.open = true;
    this.#open(entry);
    entry.querySelector("[data-field=channel] select").focus();
  }

  #remove(entry) {
    const { contact: id } = entry.dataset;
    if (this.#empty.delete(id)) {
      this.#show([contactKey(this.issue, id)]);
      find(this, ".log-add").focus();
      return;
    }
    this.#deleted = this.#kept(id);
    dropContact(this.issue, id);
    this.said.textContent = this.said.dataset.removed;
    this.undo.hidden = false;
    this.undo.focus();
  }

  #restore() {
    keepContact(this.issue, this.#deleted);
    this.#deleted = null;
    this.undo.hidden = true;
    this.said.textContent = "";
    find(this, ".log-add").focus();
  }
}

defineWhenHere("contact-log", ContactLog);
/** The entry of which something changed, or waits beside one of its fields. @param {string} key */
function entryOf(key) {
  return asidePlace(key)?.replace(/^(.*:log:[^:]+):.*$/, "$1") ?? key;
}
