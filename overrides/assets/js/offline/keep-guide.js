/** Registers the service worker that keeps the guide. */

import { pagesMayBeKept } from "../page/kept-pages.js";
import { walkOn } from "../page/walking.js";

let touched = false;
for (const event of ["pointerdown", "keydown"]) {
  window.addEventListener(event, () => { touched = true; }, { capture: true, once: true });
}

const ROOT = document.querySelector("meta[name=guide-root]").content;

/**
 * Let the guide be kept for times without a network, once the page has all it needs. A newer version that the last
 * visit brought takes over at once, and the page is loaded anew from it, so that a page and its scripts are of one
 * version; but nobody who has begun to do something is interrupted.
 */
async function keepGuide() {
  const newer = navigator.serviceWorker.controller && (await navigator.serviceWorker.getRegistration())?.waiting;
  if (newer) {
    navigator.serviceWorker.addEventListener("controllerchange", reloadIfUntouched, { once: true });
    newer.postMessage("take over");
  } else {
    await leisure();
    if (pagesMayBeKept()) {
      await navigator.serviceWorker.register(new URL(`${ROOT}sw.js`, document.baseURI));
    }
  }
}

function reloadIfUntouched() {
  if (!touched) {
    walkOn(window.location.href);
    window.location.reload();
  }
}

function leisure() {
  return new Promise((resolve) => {
    // Some machines are never idle.
    const idle = () => (window.requestIdleCallback ? requestIdleCallback(resolve, { timeout: 5000 }) : setTimeout(resolve));
    if (document.readyState === "complete") {
      idle();
    } else {
      window.addEventListener("load", idle, { once: true });
    }
  });
}

// Not where the reader has asked to be sent less.
if ("serviceWorker" in navigator && window.isSecureContext && !navigator.connection?.saveData) {
  keepGuide().catch(() => {}); // Refused by the browser: the guide works as ever.
}
