/** A link to something folded unfolds it: to a fold itself, to a place in one, or to the heading of a folded section. */

import { walkOn } from "./walking.js";

/** Opens what the address names. */
export function unfold() {
  const target = document.getElementById(named());
  const elsewhere = target && ledFrom(target);
  if (elsewhere) {
    walkOn(elsewhere);
    window.location.replace(elsewhere); // It once stood here.
    return;
  }
  for (let fold = target && foldOf(target); fold; fold = fold.parentElement?.closest("details")) {
    fold.open = true;
  }
}

/**
 * Where something stands now that once stood here, if it does not any more: where the link with its id leads, or that of
 * its entry if it has one alone. A link to a whole page leads to the place of the same id there.
 * @param {Element} target @returns {string | null}
 */
function ledFrom(target) {
  const links = target.closest(".elsewhere li")?.querySelectorAll("a") ?? [];
  const link = /** @type {HTMLAnchorElement} */ (target.matches("a") || links.length !== 1 ? target : links[0]);
  if (![...links].includes(link)) {
    return null;
  }
  return link === target || link.hash ? link.href : `${link.href}#${target.id}`;
}

/** The id that the address names; one that was cut or mistyped may not be decodable and names nothing. */
export function named() {
  try {
    return decodeURIComponent(window.location.hash.slice(1));
  } catch {
    return "";
  }
}

/** What a heading's section folds, or else the fold that it stands in. */
function foldOf(heading) {
  let next = /^H\d$/.test(heading.tagName) ? heading.nextElementSibling : null;
  while (next && !/^H\d$/.test(next.tagName)) {
    if (next.matches(".section-fold")) {
      return next.querySelector("details");
    }
    next = next.nextElementSibling;
  }
  return heading.closest("details");
}

window.addEventListener("hashchange", unfold);
unfold();
