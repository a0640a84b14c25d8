import { element, find } from "../page/markup.js";
import { bringBack } from "./search-again.js";
import { resultsOf, searchLeft, searching, searchWaits } from "./search-on-demand.js";
import { showWhatIsFound } from "./search-list.js";

/** Above what the theme's search finds: the plans for what people in trouble type. Fetched when somebody searches. */

const HELD = "data-md-scrolllock";
/** What the theme shows of a hit beside what is said there. */
const BESIDE = "h1, h2, .md-search-result__icon, .md-search-result__terms, .search-said";

/** @param {HTMLInputElement} box  the theme's */
function offerHints(box) {
  const hints = element("div", { className: "search-found" });
  hints.dataset.instead = searchLeft();
  hints.dataset.wait = searchWaits();
  // Not inside the theme's own list, whose first child it writes into.
  resultsOf(box).before(hints);
  if (box.getRootNode() !== document) {
    // A shadow tree has none of the page's styles.
    hints.before(find(document, "link[rel=stylesheet][href$='css/index.css']").cloneNode());
  }
  bringBack(box, "askedAbove");
  box.dispatchEvent(new Event("input", { bubbles: true })); // The theme looks for words that came back, too.
  showWhatIsFound(box, hints);
  shorten(resultsOf(box));
}

/**
 * What the theme shows of a page or section, beside its title, as one part: only so can it be cut after three lines,
 * whether it is paragraphs, a list or words without any.
 * @param {Element} results
 */
function shorten(results) {
  const wrap = () => {
    for (const article of results.querySelectorAll("article")) {
      const said = [...article.childNodes].filter((node) => !(node instanceof Element && node.matches(BESIDE)));
      if (said.length) {
        const first = element("div", { className: "search-said" });
        said[0].before(first);
        first.append(...said);
      }
    }
  };
  new MutationObserver(wrap).observe(results, { childList: true, subtree: true });
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
