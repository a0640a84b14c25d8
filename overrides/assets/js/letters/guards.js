/**
 * What a letter must not carry by accident: numbers and codes that open the reader's money or papers to others, and
 * words that weaken a complaint. Pure text in, places out; what to say about them is the caller's.
 *
 * A missed secret harms more than a needless question, so these lean towards asking. Every pattern is bounded or has
 * one way to match, so that the time grows with the length of the text alone.
 */

import { compact, longNumbers } from "./number-runs.js";
import { plainly } from "./plain-text.js";
import { codes, papers, passwords, perhapsSecrets } from "./secret-words.js";
import { seedPhrases } from "./seed-phrase.js";

/**
 * @import { RiskKind } from "../page/vocabulary.js"
 * @typedef {{kind: RiskKind, start: number, end: number, match: string}} Risk
 *   the secret or word itself, `text.slice(start, end)`
 */

/** What is a number of its kind only as long as nobody says that it is one of an order. */
const LIKE_REFERENCES = new Set(["card", "id-number", "passport", "secret-perhaps"]);

/** Words, which are to be seen as they are. */
const WORDS = new Set(["threat", "label"]);

/** Of which the last four characters tell the reader and the company which it is; of others nothing may be left. */
const KNOWN_BY_ITS_END = new Set(["card", "mainland-id", "id-number", "passport", "iban"]);

const ADDRESS = /https?:\/\/[\x21-\x7E]+/gi;

/**
 * @param {string} text
 * @param {{threat?: string[], label?: string[]}} [wording]  words and phrases to find; those in Latin letters as whole
 *   words in either case, others anywhere
 * @param {string[]} [references]  what the reader entered as the number of an order, a payment, a case
 * @returns {Risk[]}  in order of place; none overlaps another
 */
export function findRisks(text, wording = {}, references = []) {
  const { plain: written, starts, ends } = plainly(text);
  const plain = written.replace(ADDRESS, (address) => "?".repeat(address.length));
  const known = references.map((reference) => compact(plainly(reference).plain)).filter(Boolean);
  const isReference = ({ kind, start, end }) => {
    const number = compact(plain.slice(start, end));
    return LIKE_REFERENCES.has(kind) && known.some((reference) => reference.includes(number));
  };
  const found = [
    ...seedPhrases(plain),
    ...longNumbers(plain),
    ...codes(plain),
    ...passwords(plain),
    ...papers(plain),
    ...perhapsSecrets(plain),
    ...words(plain, "threat", wording.threat),
    ...words(plain, "label", wording.label),
  ];
  return withoutOverlaps(found.filter((risk) => !isReference(risk)), plain.length)
    .map(({ kind, start, end }) => ({ kind, start: starts[start], end: ends[end - 1] }))
    .map((risk) => ({ ...risk, match: text.slice(risk.start, risk.end) }))
    .sort((one, other) => one.start - other.start);
}

/**
 * A text with the last four digits alone of each payment card's number in it; without one, as it is. A number that
 * begins with a plus is a phone's.
 * @param {string} text
 */
export function withoutCards(text) {
  return replaced(text, findRisks(text).filter(({ kind, start }) => kind === "card" && !/[+＋]$/.test(text.slice(0, start))));
}

/** Whether there is a way to say less of it: words are the reader's to choose. @param {Risk} risk */
export function canBeShortened({ kind }) {
  return !WORDS.has(kind);
}

/**
 * A text with no more than the last four characters of the numbers found, and nothing of the codes and passwords. What
 * only the text around it gave away is found by itself.
 * @param {string} text @param {Risk[]} found @param {string[]} [references]
 */
export function shortenedOf(text, found, references = []) {
  const numbers = found.filter(canBeShortened);
  const sought = new Set(numbers.map(({ match }) => compact(match)));
  const seen = findRisks(text, {}, references).filter(({ match }) => sought.has(compact(match)));
  return seen.length > 0 ? replaced(text, seen) : replaced(text, numbers.flatMap((risk) => standing(text, risk)));
}

/** Where the text of a finding stands in another text, as a whole. */
function standing(text, risk) {
  const start = text.indexOf(risk.match);
  const end = start + risk.match.length;
  const isPart = /[A-Za-z0-9]$/.test(text.slice(0, Math.max(0, start))) || /^[A-Za-z0-9]/.test(text.slice(end));
  return start < 0 || isPart ? [] : [{ ...risk, start, end }];
}

function replaced(text, risks) {
  return [...risks].reverse().reduce((rest, risk) => rest.slice(0, risk.start) + short(risk) + rest.slice(risk.end), text);
}

function short({ kind, match }) {
  return KNOWN_BY_ITS_END.has(kind) ? compact(plainly(match).plain).slice(-4) : "****";
}

/** A secret as it can be told without being shown: its ends alone. @param {Risk} risk */
export function masked({ kind, match }) {
  if (WORDS.has(kind)) {
    return match;
  }
  const characters = [...match.replace(/\s+/g, " ")];
  const shown = characters.length > 8 ? 2 : 1;
  return `${characters.slice(0, shown).join("")}…${characters.slice(-shown).join("")}`;
}

/** Of `found` those that overlap none before them in the list. */
function withoutOverlaps(found, length) {
  const taken = new Uint8Array(length);
  const kept = [];
  for (const risk of found) {
    if (!taken.subarray(risk.start, risk.end).includes(1)) {
      taken.fill(1, risk.start, risk.end);
      kept.push(risk);
    }
  }
  return kept;
}

// Words -------------------------------------------------------------------------------------

const PATTERN_SIGN = /[.*+?^${}()|[\]\\/]/g;

function words(plain, kind, list = []) {
  const sought = list.map((word) => plainly(word).plain.trim()).filter(Boolean);
  if (!sought.length) {
    return [];
  }
  sought.sort((one, other) => other.length - one.length); // The longer of two that begin alike.
  const pattern = new RegExp(sought.map(wordPattern).join("|"), "giu");
  return Array.from(plain.matchAll(pattern), (match) => ({
    kind,
    start: match.index,
    end: match.index + match[0].length,
  }));
}

function wordPattern(word) {
  const escaped = word.replace(PATTERN_SIGN, "\\$&").replace(/\s+/g, "\\s+");
  return `${/^\w/.test(word) ? "\\b" : ""}${escaped}${/\w$/.test(word) ? "\\b" : ""}`;
}
