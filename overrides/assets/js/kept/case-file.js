/**
 * The file in which a reader carries a case to another device or to a helper: JSON with a version, if the reader
 * likes locked with a passphrase. Whatever is in a file, reading it gives sound entries or a CaseFileError.
 *
 * Locking and unlocking need a secure context (https, or this device itself).
 */

const FORMAT = "wallet-complaint-guide/case";
const LOCKED_FORMAT = "wallet-complaint-guide/locked-case";
// 1 had neither the region nor the days from which its clocks run, 2 not the region of an account, 3 not what was put
// aside. A guide that knows an earlier one alone says that the file is newer.
const VERSION = 4;

/** The longest file in UTF-16 units, read or written. */
export const LONGEST = 5 * 1024 * 1024;
// Whoever writes that much has LONGEST in the way first; a file made up to keep the device busy is not worked on.
const MOST_ENTRIES = 100_000;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

// In an object made by a program less careful than this one they would reach behind the entries.
const FORBIDDEN_KEYS = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Why a file was not read. `code` is
 * "too-big" (longer than LONGEST), "too-many" (entries), "not-utf8" (`textOf`), "not-json", "foreign" (no file of this guide), "newer" (of a later version of it),
 * "broken" (ours, but not of the shape it must have), "insecure" (locked, and this page can unlock nothing), "locked" (a
 * passphrase is needed) or "wrong-passphrase" (or the locked part was changed: the two cannot be told apart).
 */
export class CaseFileError extends Error {
  /** @param {import("../page/vocabulary.js").FileFault} code */
  constructor(code) {
    super(code);
    this.name = "CaseFileError";
    this.code = code;
  }
}

// Open files --------------------------------------------------------------------------------

/**
 * @param {Record<string, string>} entries  what the store keeps, by key without its prefix
 * @param {{now: Date}} moment
 * @returns {string}  the file
 * @throws {CaseFileError} "too-big" or "too-many", if it could not be read again
 */
export function pack(entries, { now }) {
  if (Object.keys(entries).length > MOST_ENTRIES) {
    fail("too-many");
  }
  return readable(JSON.stringify({ format: FORMAT, version: VERSION, exported: now.toISOString(), entries }));
}

/**
 * The text of a file. In another encoding than ours some of it would be lost without a word.
 * @param {ArrayBuffer} bytes
 * @throws {CaseFileError} "not-utf8"
 */
export function textOf(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return fail("not-utf8");
  }
}

/**
 * Read a file, locked or not.
 * @param {string} text
 * @param {string} [passphrase]
 * @param {{key?: RegExp, most?: number}} [allowed]  what every key must match (from ^ to $, no `g`), and how many
 *   entries there may be
 * @returns {Promise<{entries: Record<string, string>, exported: string}>}
 * @throws {CaseFileError}
 */
export async function open(text, passphrase = "", { key = /^[^]+$/, most = MOST_ENTRIES } = {}) {
  const file = parse(text);
  if (file.format === LOCKED_FORMAT) {
    const unlocked = parse(await unlock(file, passphrase));
    return contents(unlocked.format === FORMAT ? unlocked : fail("broken"), key, most);
  }
  return contents(file, key, most);
}

function contents({ entries, exported }, key, most) {
  const isSound = isRecord(entries) && INSTANT.test(exported) && !Number.isNaN(Date.parse(exported));
  const list = isSound ? Object.entries(entries) : fail("broken");
  if (list.length > most) {
    fail("too-many");
  }
  if (!list.every(([name, value]) => isAllowed(name, key) && typeof value === "string")) {
    fail("broken");
  }
  return { entries: Object.fromEntries(list), exported };
}

function isAllowed(name, key) {
  return !FORBIDDEN_KEYS.has(name) && key.test(name);
}

/** The object in `text`, which says that it is ours and of a version we know. */
function parse(text) {
  const file = json(readable(text).replace(/^\uFEFF/, ""));
  if (!isRecord(file) || ![FORMAT, LOCKED_FORMAT].includes(file.format)) {
    fail("foreign");
  }
  if (!Number.isInteger(file.version) || file.version < 1) {
    fail("broken");
  }
  return file.version > VERSION ? fail("newer") : file;
}

function json(text) {
  try {
    return JSON.parse(text);
  } catch {
    return fail("not-json");
  }
}

function readable(text) {
  return text.length > LONGEST ? fail("too-big") : text;
}

