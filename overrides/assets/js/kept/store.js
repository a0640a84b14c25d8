/**
 * What the guide keeps on the reader's device. No other module touches storage.
 *
 * Every value is one key, so that two tabs never overwrite each other's work. The reader says once
 * where things are kept: on the device, or, where others use it too, in this tab alone. Until then
 * ticks, and which pages were opened when, are kept on the device, and everything that is typed in the tab. Where the browser refuses
 * storage, or has no room left, values live in memory for as long as the page does.
 */

const FAMILY = "wallet-complaint-guide:";
const PREFIX = `${FAMILY}v1:`;
const PLACE = `${PREFIX}place`;
const TICKS = "tick";
/** How the keys begin of what is kept on the device before the reader has said where. */
const AT_ONCE = [TICKS, "opened:", "seen:"];

const inMemory = new Map();
const changes = new EventTarget();
const device = opened("localStorage");
const tab = opened("sessionStorage");

function opened(name) {
  try {
    return window[name];
  } catch {
    return null; // Blocked: merely naming it throws.
  }
}

/** @returns {"device" | "tab" | null} where the reader wants things kept; null until they have said so */
export function place() {
  return [get(tab, PLACE), get(device, PLACE)].find((said) => said === "device" || said === "tab") ?? null;
}

/**
 * Keep everything there from now on, and move what is here already.
 * @param {"device" | "tab"} chosen
 */
export function choosePlace(chosen) {
  const [from, to] = chosen === "device" ? [tab, device] : [device, tab];
  move(from, to);
  remove(from, PLACE);
  set(to, PLACE, chosen);
  tellAll();
}

/** What this tab kept before the reader said in another one “on the device” goes there too. */
function follow() {
  if (get(tab, PLACE) === null && get(device, PLACE) === "device") {
    move(tab, device);
  }
}

function move(from, to) {
  for (const key of ours(from).filter((key) => key !== PLACE)) {
    const value = get(from, key);
    set(to, key, value) ? inMemory.delete(key) : inMemory.set(key, value);
    remove(from, key);
  }
}

/** @returns {"device" | "tab" | "nowhere"} where what is typed now really is */
export function whereabouts() {
  if (inMemory.size > 0 || storageFor("") === null) {
    return "nowhere";
  }
  return place() ?? "tab";
}

/** Where the value of a key really is. @param {string} key @returns {"device" | "tab" | "nowhere"} */
export function whereIs(key) {
  return !inMemory.has(PREFIX + key) && get(storageFor(key), PREFIX + key) !== null ? place() ?? "tab" : "nowhere";
}

/** Whether every tick outlives the page. False where storage is blocked, or has turned out to be full. */
export function ticksAreKept() {
  return storageFor(TICKS) !== null && inMemory.size === 0;
}

/** @param {string} key @returns {string | null} */
export function read(key) {
  const whole = PREFIX + key;
  return inMemory.has(whole) ? inMemory.get(whole) : get(storageFor(key), whole);
}

/**
 * Keep a value, or forget it (null), and tell every watcher. What is kept already is neither written nor told again.
 * @param {string} key @param {string | null} value
 */
export function write(key, value) {
  writeAll({ [key]: value });
}

/** Like `write`, for many, told once. @param {Record<string, string | null>} values */
export function writeAll(values) {
  // What is in memory alone is tried again: there may be room by now.
  const changed = Object.entries(values).filter(([key, value]) => read(key) !== value || inMemory.has(PREFIX + key));
  for (const [key, value] of changed) {
    const whole = PREFIX + key;
    const storage = storageFor(key);
    const done = value === null ? remove(storage, whole) : set(storage, whole, value);
    done ? inMemory.delete(whole) : inMemory.set(whole, value);
  }
  if (changed.length > 0) {
    tellAll(changed.map(([key]) => key));
  }
}

