/**
 * The reader's cases: one for each issue, and what is in it. Keys and shapes are known here and in all-keys.js alone.
 *
 *   person:<field>                            said once, the same in every case
 *   case:<issue>:field:<field>                a value of the case
 *   case:<issue>:letter:<letter>:field:<field>    a value of one letter
 *   case:<issue>:letter:<letter>:edited:<language>  the letter as the reader changed it
 *   case:<issue>:letter:<letter>:left         a letter that left the page, while nobody has said whether it was sent: the contact it would be, as JSON
 *   case:<issue>:log:<entry>                  a contact, as JSON
 *   case:<issue>:file:<item>                  name and fingerprint of the file for a piece of evidence, as JSON
 *   case:<issue>:way:<name>                   an address for a way out
 *   case:<issue>:provider                     the wallet the case is about
 *   case:<issue>:account-region               the region of the account with it, as the reader said when asked
 *   case:<issue>:situation                    what happened, of the situations of the issue
 *   case:<issue>:touched                      the day of the last change
 *   case:<issue>:noticed                      the day on which the reader was told that it will be erased
 *   provider                                  the wallet chosen last, for cases that have none of their own
 *   account-region                            the region of the account with that one
 *   current                                   the issue whose case was touched last
 */

import { CARRIED } from "./all-keys.js";
import { dropAsides } from "./asides.js";
import { inOrder, isDay } from "./days.js";
import { today } from "./device-time.js";
import { keys, read, watch, write, writeAll } from "./store.js";
import { NOTICED, TOUCHED } from "./ticks.js";

const CASE = "case:";
const PROVIDER = "provider";
const ACCOUNT_REGION = "account-region";
const CURRENT = "current";
/** The kinds of keys, as `readKey` names them, that decide which company answers for a case, and in which region. */
export const WHITHER = new Set(["provider", "region", "account-region"]);
/** The contact log of each case, until something of it changes: to read a long one several times with each key would be felt. @type {Map<string, Contact[]>} */
const logs = new Map();
/** What was read of each record, and from which text. */
const recordsRead = new Map();
/** Kinds of what belongs to no case and shows in each. */
const IN_EVERY_CASE = new Set(["person", "tick", "letters", "aside", ...WHITHER]);

/** The key of a field's value. @param {{id: string, scope?: string}} field @param {string} issue @param {string} letter */
export function fieldKey(field, issue, letter) {
  return {
    person: `person:${field.id}`,
    letter: `${CASE}${issue}:letter:${letter}:field:${field.id}`,
  }[field.scope] ?? `${CASE}${issue}:field:${field.id}`;
}

/** The key of a letter as the reader changed it. */
export function editedKey(issue, letter, language) {
  return `${CASE}${issue}:letter:${letter}:edited:${language}`;
}

/** The key under which a field of a letter's way out, such as an address, is kept. */
export function wayKey(issue, name) {
  return name === "sender" ? "person:sender" : `${CASE}${issue}:way:${name}`;
}

/** Keep values, and note that the case was touched today. @param {string} issue @param {Record<string, string | null>} values */
export function keep(issue, values) {
  writeTouching(issue, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value || null])));
}

/** Keep a letter as the reader changed it, even to nothing; null goes back to the built one. */
export function keepEdited(issue, letter, language, text) {
  writeTouching(issue, { [editedKey(issue, letter, language)]: text });
}

/** @returns {string | null} the issue whose case was touched last */
export function currentCase() {
  return read(CURRENT);
}

/** The issues that have a case, sorted. @returns {string[]} */
export function casesKept() {
  return [...new Set(keys(CASE).map((key) => key.split(":")[1]))];
}

/** The day of the last change of a case, `YYYY-MM-DD`, or null. */
export function lastTouched(issue) {
  return read(`${CASE}${issue}:touched`);
}

/** The day on which the reader was told that a case ("" for the ticks) will be erased, or null. */
export function noticed(issue) {
  return read(issue ? `${CASE}${issue}:noticed` : NOTICED);
}

/** Note that the reader was told today. */
export function notice(issue) {
  write(issue ? `${CASE}${issue}:noticed` : NOTICED, today());
}

/** Note that a case ("" for the ticks) is wanted. */
export function touch(issue) {
  issue ? keep(issue, {}) : write(TOUCHED, today());
}

/** The wallet a case ("" for none yet) is about: its own, or the one chosen last. @param {string} issue @returns {string | null} */
export function providerOf(issue) {
  return (issue && read(providerKey(issue))) || read(PROVIDER);
}

/** Every region and wallet that the reader has said, for whichever case: `region:uk`, `wallet:paypal`. @returns {Set<string>} */
export function whitherSaid() {
  const said = keys("").filter((key) => WHITHER.has(readKey(key).kind));
  return new Set(said.map((key) => `${readKey(key).kind === PROVIDER ? "wallet" : "region"}:${read(key)}`));
}

/** Keep the wallet of a case ("" for none yet), and for cases to come; "" forgets it. @param {string} issue @param {string} id */
export function keepProvider(issue, id) {
  keepAccountRegion(issue, id, "");
}

