/**
 * The guide's one script. Every custom element registers itself when its module loads; what only some pages
 * have, or what nobody has opened yet, is fetched when it is needed. It runs before the theme’s script; of what it imports,
 * `listeners.js` comes before whatever listens.
 */
import "./page/listeners.js";
import { resultsOf, searchLeft, searching } from "./search/search-on-demand.js";
import "./case/case-bar.js";
import "./case/case-notice.js";
import "./changes/change-note.js";
import "./offline/keep-guide.js";
import "./offline/offline-note.js";
import "./page/copy-text.js";
import "./page/find-in-page.js";
import { sayBefore, sayNotCome } from "./page/not-come.js";
import "./page/open-target.js";
import "./page/page-leaf.js";
import "./page/print-as-opened.js";
import "./page/same-place.js";
import "./search/search-input.js";
import "./search/search-keys.js";
import "./page/share-page.js";
import "./checklists/tick-list.js";
import "./checklists/fold-progress.js";
import "./kept/asked.js";
import "./kept/shared-device.js";

document.documentElement.classList.add("heard"); // Where early.js did not come.

searching.then((box) => import("./search/search-hints.js").catch(() => sayBefore(resultsOf(box), searchLeft())));
if (document.documentElement.classList.contains("reads-hant")) {
  import("./kept/language-note.js").catch(() => {}); // The next page offers the edition once more.
}

/** What stands on a page from the start; macros/publish/assets.py reads this table, a line each. */
const ON_SOME_PAGES = {
  "case-totals": "./case/case-totals.js",
  "case-transfer": "./case/case-transfer.js",
  "my-case": "./case/my-case.js",
  "provider-choice": "./wallets/provider-choice.js",
  "provider-finder": "./wallets/provider-finder.js",
  "region-choice": "./regions/region-choice.js",
  "search-home": "./search/search-home.js",
};
/** What stands in folds, and on leaves, which are folds elsewhere. */
const IN_FOLDS = {
  "deadline-clock": "./regions/deadline-clock.js",
  "fitting-letters": "./letters/fitting-letters.js",
  "letter-builder": "./letters/letter-builder.js",
  "plan-region": "./regions/plan-region.js",
  "situation-plan": "./case/situation-plan.js",
};

function fetchFor(place, modules) {
  for (const [name, module] of Object.entries(modules)) {
    if ([...place.querySelectorAll(name)].some((element) => modules !== IN_FOLDS || !element.closest("details:not([open])"))) {
      import(module).catch(() => sayNotCome(name));
    }
  }
}

fetchFor(document, ON_SOME_PAGES);

for (const event of ["toggle", "leaf"]) {
  document.addEventListener(event, ({ target }) => fetchFor(target, IN_FOLDS), { capture: true });
}
fetchFor(document, IN_FOLDS);
