import { contactKey, contacts, dropContact, keepContact, newContactId, watchCase } from "../kept/cases.js";
import { now } from "../kept/device-time.js";
import { watchErasing } from "../kept/store.js";
import { contactLines } from "../letters/field-text.js";
import { parsed } from "../letters/kept-value.js";
import { fieldFor } from "../letters/typed-field.js";
import { copyOf, deskData, deskIsHere } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, find } from "../page/markup.js";

/**
 * <contact-log>: every contact of a case, folded under one line, each a form that is kept as it is typed.
 * A deleted entry can be brought back until the page is left.
 */
class ContactLog extends GuideElement {
  #deleted = null;

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

  #show(changed) {
    if (changed !== null && !changed.some((key) => key.startsWith(contactKey(this.issue, "")))) {
      return;
    }
    const log = contacts(this.issue);
    const shown = new Map([...this.entries.children].map((entry) => [entry.dataset.contact, entry]));
    this.wanted = log.map((contact) => {
      const entry = shown.get(contact.id) ?? this.#entry(contact.id);
      if (changed === null || !shown.has(contact.id) || changed.includes(contactKey(this.issue, contact.id))) {
        this.#fill(entry, contact, changed === null);
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

  #forget() {
    this.#deleted = null;
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
    entry.addEventListener("input", (event) => this.#keep(id, event.target.closest("typed-field")));
    const remove = element("button", { type: "button", className: "quiet log-remove", textContent: this.entries.dataset.remove });
    remove.addEventListener("click", () => this.#remove(entry));
    entry.append(remove);
    this.#fill(entry, this.#kept(id));
  }

  /** What is being typed is left alone, unless anything may have changed: then so may that. */
  #fill(entry, contact, all = false) {
    const desk = deskData();
    entry.firstChild.textContent = contactLines([contact], desk.language, desk).replaceAll("\n", " ") || this.entries.dataset.blank;
    for (const field of entry.querySelectorAll("typed-field")) {
      if (all || !field.contains(document.activeElement)) {
        const value = contact[field.dataset.field] ?? "";
        field.value = typeof value === "string" ? value : JSON.stringify(value);
      }
    }
  }

  /** Only what was typed: another tab may have changed the rest. */
  #keep(id, field) {
    const typed = field.field.type === "datetime" ? parsed(field.value) : field.value;
    keepContact(this.issue, { ...this.#kept(id), [field.dataset.field]: typed, id });
  }

  #kept(id) {
    return contacts(this.issue).find((contact) => contact.id === id) ?? { id };
  }

  #add() {
    const id = newContactId();
    keepContact(this.issue, { id, when: now(), channel: "", who: "", reference: "", said: "", promised: "" });
    const entry = this.entries.querySelector(`[data-contact="${id}"]`);
    entry.open = true;
    this.#open(entry);
    entry.querySelector("[data-field=channel] select").focus();
  }

  #remove(entry) {
    this.#deleted = this.#kept(entry.dataset.contact);
    dropContact(this.issue, entry.dataset.contact);
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

deskIsHere.then(() => customElements.define("contact-log", ContactLog));