/** The region in which the account with the wallet of a case ("" for none yet) is, as far as the reader said so, or null. @param {string} issue */
export function accountRegionOf(issue) {
  return read(issue && read(providerKey(issue)) ? accountRegionKey(issue) : ACCOUNT_REGION);
}

/** Keep in which region the account with a wallet is, for a case ("" for none yet) and for cases to come; "" forgets it. @param {string} issue @param {string} provider @param {string} region */
export function keepAccountRegion(issue, provider, region) {
  const last = { [PROVIDER]: provider || null, [ACCOUNT_REGION]: region || null };
  issue ? keep(issue, { [providerKey(issue)]: provider, [accountRegionKey(issue)]: region, ...last }) : writeAll(last);
}

/** What happened in a case: the id of a situation, or null. @param {string} issue */
export function situationOf(issue) {
  return read(situationKey(issue));
}

/** Keep what happened in a case. @param {string} issue @param {string} situation */
export function keepSituation(issue, situation) {
  if (situationOf(issue) !== situation) {
    keep(issue, { [situationKey(issue)]: situation });
  }
}

/** @typedef {{id?: string, when?: {local: string, zone: string}, channel?: string, who?: string, reference?: string, said?: string, promised?: string, letter?: string, starts?: boolean, text?: string}} Contact
 *   of a letter that was sent: which, whether the provider's time to answer runs from it, and its text as it was */

/** The contact log of a case in order of time, without the entries that say nothing: earlier versions kept some. @param {string} issue @returns {Contact[]} */
export function contacts(issue) {
  if (!logs.has(issue)) {
    logs.set(issue, inTime(records(contactKey(issue, "")).map(asTexts).filter(saysSomething)));
  }
  return logs.get(issue);
}

const TEXTS = ["channel", "who", "reference", "said", "promised", "letter", "text"];

/** A contact whose parts are text, whatever another program made of them. @param {Record<string, any>} contact @returns {Contact} */
function asTexts(contact) {
  const texts = TEXTS.filter((name) => ["string", "number"].includes(typeof contact[name])).map((name) => [name, String(contact[name])]);
  const others = Object.entries(contact).filter(([name]) => !TEXTS.includes(name));
  return /** @type {Contact} */ (Object.fromEntries([...others, ...texts]));
}

/** Contacts in order of time. @param {Contact[]} log @returns {Contact[]} */
export function inTime(log) {
  return [...log].sort((a, b) => inOrder(a.when?.local ?? "", b.when?.local ?? "") || inOrder(a.id, b.id));
}

/** Whether more is known of a contact than its time. @param {Contact} contact */
export function saysSomething({ channel, who, reference, said, promised }) {
  return [channel, who, reference, said, promised].some((text) => String(text ?? "").trim());
}

/** The key of a contact; with an empty id, how the keys of all of them begin. @param {string} issue @param {string} id */
export function contactKey(issue, id) {
  return `${CASE}${issue}:log:${id}`;
}

/** The day of a contact, `YYYY-MM-DD`. @param {{when?: {local: string}}} contact */
export function dayOfContact({ when }) {
  return String(when?.local ?? "").slice(0, 10);
}

/** The day on which a case's first letter was sent that starts a clock, `YYYY-MM-DD`, or null. @param {Contact[]} log  its contacts */
export function complainedOn(log) {
  const days = log.filter(({ letter, starts }) => letter && starts !== false).map(dayOfContact);
  return days.find((day) => isDay(day)) ?? null;
}

/** Keep a contact; one that says nothing is not kept, or no longer. @param {string} issue @param {Contact} contact */
export function keepContact(issue, { id, ...contact }) {
  const key = contactKey(issue, id);
  if (saysSomething(contact)) {
    keep(issue, { [key]: JSON.stringify(contact) });
  } else if (read(key) !== null) {
    dropContact(issue, id);
  }
}

/** Forget a contact. @param {string} issue @param {string} id */
export function dropContact(issue, id) {
  keep(issue, { [contactKey(issue, id)]: null });
}

/** The key of a letter that left and of which nobody has said whether it was sent. @param {string} issue @param {string} letter */
export function leftKey(issue, letter) {
  return `${CASE}${issue}:letter:${letter}:left`;
}

/** The letters of a case that left on a day that is known, and of which nobody has said whether they were sent. @param {string} issue @returns {Contact[]} */
export function lettersLeft(issue) {
  const start = `${CASE}${issue}:letter:`;
  return records(start).filter(({ id }) => /^[^:]+:left$/.test(id))
    .map(({ id, ...left }) => asTexts({ ...left, letter: id.split(":")[0] })).filter((left) => isDay(dayOfContact(left)));
}

/** A letter left; or (null) the reader said that it was not sent. @param {string} issue @param {string} letter @param {Contact | null} left */
export function keepLeft(issue, letter, left) {
  keep(issue, { [leftKey(issue, letter)]: left && JSON.stringify(left) });
}

