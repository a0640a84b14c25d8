import { watchKinds, WHITHER, whitherSaid } from "../kept/cases.js";
import { watchErasing } from "../kept/store.js";
import { formatDay } from "../kept/values.js";
import { isSeen, lastVisit, noteSeen, noteVisit, sinceVisit } from "../kept/visits.js";
import { GuideElement, keepKeysIn } from "../page/guide-element.js";
import { fill, find } from "../page/markup.js";
import { pageLanguage } from "../page/page-language.js";

/** @typedef {{id: string, day: string, kind: "mended" | "changed", title: string, of: string[]}} Change
 *   of which regions and wallets it is, any of them; none for all */

/**
 * <change-note>: one quiet line for a reader who opened the page before something on it was corrected or changed, until
 * they put it away or follow it. Whom a change is about must be known: of a change for some regions or wallets alone
 * it is, once the reader has said theirs; where a page lists all of them, others may have read any.
 */
class ChangeNote extends GuideElement {
  /** @type {{day: string, newest?: string} | null} */
  #visit = null;

  arrive(signal) {
    /** @type {Change[]} */
    this.changes = JSON.parse(this.dataset.changes);
    this.#visit = lastVisit(this.dataset.page);
    keepKeysIn(this, signal);
    find(this, ".change-seen").addEventListener("click", () => this.#putAway(), { signal });
    for (const link of this.querySelectorAll("a")) {
      link.addEventListener("click", () => this.#noteSeen(), { signal });
    }
    watchKinds(new Set([...WHITHER, "seen"]), () => this.#show(), signal);
    watchErasing(() => this.#forget(), signal);
    this.#show();
    if (this.hidden) {
      this.#noteVisit();
    }
  }

  /** Those that the reader is to know of. */
  #news() {
    const said = [...whitherSaid()];
    const mayBeAny = "lists" in this.dataset && !said.some((each) => each.startsWith(`${this.dataset.lists}:`));
    const concerns = (of) => of.length === 0 || mayBeAny || of.some((each) => said.includes(each));
    const since = this.#visit ? sinceVisit(this.changes, this.#visit) : [];
    return since.filter(({ id, of }) => concerns(of) && !isSeen(id));
  }

  #show() {
    const [first, ...others] = this.#news();
    this.hidden = !first;
    if (first) {
      const said = find(this, ".change-said");
      const title = find(this, "a.change-title");
      const more = find(this, "a.change-more");
      const date = formatDay(this.#visit.day, pageLanguage);
      said.textContent = fill(said.dataset[first.kind], { date });
      title.textContent = first.title;
      title.hash = first.id;
      more.hidden = others.length === 0;
      more.textContent = fill(more.dataset.words, { count: others.length });
    }
  }

  #noteVisit() {
    noteVisit(this.dataset.page, this.changes[0]?.id);
  }

  #noteSeen() {
    const news = this.#news().map(({ id }) => id);
    this.#noteVisit();
    noteSeen(news);
  }

  #putAway() {
    this.#noteSeen();
    const title = find(document, "h1");
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }

  #forget() {
    this.#visit = null;
    this.#show();
  }
}

customElements.define("change-note", ChangeNote);
