/** <offline-note>: says when there is no network, and how old the kept guide is. */
class OfflineNote extends HTMLElement {
  #leave;

  connectedCallback() {
    this.#leave = new AbortController();
    for (const event of ["online", "offline"]) {
      window.addEventListener(event, () => this.#show(), { signal: this.#leave.signal });
    }
    this.#show();
  }

  disconnectedCallback() {
    this.#leave.abort();
  }

  #show() {
    this.hidden = navigator.onLine;
  }
}

customElements.define("offline-note", OfflineNote);

const ROOT = document.querySelector("meta[name=guide-root]").content;

/**
 * Let the whole guide be kept for times without a network. A newer version that the last visit brought takes over
 * now, before anything is done on the page, so that a page and its scripts are always of one version.
 */
async function keepGuide() {
  const newer = navigator.serviceWorker.controller && (await navigator.serviceWorker.getRegistration())?.waiting;
  if (newer) {
    navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), { once: true });
    newer.postMessage("take over");
  } else {
    await navigator.serviceWorker.register(new URL(`${ROOT}sw.js`, document.baseURI));
  }
}

if ("serviceWorker" in navigator && window.isSecureContext) {
  keepGuide().catch(() => {}); // Refused by the browser: the guide works as ever.
}
