/**
 * What must be done before a page is first shown: a classic script, for which rendering waits as for the styles.
 *
 * One page fades into the next (`@view-transition` in page.css) where the browser gets to it in time. Where it does
 * not, it drops the fade and rejects promises that nobody has asked for, which is no fault to complain of.
 */
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && /transition/i.test(event.reason.message)) {
    event.preventDefault();
  }
});

/**
 * An iPhone tells how large its owner wants letters through a font of its own alone, of 17 px where nothing is set. All
 * our sizes hang on that of the page. On a Mac that font is small and says nothing of the kind.
 */
if (CSS.supports("font", "-apple-system-body") && CSS.supports("-webkit-touch-callout", "none")) {
  const { style } = document.documentElement;
  style.font = "-apple-system-body";
  const wanted = parseFloat(getComputedStyle(document.documentElement).fontSize) / 17;
  style.font = "";
  if (wanted !== 1) {
    style.fontSize = `${125 * wanted}%`; // The theme's own is 125 %.
  }
}
