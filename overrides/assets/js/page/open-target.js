/** A link to something folded unfolds it: to a fold itself, to a place in one, or to the heading of a folded section. */

function unfold() {
  const target = document.getElementById(decoded(window.location.hash.slice(1)));
  const elsewhere = /** @type {HTMLAnchorElement | null} */ (target?.closest(".elsewhere li")?.querySelector("a"));
  if (elsewhere) {
    window.location.replace(elsewhere.href); // It once stood here.
    return;
  }
  for (let fold = target && foldOf(target); fold; fold = fold.parentElement?.closest("details")) {
    fold.open = true;
  }
}

/** What an address names; one that was cut or mistyped may not be decodable and names nothing. */
function decoded(name) {
  try {
    return decodeURIComponent(name);
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
