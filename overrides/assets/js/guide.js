/**
 * The guide's one script. Every custom element registers itself when its module loads; what only some pages
 * have, or what nobody has opened yet, is fetched when it is needed. It runs before the theme's script.
 */
import { searching } from "./search-on-demand.js";
import "./case-bar.js";
import "./case-notice.js";
import "./keep-guide.js";
import "./offline-note.js";
import "./open-target.js";
import "./search-keys.js";
import "./share-page.js";
import "./tick-list.js";

searching.then(() => import("./search-hints.js"));

if (document.querySelector("my-case")) {
  import("./my-case.js");
  import("./case-transfer.js");
}

const ON_SOME_PAGES = ["copy-text", "provider-choice", "provider-finder", "region-choice"];
for (const name of ON_SOME_PAGES.filter((name) => document.querySelector(name))) {
  import(`./${name}.js`);
}

const IN_FOLDS = ["deadline-clock", "letter-builder"];

function fetchFolded(fold) {
  for (const name of IN_FOLDS.filter((name) => fold.open && fold.querySelector(name))) {
    import(`./${name}.js`);
  }
}

document.addEventListener("toggle", ({ target }) => fetchFolded(target), { capture: true });
document.querySelectorAll("details[open]").forEach(fetchFolded);
