/**
 * Chrome before 90 passes over the `signal` of a listener: an element that has left the page would go on listening, and do
 * everything twice once it stands there again. There the listener is taken away when its signal says so.
 */

const { addEventListener: listen } = EventTarget.prototype;

function endsBySignal() {
  let isAsked = false;
  new EventTarget().addEventListener("", null, { get signal() {
    isAsked = true;
    return undefined;
  } });
  return isAsked;
}

/** @this {EventTarget} @param {string} type @param {EventListenerOrEventListenerObject | null} act @param {AddEventListenerOptions | boolean} [options] */
function listenUntil(type, act, options) {
  const signal = typeof options === "object" ? options?.signal : undefined;
  if (signal?.aborted) {
    return;
  }
  listen.call(this, type, act, options);
  if (signal) {
    listen.call(signal, "abort", () => this.removeEventListener(type, act, options), { once: true });
  }
}

if (!endsBySignal()) {
  EventTarget.prototype.addEventListener = listenUntil;
}
