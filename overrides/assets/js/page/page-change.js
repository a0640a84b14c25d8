/**
 * One page fades into the next (`@view-transition` in page.css) where the browser gets to it in time. Where it does
 * not, it drops the fade and rejects promises that nobody has asked for, which is no fault to complain of. This must
 * listen before a page is first shown, so it is a classic script, and rendering waits for it as for the styles.
 */
window.addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof DOMException && /transition/i.test(event.reason.message)) {
    event.preventDefault();
  }
});