/** Keep that a letter was sent. @param {string} issue @param {Contact} contact  with its letter */
export function keepSent(issue, { id, ...contact }) {
  keep(issue, { [contactKey(issue, id)]: JSON.stringify(contact), [leftKey(issue, contact.letter)]: null });
}

/** An id that sorts behind all earlier ones. */
export function newContactId() {
  return `${Date.now().toString(36)}-${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`;
}

/** @typedef {{id: string, name: string, size: number, sha256: string}} EvidenceFile */

/** What is known of the files of a case, by item. @param {string} issue @returns {Record<string, EvidenceFile>} */
export function files(issue) {
  return Object.fromEntries(records(`${CASE}${issue}:file:`).map((file) => [file.id, file]));
}

/** Keep the name and fingerprint of an item's file, or forget them (null). */
export function keepFile(issue, item, file) {
  keep(issue, { [`${CASE}${issue}:file:${item}`]: file && JSON.stringify(file) });
}

/** Forget a whole case; with the last one, what belongs to the person too. @param {string} issue */
export function dropCase(issue) {
  const dropped = keys(`${CASE}${issue}:`);
  const last = casesKept().every((kept) => kept === issue);
  const others = [...(currentCase() === issue ? [CURRENT] : []), ...(last ? [...keys("person:"), PROVIDER, ACCOUNT_REGION] : [])];
  writeAll(Object.fromEntries([...dropped, ...others].map((key) => [key, null])));
  dropAsides(last ? "" : `${CASE}${issue}:`);
}

/** Everything a case file takes along, by key. @returns {Record<string, string>} */
export function carried() {
  return Object.fromEntries(keys("").filter((key) => CARRIED.test(key)).map((key) => [key, read(key)]));
}

/** What of a file concerns this device: without the days of another one, and without a case's day where it has its own. */
export function ofConcern(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => (
    CARRIED.test(key) && !(key.endsWith(":touched") && read(key) !== null)
  )));
}

/** Keep entries of a case file, as touched today. @param {Record<string, string>} entries */
export function takeIn(entries) {
  writeAll(entries);
  const taken = Object.keys(entries).map(readKey);
  [...new Set(taken.map(({ issue }) => issue).filter(Boolean))].forEach(touch);
  if (taken.some(({ kind }) => kind === "tick")) {
    touch("");
  }
}

/** What a key is of. @returns {{kind: string, id: string, issue?: string, letter?: string}} */
export function readKey(key) {
  const [family, ...rest] = key.split(":");
  if (`${family}:` !== CASE) {
    return { kind: family, id: rest.slice(-1)[0] };
  }
  const [issue, ...inCase] = rest;
  const [letter, kind, id] = inCase[0] === "letter" ? inCase.slice(1) : [undefined, ...inCase];
  return { kind, id, issue, letter };
}

/** Call `onChange` whenever something of this case, of the person, of the ticks, or the wallet or region may have changed. */
export function watchCase(issue, onChange, signal) {
  const concerns = (parts) => (parts.issue ? parts.issue === issue() : IN_EVERY_CASE.has(parts.kind));
  watch((changed) => {
    if (changed === null || changed.map(readKey).some(concerns)) {
      onChange(changed);
    }
  }, signal);
}

/**
 * Call `onChange` whenever something of these kinds may have changed.
 * @param {Set<string>} kinds  as `readKey` names them @param {(changed: string[] | null) => void} onChange @param {AbortSignal} signal
 */
export function watchKinds(kinds, onChange, signal) {
  watch((changed) => {
    if (changed === null || changed.some((key) => kinds.has(readKey(key).kind))) {
      onChange(changed);
    }
  }, signal);
}

function writeTouching(issue, values) {
  writeAll({ ...values, [`${CASE}${issue}:touched`]: today(), [CURRENT]: issue });
}

function situationKey(issue) {
  return `${CASE}${issue}:situation`;
}

function providerKey(issue) {
  return `${CASE}${issue}:provider`;
}

function accountRegionKey(issue) {
  return `${CASE}${issue}:account-region`;
}

function records(start) {
  return keys(start).flatMap((key) => {
    const record = recordOf(key);
    return record ? [{ ...record, id: key.slice(start.length) }] : [];
  });
}

/** What a key holds as JSON; null for what was broken by someone else's hand, which stays where it is, unread. */
function recordOf(key) {
  const text = read(key);
  if (recordsRead.get(key)?.text !== text) {
    recordsRead.set(key, { text, record: parsed(text) });
  }
  return recordsRead.get(key).record;
}

function parsed(text) {
  try {
    const record = JSON.parse(text);
    return record && typeof record === "object" ? record : null;
  } catch {
    return null;
  }
}

// Before any watcher asks.
watch((changed) => {
  if (changed === null) {
    recordsRead.clear(); // What was erased is not left in memory.
    logs.clear();
  }
  changed?.map(readKey).filter(({ kind }) => kind === "log").forEach(({ issue }) => logs.delete(issue));
}, new AbortController().signal);
