import { asideOf, keepAside } from "../kept/asides.js";
import { saveCopy } from "../kept/case-copy.js";
import { whereIs } from "../kept/store.js";
import { copyOf, wordsOf } from "../page/desk.js";
import { find, setText } from "../page/markup.js";

/** The field that was last written in: that nothing is saved is said there alone, or a whole form would say it. @type {Beside | null} */
let latest = null;

/**
 * What is said beside a field of what becomes of its text: that there was no room for it, or that another tab has
 * written there too. Nobody's text is overwritten unseen: one that came from elsewhere while the reader is in the field
 * waits, and if the reader types on, it is put aside, until they say which of the two stays.
 */
export class Beside {
  /** What was last shown or kept here; another text in its place is another tab's. */
  #base = "";

  /** Another tab's text that stands where the reader is writing. */
  #waiting = null;

  /** @type {HTMLElement | null} */
  #place = null;

  /**
   * @param {object} field
   * @param {() => string} field.name  of the place, for what is put aside
   * @param {() => string} [field.key]  under which its text, or the whole it is a part of, is kept; else its name
   * @param {HTMLElement} field.host  where this stands, as its last
   * @param {() => string} field.stored @param {() => string} field.typed
   * @param {(value: string) => void} field.show @param {(value: string) => void} field.keep
   * @param {(value: string) => string} [field.asText]  how a value reads
   * @param {() => void} field.focus
   * @param {boolean} [field.saidElsewhere]  whether the page says elsewhere that there is no room
   */
  constructor({ name, key = name, host, stored, typed, show, keep, focus, asText = (value) => value, saidElsewhere = false }) {
    this.field = { name, key, host, stored, typed, show, keep, focus, asText, saidElsewhere };
  }

  /** What was typed is kept; another tab's text that stood there is put aside. */
  keepTyped() {
    const { name, stored, typed, keep } = this.field;
    const [there, mine] = [stored(), typed()];
    if (there !== this.#base && there !== mine) {
      keepAside(name(), there);
    }
    this.#base = mine;
    this.#waiting = null;
    keep(mine);
    const before = latest;
    latest = this;
    this.#say();
    if (before && before !== this) {
      before.#say();
    }
  }

  /** What is kept may have changed. @param {boolean} inUse  whether the reader is writing there */
  heed(inUse) {
    const { stored, typed, show } = this.field;
    const there = stored();
    const isForeign = there !== this.#base && there !== typed();
    if (inUse && isForeign) {
      this.#waiting = there;
    } else {
      this.#waiting = null;
      this.#base = there;
      if (!inUse) {
        show(there);
      }
    }
    this.#say();
  }

  /** The other text, or null: what waits in the field's place, else what was put aside. */
  get #other() {
    const aside = this.#waiting ?? asideOf(this.field.name());
    return aside === this.field.typed() ? null : aside;
  }

  #take() {
    const text = this.#other;
    this.field.show(text);
    this.#settle(text);
  }

  #settle(text) {
    this.#base = text;
    this.#waiting = null;
    this.field.keep(text);
    keepAside(this.field.name(), null);
    this.#say();
    this.field.focus();
  }

  #say() {
    const { key, host, typed, asText, saidElsewhere } = this.field;
    const other = this.#other;
    const lost = latest === this && typed() !== "" && whereIs(key()) === "nowhere";
    if (other === null && !lost && !this.#place) {
      return;
    }
    this.#place ??= this.#make(host);
    const { notSaved, otherTab, emptied } = wordsOf("beside-field");
    const said = [lost && !saidElsewhere && notSaved, other !== null && (other === "" ? emptied : otherTab)].filter(Boolean).join(" ");
    setText(find(this.#place, ".beside-said"), said);
    const text = find(this.#place, ".beside-text");
    text.textContent = other ? asText(other) || other : "";
    text.hidden = !other;
    find(this.#place, ".beside-which").hidden = other === null;
    find(this.#place, ".beside-copy").hidden = !lost;
  }

  #make(host) {
    host.append(copyOf("beside-field"));
    const place = /** @type {HTMLElement} */ (host.lastElementChild);
    find(place, ".beside-take").addEventListener("click", () => this.#take());
    find(place, ".beside-keep").addEventListener("click", () => this.#settle(this.field.typed()));
    find(place, ".beside-save").addEventListener("click", () => saveCopy(find(place, ".beside-saved"), wordsOf("beside-field")));
    return place;
  }
}
