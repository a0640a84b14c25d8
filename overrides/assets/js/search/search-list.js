/** What is found for a reader's own words, and how it is shown: under the theme's box, and on the home page. */

import { countingRegion } from "../kept/region.js";
import { element, fill, setText } from "../page/markup.js";
import { notCome } from "../page/not-come.js";
import { home, sharedData } from "../page/shared-data.js";
import { isRaw } from "./search-composing.js";
import { found, searchable } from "./search-found.js";
import { runsOf } from "./search-words.js";

/** Fewer letters than make a word are still being typed. */
const TOO_SHORT = 2;
/** After so many milliseconds somebody who waits is told so. */
const SOON = 300;

/** All that can be looked through, once it is here. @type {ReturnType<typeof searchable> | null} */
let searched = null;
/** @type {Promise<void> | null} */
let coming = null;

/** Fetched once; where it does not come, the next word that is typed asks for it again. */
function bring() {
  return coming ??= sharedData("searched").then((found) => { searched = searchable(found); }).catch(() => { coming = null; });
}

/**
 * Show in `place` what is found for the words of `box`, at once and whenever they change; nothing while there are none.
 * Who waits for it, is told so (`data-wait`); where it does not come, that is said, with what is left (`data-instead`).
 * Who hears the page is told how much was found.
 * @param {HTMLInputElement} box @param {HTMLElement} place
 */
export function showWhatIsFound(box, place) {
  const status = element("p", { className: "search-status" });
  status.setAttribute("role", "status");
  place.before(status);
  let waiting = 0;
  const query = () => box.value.trim();
  const tell = (text, waits = false) => {
    setText(status, text);
    status.classList.toggle("visually-hidden", !waits);
  };
  const put = (...shown) => {
    place.replaceChildren(...shown);
    const many = place.querySelectorAll(".search-hit").length;
    tell(many ? fill(searched.words.count, { count: many }) : place.querySelector(".search-also")?.textContent ?? "");
  };
  const say = () => {
    clearTimeout(waiting);
    if (query().length < TOO_SHORT) {
      put();
    } else if (searched) {
      put(...lines(query()));
    } else if (place.querySelector(".not-come")) {
      tell("");
    } else {
      put(notCome(place.dataset.instead));
    }
  };
  const show = () => {
    const isAsked = query().length >= TOO_SHORT;
    if (searched || !isAsked) {
      say();
    }
    if (!searched) {
      clearTimeout(waiting);
      waiting = isAsked ? setTimeout(() => tell(place.dataset.wait, true), SOON) : 0;
      bring().then(say);
    }
  };
  box.addEventListener("input", (event) => isRaw(event) || show());
  box.addEventListener("compositionend", show);
  box.form?.addEventListener("reset", () => setTimeout(show)); // It is emptied after it is told.
  show();
}

function lines(query) {
  const { plans, others, named } = found(query, searched, countingRegion().id);
  const { words } = searched;
  if (!plans.length && !others.length) {
    return nothing(searched);
  }
  const marked = marking(query, searched.index);
  const [wallet, region] = ["wallet", "region"].map((one) => named.find(({ kind }) => kind === one));
  return [
    ...plans.map((plan) => line(opensFor(plan.link, wallet, region), marked(plan.title), under(plan, wallet, words, marked), "search-hit")),
    ...(others.length && plans.length ? [element("p", { className: "search-also", textContent: words.also })] : []),
    ...others.map(({ kind, title, link }) => line(link, marked(title), [words[kind]], "search-hit")),
  ];
}

/**
 * What stands below the title of a plan: the words of others that it was found by, and the wallet that it opens for.
 * @param {import("./search-found.js").Found} plan
 */
function under({ phrase, title }, wallet, words, marked) {
  return [
    phrase && phrase !== title ? element("span", {}, ...marked(phrase)) : "",
    wallet ? element("span", { textContent: fill(words.opens_for, { names: wallet.name }) }) : "",
  ].filter(Boolean);
}

function line(link, title, under, className = "") {
  return element(
    "a",
    { href: new URL(link, home).href, className },
    element("span", { className: "search-title" }, ...title),
    ...(under.length ? [element("small", {}, ...under)] : []),
  );
}

/** No dead end: what the home page asks, and the steps of any complaint. */
function nothing({ groups, words, general }) {
  return [
    element("p", { className: "search-also", textContent: words.none }),
    ...groups.map(({ title, link }) => line(link, [title], [])),
    line(general, [words.none_of_these], []),
    element("p", { className: "search-how", textContent: words.how }),
  ];
}

/** How to mark in a text what of the query was met in it. */
function marking(query, index) {
  const met = index.met(query);
  return (text) => runsOf(text, met, index.pieces).map((run) => (run.met ? element("mark", { textContent: run.text }) : run.text));
}

/** The address of a plan that opens for the wallet that was named, and for the region where its account is. */
function opensFor(link, wallet, region) {
  const address = new URL(link, home);
  if (wallet) {
    address.searchParams.set("wallet", wallet.id);
  }
  if (wallet && region) {
    address.searchParams.set("region", region.id);
  }
  return address.href;
}
