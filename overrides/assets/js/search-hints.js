import { part } from "./markup.js";
import { rank } from "./search-rank.js";

/** Above what the theme's search finds: the pages for what people in trouble type. Fetched when somebody searches. */

const MOST = 2;

const { lang } = document.documentElement;
const pages = await (await fetch(new URL(`../searched.${lang}.json`, import.meta.url))).json();
// Written as seen from the language's home; this page may stand elsewhere.
const home = new URL(part(document.head, "meta[name=guide-home]").content, document.baseURI);

const box = part(document.body, ".md-search__input");
const hints = document.createElement("div");
hints.className = "search-hints";
// Not inside the theme's own list, whose first child it writes into.
part(document.body, ".md-search-result").before(hints);

function show() {
  hints.replaceChildren(...rank(box.value, pages).slice(0, MOST).map(({ title, link }) => (
    Object.assign(document.createElement("a"), { href: new URL(link, home).href, textContent: title })
  )));
}

box.addEventListener("input", show);
box.form.addEventListener("reset", () => hints.replaceChildren());
show();
