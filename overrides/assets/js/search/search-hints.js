import { element, find } from "../page/markup.js";
import { home, sharedData } from "../page/shared-data.js";
import { searching } from "./search-on-demand.js";
import { rank } from "./search-rank.js";

/** Above what the theme's search finds: the pages for what people in trouble type. Fetched when somebody searches. */

const MOST = 2;
const HELD = "data-md-scrolllock";

/** @param {HTMLInputElement} box  the theme's */
function offerHints(box) {
  let pages = []; // Until they are here nothing fits.
  const hints = element("div", { className: "search-hints" });
  const around = /** @type {Document | ShadowRoot} */ (box.getRootNode());
  // Not inside the theme's own list, whose first child it writes into.
  find(around, ".md-search-result, [role=listbox]").before(hints);
  if (around !== document) {
    // A shadow tree has none of the page's styles.
    hints.before(find(document, "link[rel=stylesheet][href$='css/index.css']").cloneNode());
  }

  function show() {
    hints.replaceChildren(...rank(box.value, pages).slice(0, MOST).map(({ title, link }) => (
      element("a", { href: new URL(link, home).href, textContent: title })
    )));
  }

  box.addEventListener("input", show);
  box.form?.addEventListener("reset", () => hints.replaceChildren());
  sharedData("searched").then((found) => {
    pages = found;
    show();
  });
}

/**
 * The theme holds a phone's page still while its search is open, so that a link to a place on this very page moves
 * nothing: the place is gone to again once the page is let go.
 */
function arriveWhenLetGo() {
  const body = document.body;
  if (!body.hasAttribute(HELD)) {
    return;
  }
  new MutationObserver((_, watch) => {
    watch.disconnect();
    document.querySelector(":target")?.scrollIntoView();
  }).observe(body, { attributeFilter: [HELD] });
}

window.addEventListener("hashchange", arriveWhenLetGo);
searching.then(offerHints);
