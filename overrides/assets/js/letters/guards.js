/**
 * What a letter must not carry by accident: numbers and codes that open the reader's money to others, and words that
 * weaken a complaint. Pure text in, places out; what to say about them is the caller's.
 *
 * A missed secret harms more than a needless question, so these lean towards asking. Every pattern is bounded or has
 * one way to match, so that the time grows with the length of the text alone.
 */

/**
 * @import { RiskKind } from "../page/vocabulary.js"
 * @typedef {{kind: RiskKind, start: number, end: number, match: string}} Risk
 *   the secret or word itself, `text.slice(start, end)`
 */

/**
 * @param {string} text
 * @param {{threat?: string[], label?: string[]}} [wording]  words and phrases to find; those in Latin letters as whole
 *   words in either case, others anywhere
 * @returns {Risk[]}  in order of place; none overlaps another
 */
export function findRisks(text, wording = {}) {
  const plain = narrow(text);
  const runs = digitRuns(plain);
  const found = [
    ...longNumbers(runs),
    ...numbersNear(plain, runs, ONE_TIME_CODE),
    ...numbersNear(plain, runs, CVV),
    ...passwords(plain),
    ...words(plain, "threat", wording.threat),
    ...words(plain, "label", wording.label),
  ];
  return withoutOverlaps(found, text.length)
    .map(({ kind, start, end }) => ({ kind, start, end, match: text.slice(start, end) }))
    .sort((one, other) => one.start - other.start);
}

/**
 * A text with the last four digits alone of each payment card's number in it; without one, as it is. A number that
 * begins with a plus is a phone's.
 * @param {string} text
 */
