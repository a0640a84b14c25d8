/** How far each folded section is that has something to tick, said beside its heading. */

import { isTicked, watchTicks } from "../kept/ticks.js";
import { element, fill, find, setText } from "../page/markup.js";

const withTicks = [...document.querySelectorAll("details.fold")].filter((fold) => fold.querySelector("tick-list"));
const sections = withTicks.map((fold) => {
  const said = element("span", { className: "fold-progress" });
  fold.querySelector("summary").append(said);
  const boxes = /** @type {NodeListOf<HTMLInputElement>} */ (fold.querySelectorAll("input[data-item]"));
  const items = [...new Set([...boxes].map(({ dataset }) => dataset.item))];
  return { said, items, words: find(fold, "tick-list").dataset.progress };
});

function show() {
  for (const { said, items, words } of sections) {
    const done = items.filter(isTicked).length;
    setText(said, done > 0 ? fill(words, { done, total: items.length }) : "");
  }
}

if (sections.length > 0) {
  watchTicks(show, new AbortController().signal);
  show();
}
