import { IN_FILES } from "../kept/all-keys.js";
import { carried, ofConcern, takeIn } from "../kept/cases.js";
import { saveCopy } from "../kept/case-copy.js";
import { CaseFileError, LONGEST, compare, open, textOf as textOfFile } from "../kept/case-file.js";
import { read, watchErasing, whereIs } from "../kept/store.js";
import { deskData, deskIsHere } from "../page/desk.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { element, fill, find, ready } from "../page/markup.js";
import { withdraw } from "../page/ways-left.js";

/**
 * <case-transfer>: everything into a file, locked if the reader wants, and back from one. An import first
 * says what it would change; nothing here is lost without being asked for.
 */
class CaseTransfer extends GuideElement {
  arrive(signal) {
    this.said = find(this, ".transfer-said");
    this.changes = find(this, ".transfer-changes");
    this.passphrase = find(this, ".transfer-passphrase");
    this.file = find(this, ".transfer-file");
    this.pasted = find(this, ".transfer-pasted");
    const on = (selector, act) => find(this, selector).addEventListener("click", act, { signal });
    keepKeysIn(this, signal);
    on(".transfer-export", () => this.#export());
    on(".transfer-open", () => this.#open());
    on(".transfer-read", () => this.#open());
    on(".transfer-new", () => this.#take(this.compared.added));
    on(".transfer-all", () => this.#take([...this.compared.added, ...this.compared.changed]));
    on(".transfer-cancel", () => this.#finish("nothing"));
    // One of the two is meant: the one that was used last.
    this.file.addEventListener("change", () => {
      this.pasted.value = "";
      this.#open();
    }, { signal });
    this.pasted.addEventListener("input", () => { this.file.value = ""; }, { signal });
    watchErasing(() => this.#empty(), signal);
    // Behind Back stands neither the table of a file nor a passphrase.
    window.addEventListener("pagehide", () => this.#empty(), { signal });
    // Locking a file needs a secure context.
    this.passphrase.closest("p").hidden = !crypto.subtle;
    find(this, ".transfer-no-lock").hidden = Boolean(crypto.subtle);
    ready(this);
  }

  #export() {
    const { fileName, exported, copyTooBig } = this.said.dataset;
    saveCopy(this.said, { fileName, copied: exported, copyTooBig }, this.passphrase.value);
  }

  async #open() {
    const [file] = this.file.files;
    const pasted = this.pasted.value.trim();
    this.changes.hidden = true;
    if (!file && !pasted) {
      return;
    }
    try {
      if (file?.size > LONGEST) {
        throw new CaseFileError("too-big");
      }
      const { entries } = await open(file ? textOfFile(await file.arrayBuffer()) : onlyTheFile(pasted), this.passphrase.value, { key: IN_FILES });
      await this.#offer(entries);
    } catch (error) {
      const code = error instanceof CaseFileError ? error.code : "not-json";
      find(this, ".transfer-open").hidden = !["locked", "wrong-passphrase"].includes(code);
      withdraw(this.said);
      this.said.textContent = this.said.getAttribute(`data-${code}`);
    }
  }

  async #offer(entries) {
    this.entries = ofConcern(entries);
    this.compared = compare(carried(), this.entries);
    const count = Object.fromEntries(Object.entries(this.compared).map(([kind, found]) => [kind, found.length]));
    const words = find(this, ".transfer-count");
    words.textContent = fill(words.dataset.words, count);
    const table = find(this, ".transfer-different");
    table.hidden = count.changed === 0;
    const inWords = count.changed > 0 ? await wordsOfEntries() : AS_KEPT;
    find(table, "tbody").replaceChildren(...this.compared.changed.map((key) => this.#row(key, inWords)));
    find(this, ".transfer-new").hidden = count.added === 0;
    find(this, ".transfer-all").hidden = count.changed === 0;
    find(this, ".transfer-open").hidden = true;
    withdraw(this.said);
    this.said.textContent = "";
    this.changes.hidden = false;
    this.changes.focus();
  }

  #take(taken) {
    takeIn(Object.fromEntries(taken.map((key) => [key, this.entries[key]])));
    const lost = taken.filter((key) => read(key) !== null && whereIs(key) === "nowhere").length;
    this.#finish(lost > 0 ? "donePartly" : "done", { count: taken.length, lost });
  }

  #row(key, { nameOf, textOf }) {
    const desk = deskData();
    const words = find(this, ".transfer-different").dataset;
    const name = element("th", { scope: "row", textContent: nameOf(key, desk, words) });
    const texts = [read(key), this.entries[key]].map((value) => textOf(key, value, desk, words));
    return element("tr", {}, name, ...texts.map((text) => element("td", { textContent: text })));
  }

  #finish(word, values = {}) {
    this.#empty();
    this.#say(word, values);
    this.said.tabIndex = -1;
    this.said.focus();
  }

  /** Nothing of a file, and no passphrase, is left on the page. */
  #empty() {
    this.changes.hidden = true;
    find(this.changes, "tbody").replaceChildren();
    find(this, ".transfer-open").hidden = true;
    this.file.value = "";
    this.pasted.value = "";
    this.passphrase.value = "";
    withdraw(this.said);
    this.said.textContent = "";
  }

  /** @param {string} word @param {Record<string, string | number>} [values] */
  #say(word, values = {}) {
    withdraw(this.said);
    this.said.textContent = fill(this.said.dataset[word], values);
  }
}

/** What entries are called and say where the words for it cannot be had. */
const AS_KEPT = { nameOf: (key) => key, textOf: (_key, value) => value };

/** What they are called and say, in the reader's language. */
async function wordsOfEntries() {
  try {
    await deskIsHere();
    return await import("./entry-words.js");
  } catch {
    return AS_KEPT;
  }
}

/** A file's text, without what a chat or a mail put around it. @param {string} pasted */
function onlyTheFile(pasted) {
  const [start, end] = [pasted.indexOf("{"), pasted.lastIndexOf("}")];
  return start < end ? pasted.slice(start, end + 1) : pasted;
}

customElements.define("case-transfer", CaseTransfer);
