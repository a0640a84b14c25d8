/**
 * What the guide keeps on the reader's device. No other module touches storage.
 *
 * Every value is one key, so that two tabs never overwrite each other's work; and every key begins with where this copy
 * of the guide stands on its site, so that two copies never see each other's. The reader says once where things are
 * kept: on the device, or, where others use it too, in this page alone. Until then ticks, and which pages were opened
 * when, are kept on the device, and everything that is typed in the tab. Where the browser refuses storage, or has no
 * room left, values live in memory for as long as the page does.
 *
 * Where others use the device, nothing is written to storage, for a browser brings back what is there: it copies the
 * storage of a tab that is duplicated and restores that of one that was closed. Words are in memory, and go from page to
 * page only on the way, when the next page is known to be one of the guide: it takes them out of storage as it comes.
 */

import { forgetPages, keepNoPages } from "../page/kept-pages.js";
import { isHere, nextStep, rootPath } from "../page/walking.js";
import { CARRIED } from "./all-keys.js";
import { askTabs, joinTabs, tellTabs } from "./tabs.js";

const FAMILY = `wallet-complaint-guide@${rootPath}:`;
/** How all copies on a site began their keys before they were told apart. */
const OLD_FAMILY = "wallet-complaint-guide:";
const PREFIX = `${FAMILY}v1:`;
const PLACE = `${PREFIX}place`;
/** A word that stands on the device until everything is erased: what a tab kept beside another one is gone. */
const ERA = `${PREFIX}era`;
/** What one page hands to the next. */
const HANDED = `${PREFIX}handed`;
/** What was asked of the search in this tab, by the name that a page’s place in its history knows. */
const ASKED = `${PREFIX}asked`;
/** Of how many pages that were left the words are kept. */
const MOST_ASKED = 20;
/** What is known of the newest copy (copies.js), and what follows its day once it is older than what it would hold now. */
export const COPIED = "copied";
export const BEHIND = "behind";
const TICKS = "tick";
/** How the keys begin of what is kept on the device before the reader has said where. */
const AT_ONCE = [TICKS, "opened:", "seen:", "language-offered"];
/** The keys of what a reader typed. */
const TYPED = /^(?:person|day):|:(?:field|log|edited|way):/;

const inMemory = new Map();
const changes = new EventTarget();
const device = opened("localStorage");
const tab = opened("sessionStorage");
/** Whether others use the device. */
let shared = false;
/** The era of what this page knows. */
let era = null;
let askedToStay = false;
/** Every key with a value, sorted; null once one may have come or gone. To ask storage for them with each key that is typed would be felt. @type {string[] | null} */
let index = null;

function opened(name) {
  try {
    return window[name];
  } catch {
    return null; // Blocked: merely naming it throws.
  }
}

/** @returns {"device" | "tab" | null} where the reader wants things kept; null until they have said so */
export function place() {
  return shared ? "tab" : get(device, PLACE) === "device" ? "device" : null;
}

/**
 * Keep everything there from now on, and move what is here already.
 * @param {"device" | "tab"} chosen
 */
export function choosePlace(chosen) {
  if (chosen === "tab") {
    share();
    tellTabs("shared");
    forgetPages();
  } else if (set(device, PLACE, chosen)) { // Else there is no room: all stays where it is.
    follow();
  }
  tellAll();
}

/** From now on others use the device: everything is in memory, and in no storage. */
function share() {
  for (const storage of [tab, device]) {
    for (const key of ours(storage)) {
      if (!isOwn(key) && !inMemory.has(key)) {
        inMemory.set(key, get(storage, key));
      }
      remove(storage, key);
    }
  }
  shared = true;
  era = null;
  keepNoPages();
}

/** What this tab kept before the reader said in another one “on the device” goes there too. */
function follow() {
  if (place() === "device") {
    move(tab, device);
    remove(tab, ERA);
  }
}

function move(from, to) {
  for (const key of ours(from).filter((each) => !isOwn(each))) {
    const value = get(from, key);
    set(to, key, value) ? inMemory.delete(key) : inMemory.set(key, value);
    remove(from, key);
  }
}

/**
 * @returns {"device" | "tab" | "page" | "nowhere"} where what is typed now really is: in the tab until the reader has
 *   said where, on the page where others use the device
 */
export function whereabouts() {
  if (shared) {
    return tab === null ? "nowhere" : "page";
  }
  if (inMemory.size > 0 || storageFor("") === null) {
    return "nowhere";
  }
  return place() ?? "tab";
}

/** Where the value of a key really is. @param {string} key @returns {"device" | "tab" | "page" | "nowhere"} */
export function whereIs(key) {
  if (shared) {
    return whereabouts();
  }
  return !inMemory.has(PREFIX + key) && get(storageFor(key), PREFIX + key) !== null ? place() ?? "tab" : "nowhere";
}

