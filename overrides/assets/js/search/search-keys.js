/**
 * Tab goes from the search box through what was found, and closes the search when it leaves. The theme would close it
 * at the first Tab, and lead on through results that nobody sees.
 */

const search = document.querySelector(".md-search");
const toggle = document.querySelector("input[data-md-toggle=search]");

if (search && toggle) {
  search.addEventListener("keydown", (event) => {
    if (event.key === "Tab") {
      event.stopPropagation();
    }
  });
  search.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && toggle.checked && !search.contains(/** @type {Node} */ (relatedTarget))) {
      toggle.click();
    }
  });
}
