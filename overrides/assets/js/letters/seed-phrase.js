/**
 * The words or the key that open a wallet of coins. A list of the 2,048 words would be longer than the whole guard: what
 * gives them away is that so many short words stand in a row without one of those that hold a sentence together. Pure;
 * takes text as `plainly` gives it.
 */

/** @typedef {import("./number-runs.js").Place} Place */

const FEWEST = 12;
const FEWEST_NAMED = 10;
const WORDS = /(?:(?:\b\d{1,2}(?: ?[.):、] ?| ))?\b[A-Za-z]{3,8}\b[ ,;、，]{0,3}(?:\n(?!\n))? {0,2}){10,}/g;
const WORD = /[A-Za-z]{3,8}/g;
/** Words that are not among the 2,048 (BIP 39), and without which people hardly write so many in a row. */
const OF_SENTENCES = new Set(`
  the and not but for from with was were are has had did does been being his her him she its our ours your
  yours their them these those than which whom whose who how why after within without could would should
  cannot may while both each every money bank pay paid sent asked told said got took went came back days
  weeks times nobody anyone working called opened saw happened last four five refund refunds wallet app
  charged login password reported received pressed letters shows made email date support
`.trim().split(/\s+/));
const HAN_WORDS = /(?:^|[^\p{Script=Han}])((?:\p{Script=Han}[ ,、，]{1,2}){11,}\p{Script=Han})(?!\p{Script=Han})/gu;
const NAMED = /(?:助记词|助記詞|恢复短语|恢復詞|恢復短語|备份词|備份詞|私钥|私鑰|\b(?:seed|recovery|backup|mnemonic|phrase|words|private key)\b)[^\n]{0,16}\n?[^\n]{0,4}$/i;
const KEY = /(?:^|[^A-Za-z0-9])((?:[5KL][1-9A-HJ-NP-Za-km-z]{50,51}|[xyz]prv[1-9A-HJ-NP-Za-km-z]{100,112}))(?![A-Za-z0-9])/g;
const HEX_KEY = /(?:^|[^A-Za-z0-9])((?:0x)?[0-9a-fA-F]{64})(?![A-Za-z0-9])/g;
const NAMES_KEY = /(?:私钥|私鑰|密钥|密鑰|\b(?:private |secret |my |the )keys?\b)[^\n]{0,12}$/i;

/** @param {string} plain @returns {Place[]} */
export function seedPhrases(plain) {
  const named = (match) => NAMES_KEY.test(plain.slice(Math.max(0, match.index - 40), match.index + match[0].length - match[1].length));
  return [
    ...Array.from(plain.matchAll(WORDS), (match) => phraseIn(plain, match)).filter(Boolean),
    ...[...plain.matchAll(HAN_WORDS), ...plain.matchAll(KEY), ...[...plain.matchAll(HEX_KEY)].filter(named)].map(placeOf),
  ];
}

/** @param {RegExpMatchArray} match @returns {Place} its first group’s */
function placeOf(match) {
  const start = match.index + match[0].indexOf(match[1]);
  return { kind: "seed-phrase", start, end: start + match[1].length };
}

/** The longest row of words without one that holds a sentence together. @returns {Place | null} */
function phraseIn(plain, match) {
  const words = Array.from(match[0].matchAll(WORD), (word) => ({ word: word[0].toLowerCase(), start: match.index + word.index, end: match.index + word.index + word[0].length }));
  let first = 0;
  let row = { first: 0, count: 0 };
  words.forEach(({ word }, index) => {
    first = OF_SENTENCES.has(word) ? index + 1 : first;
    const count = index + 1 - first;
    row = count > row.count ? { first, count } : row;
  });
  const longest = words.slice(row.first, row.first + row.count);
  const isNamed = NAMED.test(plain.slice(Math.max(0, match.index - 60), longest[0]?.start ?? 0));
  return longest.length >= (isNamed ? FEWEST_NAMED : FEWEST) ? { kind: isNamed ? "seed-phrase" : "secret-perhaps", start: longest[0].start, end: longest[longest.length - 1].end } : null;
}