/** Keep a value where there is room for it; elsewhere it is of no use, and nobody is told. @param {string} key @param {string} value */
export function writeIfRoom(key, value) {
  if (read(key) !== value) {
    set(storageFor(key), PREFIX + key, value);
  }
}

/** Every key with a value that begins with `start`, sorted. @param {string} start @returns {string[]} */
export function keys(start) {
  const whole = PREFIX + start;
  // Until the reader has chosen, ticks and words are in different places.
  const found = new Set([...ours(device), ...ours(tab), ...inMemory.keys()].filter((key) => key.startsWith(whole)));
  return [...found].map((key) => key.slice(PREFIX.length)).filter((key) => read(key) !== null && key !== "place").sort();
}

/**
 * Forget everything this guide ever kept here, of any version.
 * @returns {{erased: number, left: number}} counted in storage itself, before and after
 */
export function eraseEverything() {
  const before = everything().length + inMemory.size;
  for (const storage of [device, tab]) {
    all(storage).forEach((key) => remove(storage, key));
  }
  inMemory.clear();
  tellAll();
  changes.dispatchEvent(new Event("erase"));
  settle();
  return { erased: before, left: everything().length };
}

/** Call `onErase` when everything has been erased on this page: nothing may be left on it or be brought back. */
export function watchErasing(onErase, signal) {
  changes.addEventListener("erase", onErase, { signal });
}

/** Whether a newer version of the guide has kept something here that this one cannot read. */
export function newerVersionWasHere() {
  return everything().some((key) => Number(/^v(\d+):/.exec(key.slice(FAMILY.length))?.[1]) > 1);
}

/**
 * Call `onChange` whenever what is kept may have changed: here, in another tab, or while the page was
 * away (a page that comes back by the Back button missed what happened elsewhere).
 * @param {(keys: string[] | null) => void} onChange  told which keys; null when any may have changed
 * @param {AbortSignal} signal  ends the watch
 */
export function watch(onChange, signal) {
  changes.addEventListener("change", (/** @type {CustomEvent} */ event) => onChange(event.detail), { signal });
  window.addEventListener("storage", (event) => {
    if (event.key === null || event.key === PLACE) {
      onChange(null);
    } else if (event.key.startsWith(PREFIX)) {
      onChange([event.key.slice(PREFIX.length)]);
    }
  }, { signal });
}

function storageFor(key) {
  return { device, tab }[place()] ?? (AT_ONCE.some((start) => key.startsWith(start)) ? device : tab);
}

function get(storage, whole) {
  try {
    return storage?.getItem(whole) ?? null;
  } catch {
    return null;
  }
}

function set(storage, whole, value) {
  try {
    storage.setItem(whole, value);
    return true;
  } catch {
    return false;
  }
}

function remove(storage, whole) {
  try {
    storage.removeItem(whole);
    return true;
  } catch {
    return false;
  }
}

function all(storage) {
  try {
    return Object.keys(storage ?? {}).filter((key) => key.startsWith(FAMILY));
  } catch {
    return [];
  }
}

function ours(storage) {
  return all(storage).filter((key) => key.startsWith(PREFIX));
}

function everything() {
  return [...all(device), ...all(tab)];
}

function tellAll(keys = null) {
  changes.dispatchEvent(new CustomEvent("change", { detail: keys }));
}

/**
 * What a page shows that has come back is what its fields hold from now on. WebKit sets those with `autocomplete="off"`
 * back to what their HTML says, in a task some time after `pageshow`: so that is what it must say.
 */
function settle() {
  for (const field of document.querySelectorAll("input[autocomplete=off]")) {
    field.type === "checkbox" ? field.defaultChecked = field.checked : field.defaultValue = field.value;
  }
}

window.addEventListener("pageshow", ({ persisted }) => {
  follow();
  tellAll();
  if (persisted) {
    settle();
  }
});
// Before any watcher's own listeners, so that each finds everything in its place.
window.addEventListener("storage", ({ key }) => key === PLACE && follow());
follow();
