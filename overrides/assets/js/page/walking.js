/**
 * Whether a page that is being left is left for another page of the guide: by a link, by Back, or by one of our own
 * scripts. To close a tab, to reload it or to type another address looks like none of these, in any browser.
 */

const ROOT = new URL(/** @type {HTMLMetaElement | null} */ (document.querySelector("meta[name=guide-root]"))?.content ?? "/", document.baseURI);

/** Where this copy of the guide begins on its site, such as `/guide/`: another copy may stand beside it. */
export const rootPath = ROOT.pathname;

/** How long a step may take until the next page is there, in milliseconds: a slow phone on a slow network. */
const SLOW = 60_000;
/** The same on the way back to a page that the browser holds ready. */
const AT_ONCE = 5_000;

/** @type {{navigation?: EventTarget}} */
const { navigation } = /** @type {any} */ (window);

/** When the last step was begun, and where to. */
let begun = -Infinity;
let address = "";

/** Whether an address is a page of this copy of the guide. @param {string} href */
export function isOurs(href) {
  const { origin, protocol, pathname } = new URL(href, document.baseURI);
  const here = origin === ROOT.origin && protocol === ROOT.protocol && pathname.startsWith(ROOT.pathname);
  return here && /\/[^/.]*$|\.html$/.test(pathname);
}

/** A page of the guide is about to be loaded. @param {string} href */
export function walkOn(href) {
  begun = performance.now();
  address = placeOf(href);
}

/** Whether this page is where a step was to lead. @param {string} to */
export function isHere(to) {
  return to === "" || to === placeOf(window.location.href);
}

/**
 * The step with which this page is left, for another one of the guide; null where that is not known.
 * @param {PageTransitionEvent} leaving  the `pagehide`
 * @returns {{to: string, time: number} | null}  where to, "" for anywhere, and how long it may take
 */
export function nextStep({ persisted }) {
  if (performance.now() - begun < SLOW) {
    return { to: address, time: SLOW };
  }
  // Browsers without the Navigation API say nothing of Back, but that the page is put aside and not closed.
  return !navigation && persisted ? { to: "", time: AT_ONCE } : null;
}

/** A page's address as a server may shorten or lengthen it. */
function placeOf(href) {
  return new URL(href, document.baseURI).pathname.replace(/(?:\/|\/index\.html|\.html)$/, "");
}

if (navigation) {
  navigation.addEventListener("navigate", (/** @type {any} */ { destination, downloadRequest }) => {
    if (destination.sameDocument || downloadRequest !== null) {
      return;
    }
    isOurs(destination.url) ? walkOn(destination.url) : begun = -Infinity;
  });
} else {
  window.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    const elsewhere = event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
    if (link instanceof HTMLAnchorElement && !elsewhere && !link.target && !link.hasAttribute("download") && isOurs(link.href)) {
      walkOn(link.href);
    }
  });
}
