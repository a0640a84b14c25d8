import { rank } from "./search-rank.js";

/** Above what the theme's search finds: the pages for what people in trouble type. Without a search box, nothing. */

const MOST = 2;

const box = document.querySelector(".md-search__input");
const results = document.querySelector(".md-search-result");
const words = document.querySelector(".search-words");

if (box && results && words) {
  const pages = JSON.parse(words.textContent);
  const hints = document.createElement("div");
  hints.className = "search-hints";
  results.before(hints);
  const show = () => {
    hints.replaceChildren(...rank(box.value, pages).slice(0, MOST).map(({ title, link }) => (
      Object.assign(document.createElement("a"), { href: new URL(link, document.baseURI).href, textContent: title })
    )));
  };
  box.addEventListener("input", show);
  box.form?.addEventListener("reset", () => hints.replaceChildren());
  show();
}
