import { element, part } from "../page/markup.js";
import { home, sharedData } from "../page/shared-data.js";
import { rank } from "./search-rank.js";

/** Above what the theme's search finds: the pages for what people in trouble type. Fetched when somebody searches. */

const MOST = 2;

const box = part(document.body, ".md-search__input");
let pages = []; // Until they are here nothing fits.
const hints = element("div", { className: "search-hints" });
// Not inside the theme's own list, whose first child it writes into.
part(document.body, ".md-search-result").before(hints);

function show() {
  hints.replaceChildren(...rank(box.value, pages).slice(0, MOST).map(({ title, link }) => (
    element("a", { href: new URL(link, home).href, textContent: title })
  )));
}

box.addEventListener("input", show);
box.form.addEventListener("reset", () => hints.replaceChildren());
sharedData("searched").then((found) => {
  pages = found;
  show();
});
