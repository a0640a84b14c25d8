/* What must listen before a page is first shown, or must run where no module does: a classic script, in words that old
   browsers know. Rendering waits for it as for the styles. */

/* Until a script is heard, the note that none came is on its way (page.css). */
document.documentElement.classList.add("heard");

/* One page fades into the next (`@view-transition` in page.css) where the browser gets to it in time. Where it does not,
   it drops the fade and rejects promises that nobody has asked for, which is no fault to complain of. */
window.addEventListener("unhandledrejection", function (event) {
  if (event.reason instanceof DOMException && /transition/i.test(event.reason.message)) {
    event.preventDefault();
  }
});

/* Who reads Traditional Chinese is told once that there is an edition for them: before the page is shown, so that nothing
   moves. kept/language-note.js notes that they were. */
try {
  if (/^zh-(hant|hk|mo|tw)/i.test(navigator.languages.find(function (tag) { return /^zh/i.test(tag); }))
    && !Object.keys(localStorage).some(function (key) { return key.endsWith(":language-offered"); })) {
    document.documentElement.classList.add("reads-hant");
  }
} catch (refused) {
  void refused; // Without room for a note, or without a list of languages, nothing is offered.
}

/* Where the guide's script did not come, or the browser is too old for it, nothing else can say so: below the title, or
   where the page was opened at, for that is what is on the screen. */
window.addEventListener("load", function () {
  const note = document.querySelector(".not-begun");
  if (note && !(window.customElements && window.customElements.get("share-page"))) {
    const sought = document.querySelector("article details:target > summary, article :not(details):target");
    if (sought && sought.getClientRects().length > 0) {
      if (sought.localName === "summary") {
        sought.closest("details").open = true;
      }
      sought.parentNode.insertBefore(note, sought.nextSibling);
    }
    note.classList.add("is-so");
    document.documentElement.classList.add("in-part");
  }
});

/* An iPhone tells how large its owner wants letters through a font of its own alone, of 17 px where nothing is set. All
   our sizes hang on that of the page. On a Mac that font is small and says nothing of the kind. */
if (window.CSS && CSS.supports("font", "-apple-system-body") && CSS.supports("-webkit-touch-callout", "none")) {
  const style = document.documentElement.style;
  style.font = "-apple-system-body";
  const wanted = parseFloat(getComputedStyle(document.documentElement).fontSize) / 17;
  style.font = "";
  if (wanted !== 1) {
    style.fontSize = 125 * wanted + "%"; // The theme's own is 125 %.
  }
}
