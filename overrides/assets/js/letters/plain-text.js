/**
 * One way to write each character, so that a number is the same number whoever typed it and on whatever keyboard: ASCII
 * for full-width signs, odd blanks, dashes and apostrophes and for the digits of every script; digits for numerals that
 * were spelled out; nothing for what cannot be seen. Pure.
 */

const INVISIBLE = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]|\u20E3|\uFE0F/; // The last two make a digit a key.
const BLANK = /[\t\r\u00A0\u2000-\u200A\u202F\u205F\u3000]/;
const DASH = /[\u2010-\u2015\u2212\uFE63]/;
const APOSTROPHE = /[\u2018\u2019]/;
const FULL_WIDTH = /[\uFF01-\uFF0B\uFF0D-\uFF5E]/; // All but the comma, which parts no thousands.
const DIGIT = /\p{Nd}/u;

/** Numerals that are digits only where several stand in a row: 一 alone is a word. */
const HAN = { 〇: 0, 零: 0, 一: 1, 壹: 1, 幺: 1, 二: 2, 贰: 2, 貳: 2, 三: 3, 叁: 3, 參: 3, 四: 4, 肆: 4, 五: 5, 伍: 5, 六: 6, 陆: 6, 陸: 6, 七: 7, 柒: 7, 八: 8, 捌: 8, 九: 9, 玖: 9 };
const ENGLISH = { zero: 0, oh: 0, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9 };
const NUMERAL = `(?:${Object.keys(ENGLISH).join("|")})`;
const SPELLED = new RegExp(`[${Object.keys(HAN).join("")}]{4,}|\\b${NUMERAL}(?:[ ,-]{1,3}${NUMERAL}){3,}\\b`, "gi");
const EACH_NUMERAL = new RegExp(`[${Object.keys(HAN).join("")}]|${NUMERAL}`, "gi");

/**
 * @param {string} text
 * @returns {{plain: string, starts: number[], ends: number[]}}  `starts` and `ends` say where each character of `plain`
 *   began and ended in the text
 */
export function plainly(text) {
  const [said, starts, ends] = [[], [], []];
  const put = (character, start, end) => {
    said.push(character);
    starts.push(start);
    ends.push(end);
  };
  const putAll = (from, to) => {
    let at = from;
    for (const character of text.slice(from, to)) {
      const written = asWritten(character);
      // As JavaScript counts them: a character of two halves is two.
      if (written.length === character.length) {
        written.split("").forEach((unit, index) => put(unit, at + index, at + index + 1));
      } else if (written) {
        put(written, at, at + character.length);
      }
      at += character.length;
    }
  };
  let done = 0;
  for (const spelled of text.matchAll(SPELLED)) {
    putAll(done, spelled.index);
    for (const { 0: numeral, index } of spelled[0].matchAll(EACH_NUMERAL)) {
      put(String(HAN[numeral] ?? ENGLISH[numeral.toLowerCase()]), spelled.index + index, spelled.index + index + numeral.length);
    }
    done = spelled.index + spelled[0].length;
  }
  putAll(done, text.length);
  return { plain: said.join(""), starts, ends };
}

/** A character in the one way; "" for what cannot be seen. */
function asWritten(character) {
  if (character < "\u0080") {
    return character === "\t" || character === "\r" ? " " : character;
  }
  if (FULL_WIDTH.test(character)) {
    return String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  }
  if (INVISIBLE.test(character)) {
    return "";
  }
  if (BLANK.test(character)) {
    return " ";
  }
  if (DASH.test(character)) {
    return "-";
  }
  if (APOSTROPHE.test(character)) {
    return "'";
  }
  return DIGIT.test(character) ? String(valueOf(character.codePointAt(0))) : character;
}

/** Unicode has the digits of a script in a row of ten; those of mathematics in rows of ten behind each other. */
function valueOf(code) {
  if (code >= 0x1d7ce && code <= 0x1d7ff) {
    return (code - 0x1d7ce) % 10;
  }
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) {
    zero -= 1;
  }
  return code - zero;
}