function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @returns {never} */
function fail(code) {
  throw new CaseFileError(code);
}

// Locked files ------------------------------------------------------------------------------

const KDF = "PBKDF2-SHA-256";
// What OWASP's Password Storage Cheat Sheet asks for PBKDF2-HMAC-SHA256; a file that says less is none of ours.
const ITERATIONS = 600_000;
// A file made up to keep the device busy for minutes is not worked on.
const MOST_ITERATIONS = 10_000_000;
const SALT_BYTES = 16;
const IV_BYTES = 12; // NIST SP 800-38D, for AES-GCM.

/**
 * Lock a file with a passphrase: AES-256-GCM under a key that PBKDF2 derives. All that is said about it is
 * authenticated too, so nobody can make the next reader use other settings.
 * @param {string} text  what `pack` gave
 * @param {string} passphrase  the same whether its characters were typed composed, decomposed or full-width
 * @returns {Promise<string>}  the locked file
 * @throws {RangeError} for an empty passphrase
 * @throws {CaseFileError} "too-big", if it could not be read again
 */
export async function lock(text, passphrase) {
  if (!passphrase) {
    throw new RangeError("a passphrase of no characters locks nothing");
  }
  const [salt, iv] = [SALT_BYTES, IV_BYTES].map((length) => crypto.getRandomValues(new Uint8Array(length)));
  const settings = {
    format: LOCKED_FORMAT, version: VERSION, kdf: KDF, iterations: ITERATIONS, salt: toBase64(salt), iv: toBase64(iv),
  };
  const ciphertext = await crypto.subtle.encrypt(
    cipher(settings), await deriveKey(passphrase, settings, "encrypt"), new TextEncoder().encode(text),
  );
  return readable(JSON.stringify({ ...settings, ciphertext: toBase64(new Uint8Array(ciphertext)) }));
}

async function unlock(file, passphrase) {
  const { kdf, iterations } = file;
  if (kdf !== KDF || !Number.isInteger(iterations) || iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
    fail("broken");
  }
  const ciphertext = fromBase64(file.ciphertext);
  if (fromBase64(file.salt).length < SALT_BYTES || fromBase64(file.iv).length !== IV_BYTES) {
    fail("broken");
  }
  if (!crypto.subtle) {
    fail("insecure");
  }
  if (!passphrase) {
    fail("locked");
  }
  const key = await deriveKey(passphrase, file, "decrypt");
  try {
    return new TextDecoder().decode(await crypto.subtle.decrypt(cipher(file), key, ciphertext));
  } catch {
    return fail("wrong-passphrase");
  }
}

function cipher({ format, version, kdf, iterations, salt, iv }) {
  const additionalData = new TextEncoder().encode(JSON.stringify([format, version, kdf, iterations, salt, iv]));
  return { name: "AES-GCM", iv: fromBase64(iv), additionalData };
}

async function deriveKey(passphrase, { iterations, salt }, use) {
  const typed = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const material = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const derivation = { name: "PBKDF2", hash: "SHA-256", iterations, salt: fromBase64(salt) };
  return crypto.subtle.deriveKey(derivation, material, { name: "AES-GCM", length: 256 }, false, [use]);
}

function toBase64(bytes) {
  let binary = "";
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary);
}

function fromBase64(text) {
  const binary = binaryOf(text);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) {
    bytes[place] = binary.charCodeAt(place);
  }
  return bytes;
}

function binaryOf(text) {
  try {
    return typeof text === "string" ? atob(text) : fail("broken");
  } catch {
    return fail("broken");
  }
}

// What an import would change ---------------------------------------------------------------

/**
 * @param {Record<string, string>} current  what is kept here
 * @param {Record<string, string>} incoming  what a file has
 * @returns {{added: string[], changed: string[], same: string[], kept: string[]}}  keys: only in the file; in both,
 *   with other values; alike in both; only here
 */
export function compare(current, incoming) {
  const [here, there] = [current, incoming].map((entries) => new Map(Object.entries(entries)));
  const shared = [...there.keys()].filter((key) => here.has(key));
  return {
    added: [...there.keys()].filter((key) => !here.has(key)),
    changed: shared.filter((key) => here.get(key) !== there.get(key)),
    same: shared.filter((key) => here.get(key) === there.get(key)),
    kept: [...here.keys()].filter((key) => !there.has(key)),
  };
}
