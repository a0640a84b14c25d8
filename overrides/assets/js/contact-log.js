import { contacts, dropContact, keepContact, newContactId, watchCase } from "./cases.js";
import { now } from "./clock.js";
import { copyOf, deskData } from "./desk.js";
import { contactLines, parsed } from "./filling.js";
import { part } from "./markup.js";
import { fieldFor } from "./typed-field.js";

/**
 * <contact-log>: every contact of a case, folded under one line, each a form that is kept as it is typed.
 * A deleted entry can be brought back until the page is left.
 */
class ContactLog extends HTMLElement {
  #leave;
  #deleted = null;

  connectedCallback() {
    this.issue = this.dataset.issue;
    this.append(copyOf("contact-log"));
    this.entries = part(this, ".log-entries");
    this.said = part(this, ".log-said");
    this.undo = part(this, ".log-undo");
    this.#leave = new AbortController();
    const { signal } = this.#leave;
    this.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
    part(this, ".log-add").addEventListener("click", () => this.#add(), { signal });
    this.undo.addEventListener("click", () => this.#restore(), { signal });
    watchCase(() => this.issue, (keys) => this.#show(keys), signal);
    this.#show(null);
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  #show(changed) {
    if (changed !== null && !changed.some((key) => key.startsWith(`case:${this.issue}:log:`))) {
      return;
    }
    const log = contacts(this.issue);
    const shown = new Map([...this.entries.children].map((entry) => [entry.dataset.contact, entry]));
    const wanted = log.map((contact) => {
      const entry = shown.get(contact.id) ?? this.#entry(contact.id);
      this.#fill(entry, contact);
      return entry;
    });
    // Moving an element takes the focus off it: only where the order has changed.
    if (wanted.length !== shown.size || wanted.some((entry, index) => entry !== this.entries.children[index])) {
      const typing = this.entries.contains(document.activeElement) ? document.activeElement : null;
      this.entries.replaceChildren(...wanted);
      typing?.focus();
    }
  }

  #entry(id) {
    const entry = document.createElement("details");
    entry.className = "log-entry";
    entry.dataset.contact = id;
    entry.append(document.createElement("summary"));
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
    entry.addEventListener("input", () => this.#keep(entry));
    const remove = Object.assign(document.createElement("button"), { type: "button", className: "quiet log-remove", textContent: this.entries.dataset.remove });
    remove.addEventListener("click", () => this.#remove(entry));
    entry.append(remove);
    this.#fill(entry, this.#kept(id));
  }

  #fill(entry, contact) {
    const desk = deskData();
    entry.firstChild.textContent = contactLines([contact], desk.language, desk).replaceAll("\n", " ") || this.entries.dataset.blank;
    for (const field of entry.querySelectorAll("typed-field")) {
      if (!field.contains(document.activeElement)) {
        const value = contact[field.dataset.field] ?? "";
        field.value = typeof value === "string" ? value : JSON.stringify(value);
      }
    }
  }

  #keep(entry) {
    const id = entry.dataset.contact;
    const typed = Object.fromEntries([...entry.querySelectorAll("typed-field")].map((field) => [
      field.dataset.field,
      field.field.type === "datetime" ? parsed(field.value) : field.value,
    ]));
    keepContact(this.issue, { ...this.#kept(id), ...typed, id });
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
    part(this, ".log-add").focus();
  }
}

customElements.define("contact-log", ContactLog);
