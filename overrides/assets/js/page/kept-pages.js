/** The copy of the guide's pages that the browser keeps for times without a network, as far as a page decides of it. */

import { rootPath } from "./walking.js";

/** How long the service worker may take to answer, in milliseconds. */
const PATIENCE = 1000;

let wanted = true;

/** Whether the pages may be kept: not on a device that others use. */
export function pagesMayBeKept() {
  return wanted;
}

/** Keep no pages from now on, as long as this page is open. */
export function keepNoPages() {
  wanted = false;
}

/** Forget every page that is kept. @returns {Promise<number>} how many copies are left */
export async function forgetPages() {
  try {
    const registration = await navigator.serviceWorker?.getRegistration(rootPath);
    const worker = registration && (registration.active ?? registration.waiting ?? registration.installing);
    const left = worker ? await asked(worker) : 0;
    await registration?.unregister();
    return left;
  } catch {
    return 0; // Refused by the browser, which then keeps none.
  }
}

/** @param {ServiceWorker} worker @returns {Promise<number>} */
function asked(worker) {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    setTimeout(() => resolve(1), PATIENCE);
    port1.addEventListener("message", ({ data }) => resolve(data));
    port1.start();
    worker.postMessage("forget", [port2]);
  });
}
