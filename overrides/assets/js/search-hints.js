import { element, part } from "./markup.js";
import { searching } from "./search-on-demand.js";
import { rank } from "./search-rank.js";
import { home, sharedData } from "./shared-data.js";

/** Above what the theme's search finds: the pages for what people in trouble type. Fetched when somebody searches. */

const MOST = 2;

const [box, pages] = await Promise.all([searching, sharedData("searched")]);

const hints = element("div", { className: "search-hints" });
// Not inside the theme's own list, whose first child it writes into.
part(box.getRootNode(), ".md-search-result, [role=listbox]").before(hints);
if (box.getRootNode() !== document) {
  // A shadow tree has none of the page's styles.
  hints.before(document.querySelector("link[rel=stylesheet][href$='css/index.css']").cloneNode());
}

function show() {
  hints.replaceChildren(...rank(box.value, pages).slice(0, MOST).map(({ title, link }) => (
    element("a", { href: new URL(link, home).href, textContent: title })
  )));
}

box.addEventListener("input", show);
box.form?.addEventListener("reset", () => hints.replaceChildren());
show();