/** Whether every tick outlives the page. False where storage is blocked, or has turned out to be full. */
export function ticksAreKept() {
  return shared ? tab !== null : storageFor(TICKS) !== null && inMemory.size === 0;
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
  const wanted = Object.entries(values).filter(([key, value]) => read(key) !== value || (!shared && inMemory.has(PREFIX + key)));
  const changed = [...wanted, ...sinceCopy(wanted)];
  const comeOrGone = changed.some(([key, value]) => value === null || read(key) === null);
  const written = changed.filter(([, value]) => value !== null).map(([key]) => key);
  stayHere(written);
  for (const [key, value] of changed) {
    keepOne(key, value);
  }
  index = comeOrGone ? null : index;
  if (written.length > 0) {
    noteEra();
  }
  if (changed.length > 0) {
    tellAll(changed.map(([key]) => key));
  }
}

/** What is to be written besides where something changes that a copy would hold. @param {[string, string | null][]} changed @returns {[string, string][]} */
function sinceCopy(changed) {
  const copied = read(COPIED);
  const isOlder = copied !== null && !copied.endsWith(BEHIND) && changed.some(([key, value]) => CARRIED.test(key) && read(key) !== value);
  return isOlder ? [[COPIED, `${copied} ${BEHIND}`]] : [];
}

function keepOne(key, value) {
  const whole = PREFIX + key;
  const storage = storageFor(key);
  if (shared) {
    value === null ? inMemory.delete(whole) : inMemory.set(whole, value);
  } else {
    const done = value === null ? remove(storage, whole) : set(storage, whole, value);
    done ? inMemory.delete(whole) : inMemory.set(whole, value);
  }
}

/** Keep a value where there is room for it; elsewhere it is of no use, and nobody is told. @param {string} key @param {string} value */
export function writeIfRoom(key, value) {
  if (read(key) !== value) {
    index = null;
    shared ? inMemory.set(PREFIX + key, value) : set(storageFor(key), PREFIX + key, value);
  }
}

/** Before the first word that is typed is kept, ask the browser not to clear it away. @param {string[]} written  keys */
function stayHere(written) {
  const isTyped = (key) => TYPED.test(key);
  if (!askedToStay && !shared && written.some(isTyped)) {
    askedToStay = true;
    if (!keys("").some(isTyped)) {
      navigator.storage?.persist?.().catch(() => {}); // Refused: the page says what a browser may do.
    }
  }
}

/** What was asked of the search in this tab under a name; nothing where others use the device. @param {string} name */
export function asked(name) {
  return allAsked().get(name) ?? "";
}

/** Keep in the tab, never on the device, what was asked of the search under a name. @param {string} name @param {string} words */
export function keepAsked(name, words) {
  const all = allAsked();
  if (shared || words === (all.get(name) ?? "")) {
    return;
  }
  noteEra();
  const others = [...all].filter(([each]) => each !== name);
  const kept = [...others, ...(words ? [[name, words]] : [])].slice(-MOST_ASKED);
  kept.length ? set(tab, ASKED, JSON.stringify(kept)) : remove(tab, ASKED);
}

/** @returns {Map<string, string>} the newest last */
function allAsked() {
  try {
    return new Map(shared ? [] : JSON.parse(get(tab, ASKED)));
  } catch {
    return new Map(); // Words of an earlier version, which kept the last ones alone.
  }
}

/** What is kept now, or typed, belongs to the time since everything was last erased. */
export function noteEra() {
  if (shared) {
    return;
  }
  era = get(device, ERA);
  if (era === null) {
    const begun = String(crypto.getRandomValues(new Uint32Array(1))[0]);
    era = set(device, ERA, begun) ? begun : null;
  }
  if (era !== null && place() === null && get(tab, ERA) !== era) {
    set(tab, ERA, era);
  }
}

/** Whether everything was erased elsewhere while this page, or the tab it is in, slept. */
function wasErased() {
  const now = get(device, ERA);
  return !shared && [era, get(tab, ERA)].some((known) => known !== null && known !== now);
}

/** Every key with a value that begins with `start`, sorted. @param {string} start @returns {string[]} */
export function keys(start) {
  index ??= everyKey();
  return index.filter((key) => key.startsWith(start));
}

function everyKey() {
  // Until the reader has chosen, ticks and words are in different places.
  const stored = shared ? [] : [...ours(device), ...ours(tab)];
  const found = new Set([...stored, ...inMemory.keys()].filter((key) => !isOwn(key)));
  return [...found].map((key) => key.slice(PREFIX.length)).filter((key) => read(key) !== null).sort();
}

/**
 * Forget everything this guide ever kept here, of any version, in every open tab, and the pages that are kept.
 * @returns {Promise<{erased: number, left: number}>} counted in storage itself, before and after, in each tab that answers
 */
export async function eraseEverything() {
  const here = eraseHere([device, tab]);
  const [others, pages] = await Promise.all([askTabs("erase"), forgetPages()]);
  const sum = (name) => [here, ...others].reduce((total, each) => total + each[name], 0);
  return { erased: sum("erased"), left: sum("left") + everything(device).length + pages };
}

