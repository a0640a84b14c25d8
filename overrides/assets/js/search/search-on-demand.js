/**
 * The theme fetches its whole search index with every page, more than half of what a page weighs. This holds that
 * one request back until somebody is in the search box. It must run before the theme's script; should the theme ask
 * in another way one day, the index is merely fetched early again.
 */

const INDEX = /\/search\/search_index\.json$/;

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

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, url, ...others) {
  open.call(this, method, url, ...others);
  if (INDEX.test(url)) {
    this.send = () => searching.then(() => send.call(this));
  }
};
