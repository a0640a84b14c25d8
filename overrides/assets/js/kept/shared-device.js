/**
 * Where others use the device, words are on the page alone. A way out of the guide is then opened beside it, and a swipe
 * that would load the page anew does nothing: either would lose them.
 */

import { isOurs } from "../page/walking.js";
import { place, watch } from "./store.js";

function shows() {
  document.documentElement.style.overscrollBehaviorY = place() === "tab" ? "contain" : "";
}

document.addEventListener("click", ({ target }) => {
  const link = target instanceof Element && target.closest("a[href]");
  if (place() === "tab" && link instanceof HTMLAnchorElement && /^https?:$/.test(link.protocol) && !isOurs(link.href)) {
    link.target = "_blank";
    link.relList.add("noopener");
  }
}, { capture: true });
watch(shows, new AbortController().signal);
shows();
