/**
 * Long numbers in a text: cards, the numbers by which states know people, accounts. However the digits are broken into
 * groups, they count as one number where the groups are those of such a number. Pure; takes text as `plainly` gives it.
 */

import { passesLuhn } from "./check-digits.js";
import { DIGITS, ibanLength, isIban, isMainlandId, LETTERS } from "./id-numbers.js";

/** @typedef {{kind: import("../page/vocabulary.js").RiskKind, start: number, end: number}} Place */

const BREAK = "[ .\\-/\\\\·・_|*,，、;:+=~#&<>()\\[\\]\"'•→\\n]{1,3}";
const RUN = new RegExp(`\\d+(?:${BREAK}\\d+)*(?:[ -]?[Xx](?![A-Za-z0-9]))?`, "g");
const GROUP = /\d+|[Xx]/g;
const FINGERPRINT = /[0-9A-Fa-f]{32,}/g;

/** @param {string} plain @returns {Place[]} those that are found earlier weigh more */
export function longNumbers(plain) {
  const searched = plain.replace(FINGERPRINT, (match) => "?".repeat(match.length));
  const runs = Array.from(searched.matchAll(RUN), (run) => groupsOf(run, searched));
  return [...ibans(searched), ...runs.flatMap((groups) => inRun(groups, searched)), ...withLetters(searched)];
}

/** The groups of a run, each with what parts it from the one before: an id number's X counts as a digit. */
function groupsOf(run, plain) {
  let end = run.index;
  return Array.from(run[0].matchAll(GROUP), (group) => {
    const start = run.index + group.index;
    const parted = plain.slice(end, start);
    end = start + group[0].length;
    return { digits: group[0].toUpperCase(), start, end, parted };
  });
}

const LONGEST = 19; // ISO/IEC 7812-1
const SHORTEST = 8;
/** In which numbers are written, but for those of which each digit stands alone: they are a whole run. */
const MOST_GROUPS = 8;

function inRun(groups, plain) {
  const found = [];
  for (let first = 0; first < groups.length; first += 1) {
    const longest = longestFrom(groups, first, plain);
    if (longest) {
      found.push({ kind: longest.kind, start: groups[first].start, end: groups[longest.last].end });
      first = longest.last;
    }
  }
  return found;
}

/** Whole groups only: sixteen digits inside an order number of twenty-eight are no card. */
function longestFrom(groups, first, plain) {
  let longest = null;
  let digits = "";
  let sizes = "";
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last].digits;
    sizes += `${sizes && "-"}${groups[last].digits.length}`;
    if (digits.length > LONGEST) {
      break;
    }
    const kind = digits.length < SHORTEST ? null : kindOf({ digits, sizes }, groups, first, last, plain);
    if (kind) {
      longest = { kind, last };
    }
  }
  return longest;
}

function kindOf({ digits, sizes }, groups, first, last, plain) {
  if (digits.length === 18 && isMainlandId(digits)) {
    return "mainland-id";
  }
  if (last - first >= MOST_GROUPS && !(first === 0 && last === groups.length - 1)) {
    return null;
  }
  if (looksLikeACard(digits) && isGroupedLikeACard(groups, first, last) && passesLuhn(digits) && !isOfAnOrder(plain, groups[first].start)) {
    return "card";
  }
  return isIdNumber(digits, sizes) && standsApart(groups, first, last) && !isOfAnOrder(plain, groups[first].start) ? "id-number" : null;
}

// No card begins with 20, but dates and the order numbers made from them do. Fifteen digits are American Express or an
// old JCB; others are the number of a phone (IMEI), whose last digit is a Luhn one too.
const CARD = /^(?!20)[2-6]\d{12,18}$/;
// Old Visa cards had thirteen, Diners’ have fourteen; so have goods and much else.
const BEGINS = { 13: /^4/, 14: /^3[0689]/, 15: /^(?:3[47]|2131)/ };

function looksLikeACard(digits) {
  return CARD.test(digits) && (BEGINS[digits.length]?.test(digits) ?? true);
}

/** Not a date, a phone number and the like in a row: groups of four or more, or all alike to the end of the run. */
function isGroupedLikeACard(groups, first, last) {
  const isWholeRun = first === 0 && last === groups.length - 1;
  return groups.slice(first, last).every(({ digits }) => digits.length >= 4) || (isWholeRun && isEven(groups));
}

/** Whether the groups are of one length, but for a shorter last one. @param {{digits: string}[]} groups */
export function isEven(groups) {
  const size = groups[0].digits.length;
  return groups.every(({ digits }, place) => digits.length === size
    || (place === groups.length - 1 && digits.length < size));
}

