/**
 * The theme fetches its whole search index with every page, more than half of what a page weighs, and starts a worker
 * to look into it. This holds both back until somebody is in the search box. It must run before the theme's script;
 * should the theme ask in another way one day, they merely come early again.
 */

import { find } from "../page/markup.js";

const INDEX = /\/search\/search_index\.json$/;
const WORKER = /\/workers\/search\.[^/]*$/;

/** The search box, once somebody is in it. Material's is in the page, Zensical's in a shadow tree that it opens. */
export const searching = new Promise((resolve) => {
  function meet(event) {
    const [box] = event.composedPath();
    if (box.matches?.(".md-search__input, dialog [role=combobox]")) {
      document.removeEventListener("focusin", meet);
      resolve(box);
    }
  }
  document.addEventListener("focusin", meet);
});

/** Where the theme shows what it finds. @param {HTMLElement} box */
export function resultsOf(box) {
  return find(/** @type {Document | ShadowRoot} */ (box.getRootNode()), ".md-search-result, [role=listbox]");
}

/** What is left where ours finds nothing: the theme's own search. */
export function searchLeft() {
  return find(document, ".not-come-words").dataset.search;
}

/** What is said until ours can be looked through. */
export function searchWaits() {
  return find(document, ".not-come-words").dataset.wait;
}

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, url, ...others) {
  open.call(this, method, url, ...others);
  if (INDEX.test(url)) {
    this.send = () => searching.then(() => send.call(this));
  }
};

/** What the theme takes for its worker: what is sent to it waits until that has started. */
class LateWorker extends EventTarget {
  #started;

  /** @param {Promise<Worker>} started */
  constructor(started) {
    super();
    this.#started = started;
    started.then((worker) => worker.addEventListener("message", ({ data }) => (
      this.dispatchEvent(new MessageEvent("message", { data }))
    )));
  }

  postMessage(message) {
    this.#started.then((worker) => worker.postMessage(message));
  }
}

window.Worker = new Proxy(Worker, {
  construct: (Theirs, [url, ...options]) => (
    WORKER.test(url) ? new LateWorker(searching.then(() => new Theirs(url, ...options))) : new Theirs(url, ...options)
  ),
});
