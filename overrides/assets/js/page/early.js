/* What must listen before a page is first shown, or must run where no module does: a classic script, in words that old
   browsers know. Rendering waits for it as for the styles. */

/* One page fades into the next (`@view-transition` in page.css) where the browser gets to it in time. Where it does not,
   it drops the fade and rejects promises that nobody has asked for, which is no fault to complain of. */
window.addEventListener("unhandledrejection", function (event) {
  if (event.reason instanceof DOMException && /transition/i.test(event.reason.message)) {
    event.preventDefault();
  }
});

/* Where the guide's script did not come, or the browser is too old for it, nothing else can say so. */
window.addEventListener("load", function () {
  const note = document.querySelector(".not-begun");
  const title = document.querySelector("h1");
  if (note && title && !(window.customElements && window.customElements.get("share-page"))) {
    title.parentNode.insertBefore(note, title.nextSibling);
    note.hidden = false;
    document.documentElement.classList.add("in-part");
  }
});
