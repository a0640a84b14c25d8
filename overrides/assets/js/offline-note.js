/** <offline-note>: says when there is no network, and how old the kept guide is. Always there, so that it is heard. */
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
    this.firstElementChild.hidden = navigator.onLine;
  }
}

customElements.define("offline-note", OfflineNote);
