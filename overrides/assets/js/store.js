/**
 * What the guide keeps on the reader's device. No other module touches storage.
 *
 * Every ticked item is one key, so that two tabs never overwrite each other's ticks. Where the
 * browser refuses storage, ticks live in memory for as long as the page does.
 */

const PREFIX = "wallet-complaint-guide:v1:tick:";
const TICKED = "1";

const inMemory = new Map();
const changes = new EventTarget();

function deviceStorage() {
  try {
    return window.localStorage;
  } catch {
    return null; // Blocked: merely naming it throws.
  }
}

const storage = deviceStorage();

/** Whether every tick outlives the page. False where storage is blocked, or has turned out to be full. */
export function ticksAreKept() {
  return storage !== null && inMemory.size === 0;
}

/** @param {string} item  id of an item @returns {boolean} */
export function isTicked(item) {
  return inMemory.has(item) ? inMemory.get(item) : storage?.getItem(PREFIX + item) === TICKED;
}

/**
 * Tick or untick items, and tell every watcher.
 * @param {string[]} items  ids
 * @param {boolean} ticked
 */
export function setTicked(items, ticked) {
  for (const item of items) {
    write(item, ticked);
  }
  changes.dispatchEvent(new Event("change"));
}

/**
 * Call `onChange` whenever ticks may have changed: here, in another tab, or while the page was away
 * (a page that comes back by the Back button missed what happened elsewhere).
 * @param {() => void} onChange
 * @param {AbortSignal} signal  ends the watch
 */
export function watchTicks(onChange, signal) {
  changes.addEventListener("change", onChange, { signal });
  window.addEventListener("pageshow", onChange, { signal });
  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key.startsWith(PREFIX)) {
      onChange();
    }
  }, { signal });
}

function write(item, ticked) {
  try {
    if (ticked) {
      storage.setItem(PREFIX + item, TICKED);
    } else {
      storage.removeItem(PREFIX + item);
    }
    inMemory.delete(item);
  } catch {
    inMemory.set(item, ticked);
  }
}
