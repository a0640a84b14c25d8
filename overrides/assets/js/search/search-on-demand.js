/**
 * The theme fetches its whole search index with every page, more than half of what a page weighs. This holds that
 * one request back until somebody is in the search box. It must run before the theme's script; should the theme ask
 * in another way one day, the index is merely fetched early again.
 */

const INDEX = /\/search\/search_index\.json$/;

/** Kept once somebody is in the search box. */
export const searching = new Promise((resolve) => {
  const box = document.querySelector(".md-search__input");
  box?.addEventListener("focus", resolve, { once: true });
});

const { open, send } = XMLHttpRequest.prototype;

XMLHttpRequest.prototype.open = function (method, url, ...others) {
  open.call(this, method, url, ...others);
  if (INDEX.test(url)) {
    this.send = () => searching.then(() => send.call(this));
  }
};
