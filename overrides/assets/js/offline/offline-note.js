import { GuideElement } from "../page/guide-element.js";

/** <offline-note>: says when there is no network, and how old the kept guide is. Always there, so that it is heard. */
class OfflineNote extends GuideElement {
  arrive(signal) {
    for (const event of ["online", "offline"]) {
      window.addEventListener(event, () => this.#show(), { signal });
    }
    this.#show();
  }

  #show() {
    this.querySelector("span").hidden = navigator.onLine;
  }
}

customElements.define("offline-note", OfflineNote);
