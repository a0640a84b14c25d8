/** Registers the service worker that keeps the guide (sw.js), and has it look for a newer version. */

import { pagesMayBeKept } from "../page/kept-pages.js";
import { leisure } from "../page/leisure.js";

const ROOT = document.querySelector("meta[name=guide-root]").content;

/**
 * Let the guide be kept for times without a network, once the page has all it needs. Where it is kept already, it is
 * asked at once whether there is a newer version, and whenever its reader comes back to the page: that one takes over
 * with the next page, so nobody who has begun to do something is interrupted. It takes over once that page has come: a
 * browser that is asked for a page's files just as the workers change may put the change off for good.
 */
async function keepGuide() {
  const scope = new URL(ROOT, document.baseURI);
  // Asked first: register() is answered only once a version that is being fetched waits too, which is not this page's.
  const newer = (await navigator.serviceWorker.getRegistration(scope))?.waiting;
  const isKept = navigator.serviceWorker.controller;
  if (!isKept) {
    await leisure();
  }
  if (!pagesMayBeKept()) {
    return;
  }
  const registration = await navigator.serviceWorker.register(new URL("sw.js", scope));
  const look = () => registration.update().catch(() => {}); // No network.
  if (isKept) {
    look();
  }
  document.addEventListener("visibilitychange", () => document.hidden || look());
  if (newer) {
    await leisure();
    newer.postMessage("take over");
  }
}

const asksForLess = navigator.connection?.saveData || window.matchMedia("(prefers-reduced-data: reduce)").matches;
if ("serviceWorker" in navigator && window.isSecureContext && !asksForLess) {
  keepGuide().catch(() => {}); // Refused by the browser: the guide works as ever.
}