export function withoutCards(text) {
  const cards = findRisks(text).filter(({ kind, start }) => kind === "card" && !/[+＋]$/.test(text.slice(0, start)));
  return cards.reverse().reduce(
    (rest, { start, end, match }) => rest.slice(0, start) + narrow(match).replace(/\D/g, "").slice(-4) + rest.slice(end),
    text,
  );
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

/**
 * Whether the digits end in the check digit of payment cards (ISO/IEC 7812-1, Annex B).
 * @param {string} digits
 */
export function passesLuhn(digits) {
  const sum = Array.from(digits, Number).reverse().reduce((total, digit, place) => {
    const weighed = place % 2 ? digit * 2 : digit;
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return sum % 10 === 0;
}

// One way to write each character -----------------------------------------------------------

const FULL_WIDTH = /[\uFF01-\uFF0B\uFF0D-\uFF5E]/g; // All but the comma, which parts no thousands.
// Invisible marks too: numbers copied from phones and chats bring them along.
const BLANK = /[\u00A0\u00AD\u2000-\u200F\u202A-\u202F\u205F-\u2064\u2066-\u2069\u3000\uFEFF]/g;
const DASH = /[\u2010-\u2015\u2212\uFE63]/g;
const APOSTROPHE = /[\u2018\u2019]/g;

/** `text` of the same length, with ASCII for full-width characters, odd blanks, dashes and apostrophes. */
function narrow(text) {
  return text
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(BLANK, " ")
    .replace(DASH, "-")
    .replace(APOSTROPHE, "'");
}

// Numbers -----------------------------------------------------------------------------------

const RUN = /\d+(?:[ -]{1,3}\d+)*(?:[ -]?[Xx](?![A-Za-z0-9]))?/g;
const GROUP = /\d+|[Xx]/g;
const FINGERPRINT = /[0-9A-Fa-f]{32,}/g;

/** Runs of digits (an id number's X counts as one) as lists of the groups that blanks and hyphens part them into. */
function digitRuns(plain) {
  const searched = plain.replace(FINGERPRINT, (match) => "?".repeat(match.length));
  return Array.from(searched.matchAll(RUN), (run) =>
    Array.from(run[0].matchAll(GROUP), (group) => {
      const start = run.index + group.index;
      return { digits: group[0].toUpperCase(), start, end: start + group[0].length };
    }));
}

const LONGEST_CARD = 19; // ISO/IEC 7812-1

function longNumbers(runs) {
  return runs.flatMap((groups) => {
    const found = [];
    for (let first = 0; first < groups.length; first += 1) {
      const longest = longNumberFrom(groups, first);
      if (longest) {
        found.push({ kind: longest.kind, start: groups[first].start, end: groups[longest.last].end });
        first = longest.last;
      }
    }
    return found;
  });
}

/** Whole groups only: sixteen digits inside an order number of twenty-eight are no card. */
function longNumberFrom(groups, first) {
  let longest = null;
  let digits = "";
  for (let last = first; last < groups.length; last += 1) {
    digits += groups[last].digits;
    if (digits.length > LONGEST_CARD) {
      break;
    }
    if (isMainlandId(digits)) {
      longest = { kind: "mainland-id", last };
    } else if (looksLikeACard(digits) && isGroupedLikeACard(groups, first, last) && passesLuhn(digits)) {
      longest = { kind: "card", last };
    }
  }
  return longest;
}

// No card begins with 20, but dates and the order numbers made from them do. Fifteen digits are American Express or an
// old JCB; others are the number of a phone (IMEI), whose last digit is a Luhn one too.
const CARD = /^(?!20)[2-6]\d{12,18}$/;
const FIFTEEN = /^(?:3[47]|2131)/;

function looksLikeACard(digits) {
  return CARD.test(digits) && (digits.length !== 15 || FIFTEEN.test(digits));
}

/** Not a date, a phone number and the like in a row: groups of four or more, or all alike to the end of the run. */
function isGroupedLikeACard(groups, first, last) {
  const isWholeRun = first === 0 && last === groups.length - 1;
  return groups.slice(first, last).every(({ digits }) => digits.length >= 4) || (isWholeRun && isEven(groups));
}

/** Whether the groups are of one length, but for a shorter last one. */
function isEven(groups) {
  const size = groups[0].digits.length;
  return groups.every(({ digits }, place) => digits.length === size
    || (place === groups.length - 1 && digits.length < size));
}

// GB 11643: six digits of place, eight of birth, three in order, one check digit. The first is a region of China
// (1–6), 7 Taiwan, 8 residents from Hong Kong, Macao and Taiwan, 9 permanent residents from abroad.
const MAINLAND_ID = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_CHARACTERS = "10X98765432"; // ISO 7064, MOD 11-2

function isMainlandId(number) {
  const [, year, month, day] = (MAINLAND_ID.exec(number) ?? []).map(Number);
  if (!year) {
    return false;
  }
  const birth = new Date(Date.UTC(year, month - 1, day));
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0);
  return birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day && number[17] === CHECK_CHARACTERS[sum % 11];
}

// Codes: short numbers near a word ----------------------------------------------------------

// Latin letters count half: it takes about two of them to say what one Chinese character does.
const NEAR = 12;
const FARTHEST = NEAR * 2;
const LONGEST_WORD = 24;

const ONE_TIME_CODE = near("one-time-code", 4, 8, [
  "验证码|校验码|动态码|动态密码|动态口令|确认码|短信码|一次性密码|认证码|驗證碼|校驗碼|認證碼|動態碼",
  "\\b(?:OTP|one[ -]?time[ -]?(?:pass(?:code|word)|code|pin)|passcode)s?(?![A-Za-z])",
  "\\b(?:verification|security|authentication|confirmation|log-?in|sign-?in|SMS|2FA) codes?(?![A-Za-z])",
]);
const CVV = near("cvv", 3, 4, [
  "安全码|安全碼|背[面后後]的?[后後末]?[三3] ?[位码碼]|[后後末]三[位码碼]",
  "\\b(?:CVV2?|CVC2?|CVN2?|security code)(?![A-Za-z])",
]);

const GOOGLE = /\bG-$/; // Google writes G-123456.
const ONLY_SIGNS = /^[^\p{L}\p{N}。!?;]*$/u;
const CLAUSE_ENDS = /[。!?;\n]|\. /;
const OTHERWISE_NAMED = new RegExp([
  "(?:订单|单号|编号|流水|尾号|工单|电话|热线|拨打|来自",
  "|\\b(?:orders?|reference|ref|ticket|case|hotline|phone|call|from|ending))[^\\d\\n]{0,6}$",
].join(""), "i");
const SENDER = /^ ?(?:发来|发送|发的|sent)/i;
const MONTH_OR_IN = /\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|in|since|of|until|year),? $/i;
const YEAR = /^(?:19|20)\d\d$/;
const ATTACHED_BEFORE = /[A-Za-z0-9_]$|\d[./:,-]$|[A-Za-z0-9][-_]$/;
const ATTACHED_AFTER = /^(?:[A-Za-z0-9_]|[-./:]\d|,\d{3}(?!\d)|-[A-Za-z])/;
const CURRENCY_BEFORE = /(?:[¥￥$£€]|\b(?:CNY|RMB|USD|HKD|RM)) ?$/;
const UNIT_AFTER = new RegExp([
  "^ ?(?:[年月日号元块万亿分秒天次位个笔人%]|小时",
  "|(?:CNY|RMB|USD|HKD|yuan|dollars?|times|minutes?|seconds?|digits?|characters?|letters?)\\b)",
].join(""), "i");

function near(kind, fewest, most, words) {
  const word = `(?:${words.join("|")})`;
  return {
    kind,
    fewest,
    most,
    before: new RegExp(`^[^]*${word}([^]{0,${FARTHEST}})$`, "i"),
    after: new RegExp(`^([^]{0,${FARTHEST}}?)${word}`, "i"),
  };
}

function numbersNear(plain, runs, { kind, fewest, most, before, after }) {
  return runs.flatMap((groups) => shortNumbers(plain, groups))
    .filter(({ digits }) => digits.length >= fewest && digits.length <= most)
    .filter((number) => {
      const head = plain.slice(Math.max(0, number.start - FARTHEST - LONGEST_WORD), number.start).replace(GOOGLE, "");
      const tail = plain.slice(number.end, number.end + FARTHEST + LONGEST_WORD);
      if (ATTACHED_AFTER.test(tail) || UNIT_AFTER.test(tail) || CURRENCY_BEFORE.test(head)) {
        return false;
      }
      const gapBefore = before.exec(head)?.[1];
      const gapAfter = after.exec(tail)?.[1];
      if (gapBefore !== undefined && ONLY_SIGNS.test(gapBefore)) {
        return true;
      }
      const isSomethingElse = ATTACHED_BEFORE.test(head) || OTHERWISE_NAMED.test(head) || SENDER.test(tail)
        || (YEAR.test(number.digits) && MONTH_OR_IN.test(head));
      return !isSomethingElse && (isNear(gapBefore) || isNear(gapAfter));
    })
    .map(({ start, end }) => ({ kind, start, end }));
}

function isNear(gap) {
  return gap !== undefined && !CLAUSE_ENDS.test(gap)
    && Array.from(gap).reduce((width, character) => width + (character < "\u0250" ? 0.5 : 1), 0) <= NEAR;
}

/** What may be one code: a whole run in even groups ("123 456"), or a group that no hyphen ties to another. */
function shortNumbers(plain, run) {
  const groups = run.filter(({ digits }) => digits !== "X");
  const whole = {
    digits: groups.map(({ digits }) => digits).join(""),
    start: groups[0].start,
    end: groups[groups.length - 1].end,
  };
  const untied = groups.filter(({ start, end }) => !/\d-$/.test(plain.slice(start - 2, start)) && plain[end] !== "-");
  return isEven(groups) ? [whole, ...untied] : untied;
}

// Passwords ---------------------------------------------------------------------------------

const SAYS_PASSWORD = new RegExp([
  "(?:密码|密碼|口令|\\b(?:password|passwd|pwd|passcode|passphrase|PIN)(?: (?:number|code)|[码碼])?)",
  "[\"'”」』]?[ \\t]{0,3}(?:\\([^()\\n]{0,12}\\))?[ \\t]{0,3}",
  "(?:(?:[:=]|就是|是|为|為|\\b(?:is|was)\\b)[:=]?\\s{0,3}|(?=\\d{4}))",
].join(""), "gi");
const SAID = /["'“「『(]?(\p{Script=Han}{0,6})([\x21-\x7E]{1,64})/uy;
const CLOSING = /[,.;:!?)"'\]}]{1,64}$/;

const STATES_SOMETHING = /^(?:错|对|正确|不|没|未|被|已|由|用|需|要|必|最|空|什么|几|多)/;
const BLANK_TO_FILL = /^(?:[x*._#?~-]+|[[{<]\D*)$/i;
const ADDRESS = /^(?:https?:|www\.)/i;
const HOW_LONG = /^\d{1,2}-?(?:digit|character|letter)/i;
const ONLY_LETTERS = /^[A-Za-z'-]+$/;
const PLAIN_WORD = new RegExp([
  "(?:ed|ing|ly|able|ible|less|ful)$",
  "^(?:in)?(?:correct|valid|secure)$",
  "^(?:wrong|right|broken|stolen|forgotten|known|unknown|hidden|secret|private|public)$",
  "^(?:simple|complex|unique|weak|strong|long|short|stronger|longer|shorter|different|similar|enough|safe|unsafe)$",
  "^(?:always|already|another|nothing|something|someone|anyone|please|because|before|within|without|whatever)$",
].join("|"), "i");

function passwords(plain) {
  return Array.from(plain.matchAll(SAYS_PASSWORD), (says) => passwordAt(plain, says.index + says[0].length))
    .filter(Boolean);
}

function passwordAt(plain, place) {
  SAID.lastIndex = place;
  const said = SAID.exec(plain);
  if (!said) {
    return null;
  }
  const [, lead, rest] = said;
  const token = rest.replace(CLOSING, "");
  const start = SAID.lastIndex - rest.length;
  const end = start + token.length;
  if (BLANK_TO_FILL.test(rest) || BLANK_TO_FILL.test(token) || ADDRESS.test(token) || HOW_LONG.test(token)) {
    return null;
  }
  const isSecret = lead
    ? hasEnoughDigits(token) && /^\w/.test(token) && !STATES_SOMETHING.test(lead)
    : hasEnoughDigits(token) || (token.length >= 6 && !(ONLY_LETTERS.test(token) && PLAIN_WORD.test(token)));
  const isCount = /^\d+$/.test(token) && UNIT_AFTER.test(plain.slice(end, end + 12));
  return isSecret && !isCount ? { kind: "password", start, end } : null;
}

function hasEnoughDigits(token) {
  return token.length >= 4 && /\d/.test(token);
}

// Words -------------------------------------------------------------------------------------

const PATTERN_SIGN = /[.*+?^${}()|[\]\\/]/g;

function words(plain, kind, list = []) {
  const sought = list.map((word) => narrow(word).trim()).filter(Boolean);
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