/** What a number is said to be, right before it: one of an order is no card, whatever its last digit. */
const OF_AN_ORDER = /(?:单号|單號|订单号?|訂單號?碼?|流水号?|流水號|编号|編號|交易号|交易號|凭证号|回执|运单|運單|\b(?:orders?|transactions?|reference|ref|ticket|case|tracking|invoice|receipt|confirmation|UTR|RRN|IMEI|claim)(?: (?:ID|no|number))?)[^\d\n]{0,6}$/i;

/** @param {string} plain @param {number} start */
export function isOfAnOrder(plain, start) {
  return OF_AN_ORDER.test(plain.slice(Math.max(0, start - 32), start));
}

const BY_GROUPS = new Map();
DIGITS.forEach((each) => each.groups?.forEach((groups) => BY_GROUPS.set(groups, [...BY_GROUPS.get(groups) ?? [], each])));

const HOWEVER_GROUPED = BY_GROUPS.get("*");

function isIdNumber(digits, sizes) {
  return [BY_GROUPS.get(sizes) ?? [], digits.length > 12 ? HOWEVER_GROUPED : []].some((rows) => rows.some((each) => fits(each, digits)));
}

/** @param {import("./id-numbers.js").DigitsOf} row @param {string} number */
function fits({ digits: shape, checks }, number) {
  return shape.test(number) && (!checks || checks(number));
}

/** Whether what parts a number's groups is not what parts it from the number beside it. */
function standsApart(groups, first, last) {
  const inner = new Set(groups.slice(first + 1, last + 1).map(({ parted }) => parted));
  return ![groups[first], groups[last + 1]].some((group, index) => group && (index || first > 0) && inner.has(group.parted));
}

// Numbers with letters ----------------------------------------------------------------------

const ATTACHED_BEFORE = /[A-Za-z0-9][-_/.#=]$/;
const ATTACHED_AFTER = /^[-_]?[A-Za-z0-9]|^@/;
const PATTERNS = LETTERS.filter(({ named }) => !named).map((each) => ({ ...each, pattern: new RegExp(`(?:^|[^A-Za-z0-9])(${each.written.replaceAll("␣", " ?")})`, "gi") }));

function withLetters(plain) {
  return PATTERNS.flatMap(({ pattern, checks }) => Array.from(plain.matchAll(pattern), (match) => {
    const end = match.index + match[0].length;
    const start = end - match[1].length;
    const isApart = !ATTACHED_BEFORE.test(plain.slice(Math.max(0, start - 2), start)) && !ATTACHED_AFTER.test(plain.slice(end, end + 2));
    const isOne = isApart && (!checks || checks(compact(match[1]))) && !isOfAnOrder(plain, start);
    return isOne && { kind: "id-number", start, end };
  })).filter(Boolean);
}

/** A number without blanks and marks, in capitals. @param {string} number */
export function compact(number) {
  return number.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

const IBAN_BEGINS = /(?:^|[^A-Za-z0-9])([A-Za-z]{2})[ -]?\d\d/g;
const BETWEEN = /^[ .\-/·・_|*\n]{0,3}[A-Za-z0-9]/;

function ibans(plain) {
  return Array.from(plain.matchAll(IBAN_BEGINS), (match) => {
    const start = match.index + match[0].length - match[0].replace(/^[^A-Za-z0-9]/, "").length;
    const end = endAfter(plain, start, ibanLength(match[1].toUpperCase()) ?? 0);
    return end && isIban(compact(plain.slice(start, end))) && { kind: "iban", start, end };
  }).filter(Boolean);
}

/** Where so many letters and digits end, blanks and marks between them left aside; 0 where there are not so many, or more. */
function endAfter(plain, start, count) {
  let at = start;
  for (let left = count; left > 0; left -= 1) {
    const next = BETWEEN.exec(plain.slice(at, at + 4));
    if (!next) {
      return 0;
    }
    at += next[0].length;
  }
  return count && !/^[A-Za-z0-9]/.test(plain.slice(at, at + 1)) ? at : 0;
}

// Numbers with their name beside them -------------------------------------------------------

/** Whether it is a number by which a state knows somebody, were it named as one. @param {string} number */
export function isKnownNumber(number) {
  const given = compact(number);
  return DIGITS.some((each) => fits(each, given))
    || NAMED.some(({ whole, checks }) => whole.test(given) && (!checks || checks(given)));
}

const NAMED = LETTERS.map((each) => ({ ...each, whole: new RegExp(`^${each.written.replaceAll("␣", "").replaceAll(/\\[()]|\[ -\]\?|\[-\+A\]/g, "").replaceAll("/", "")}$`) }));
