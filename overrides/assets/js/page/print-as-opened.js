/**
 * A page of situations prints what its reader has opened; situations.css says what else. The theme opens every fold
 * before it prints, letters and all, which would be 80 pages: it listens on the window too, and later than this.
 */
if (document.querySelector("details.situation")) {
  window.addEventListener("beforeprint", (event) => event.stopImmediatePropagation());
}
