/** What the guide's custom elements share. */

/**
 * An element that listens only for as long as it stands on the page: its `arrive(signal)` is called when it comes to
 * stand there, and the signal is aborted when it leaves.
 */
export class GuideElement extends HTMLElement {
  #leave;

  connectedCallback() {
    this.#leave = new AbortController();
    this.arrive(this.#leave.signal);
  }

  /** @param {AbortSignal} _signal */
  arrive(_signal) {}

  disconnectedCallback() {
    this.#leave.abort();
  }
}

/**
 * Keys pressed in a place go no further: the theme's single-key shortcuts (n, p, s …) would leave the page from our
 * fields and buttons.
 * @param {HTMLElement} place @param {AbortSignal} signal  ends it
 */
export function keepKeysIn(place, signal) {
  place.addEventListener("keydown", (event) => event.stopPropagation(), { signal });
}
