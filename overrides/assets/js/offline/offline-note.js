import { GuideElement } from "../page/guide-element.js";

/**
 * <offline-note>: says when there is no network, and how old the kept guide is. Always there, so that it is heard. It
 * stays at the foot of the screen, and what comes into view, by Tab or by a link, stops above it.
 */
class OfflineNote extends GuideElement {
  arrive(signal) {
    for (const event of ["online", "offline", "resize"]) {
      window.addEventListener(event, () => this.#show(), { signal });
    }
    this.#show();
  }

  #show() {
    const isShown = !navigator.onLine;
    this.querySelector("span").hidden = !isShown;
    document.documentElement.style.scrollPaddingBottom = isShown ? `${this.offsetHeight}px` : "";
    if (isShown && document.activeElement !== document.body) {
      document.activeElement.scrollIntoView({ block: "nearest" });
    }
  }
}

customElements.define("offline-note", OfflineNote);