/** Erase what this page and these storages have. @returns {{erased: number, left: number}} */
function eraseHere(storages) {
  const count = () => storages.reduce((total, storage) => total + everything(storage).length, 0);
  const before = count() + inMemory.size;
  for (const storage of storages) {
    all(storage).forEach((key) => remove(storage, key));
  }
  forget();
  return { erased: before, left: everything(tab).length };
}

/** Nothing is left on this page. */
function forget() {
  inMemory.clear();
  tellAll();
  changes.dispatchEvent(new Event("erase"));
  settle();
  shared = false;
  era = null;
}

/** Call `onErase` when everything has been erased on this page: nothing may be left on it or be brought back. */
export function watchErasing(onErase, signal) {
  changes.addEventListener("erase", onErase, { signal });
}

/** Whether a newer version of the guide has kept something here that this one cannot read. */
export function newerVersionWasHere() {
  const versions = [...all(device), ...all(tab)].map((key) => /^wallet-complaint-guide(?:@[^:]*)?:v(\d+):/.exec(key)?.[1]);
  return versions.some((version) => Number(version) > 1);
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
    } else if (event.key.startsWith(PREFIX) && !isOwn(event.key)) {
      onChange([event.key.slice(PREFIX.length)]);
    }
  }, { signal });
}

/** Where a key is kept; null for memory alone. */
function storageFor(key) {
  if (shared) {
    return null;
  }
  return place() === "device" || AT_ONCE.some((start) => key.startsWith(start)) ? device : tab;
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
    return Object.keys(storage ?? {}).filter((key) => key.startsWith(FAMILY) || key.startsWith(OLD_FAMILY));
  } catch {
    return [];
  }
}

function ours(storage) {
  return all(storage).filter((key) => key.startsWith(PREFIX));
}

/** Whatever there is of the reader's, without what the store notes for itself. */
function everything(storage) {
  return all(storage).filter((key) => ![ERA, HANDED].includes(key));
}

/** Whether a key is the store's own. */
function isOwn(whole) {
  return [PLACE, ERA, HANDED, ASKED].includes(whole);
}

function tellAll(keys = null) {
  index = keys && index;
  changes.dispatchEvent(new CustomEvent("change", { detail: keys }));
}

// From page to page, where others use the device ----------------------------------------------

/** @param {{to: string, time: number}} step */
function handOn({ to, time }) {
  set(tab, HANDED, JSON.stringify({ to, until: Date.now() + time, entries: [...inMemory] }));
}

/** Take what the last page handed on. Whatever is not taken at once, nobody gets. */
function takeHanded() {
  const text = get(tab, HANDED);
  remove(tab, HANDED);
  const handed = text === null ? null : JSON.parse(text);
  if (handed !== null && isHere(handed.to) && Date.now() < handed.until) {
    inMemory.clear();
    handed.entries.forEach(([key, value]) => inMemory.set(key, value));
    shared = true;
    keepNoPages();
  }
}

window.addEventListener("pagehide", (event) => {
  const step = shared && nextStep(event);
  if (step) {
    handOn(step);
  }
  if (shared) {
    forget(); // A page that is held ready for Back shows nothing but what it is handed then.
  }
});

// What earlier versions kept --------------------------------------------------------------------

/** Bring what began with the old family to this copy's own; where the last version said “others too”, to memory. */
function bringOver() {
  const before = `${OLD_FAMILY}v1:`;
  for (const storage of [device, tab]) {
    for (const key of all(storage).filter((each) => each.startsWith(before))) {
      const value = get(storage, key);
      const own = PREFIX + key.slice(before.length);
      remove(storage, key);
      if (!set(storage, own, value)) {
        set(storage, key, value); // No room for the longer name: it is tried again with the next page.
        inMemory.set(own, value);
      }
    }
  }
  if (get(tab, PLACE) === "tab") {
    share();
  }
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

/** Other tabs see what comes into storage and goes again at once; nothing of it stays. @param {string} whole @param {string} text */
function passBy(whole, text) {
  set(device, whole, text);
  remove(device, whole);
}

/** Another tab has erased everything, while this one slept. */
function catchUp() {
  if (wasErased()) {
    eraseHere([tab]);
  }
  era = shared ? null : get(device, ERA);
}

function hear({ kind }) {
  if (kind === "erase") {
    return eraseHere([tab]);
  }
  if (kind === "shared" && place() === null) {
    share();
    tellAll();
  }
  if (kind === "who shares" && shared) {
    tellTabs("shared");
  }
  return undefined;
}

window.addEventListener("pageshow", ({ persisted }) => {
  if (persisted) {
    takeHanded();
  }
  catchUp();
  follow();
  tellAll();
  if (persisted) {
    settle();
  }
});
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && catchUp());
// Before any watcher's own listeners, so that each finds everything in its place.
window.addEventListener("storage", ({ key }) => {
  index = null;
  if (key === PLACE) {
    follow();
  }
});

bringOver();
takeHanded();
catchUp();
follow();
joinTabs(FAMILY, hear, passBy);
if (place() === null) {
  tellTabs("who shares");
}
