/**
 * The numbers by which states know people in the guide's regions, as far as they can be told from other numbers: by their
 * check digits, and by how they are grouped. Pure.
 *
 * The law of each number stands in python-stdnum, with which the tests compare these, or beside the line.
 */

import { isBirthday, isDay, passesLuhn, passesMod11And10, passesVerhoeff, rest, weighed } from "./check-digits.js";

/**
 * @typedef {object} DigitsOf  a number of digits alone
 * @property {string} of  whose it is
 * @property {RegExp} digits
 * @property {(digits: string) => boolean} [checks]
 * @property {string[]} [groups]  how it is grouped where that alone tells it from other numbers; `*` however it is
 */

const down = (from) => Array.from({ length: from - 1 }, (_, place) => from - place);
const born = (order, from = 0) => (digits) => isBirthday(digits.slice(from, from + order.length), order);
const both = (...checks) => (digits) => checks.every((check) => check(digits));
/** Eleven less the rest of the weighed digits, as most check digits are. */
const elevenLess = (weights) => (digits) => (11 - weighed(digits, weights) % 11) % 11 % 10 === Number(digits[weights.length]);
const dividedBy = (modulus, weights) => (digits) => weighed(digits, weights) % modulus === 0;

/** GB 11643: six digits of place, eight of birth, three in order, one check digit (ISO 7064, MOD 11-2). */
const MAINLAND = /^[1-9]\d{5}((?:18|19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/;
const MAINLAND_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** @param {string} number  without blanks, the X a capital */
export function isMainlandId(number) {
  const [, year, month, day] = (MAINLAND.exec(number) ?? []).map(Number);
  return Boolean(year) && isDay(year, month, day) && number[17] === "10X98765432"[weighed(number, MAINLAND_WEIGHTS) % 11];
}

/** The day of birth with 20, 50 or 70 added to the month for women; to the day, 40. */
const lowered = (by, place) => (digits) => {
  const part = Number(digits.slice(place, place + 2));
  return `${digits.slice(0, place)}${String(part > by ? part - by : part).padStart(2, "0")}${digits.slice(place + 2)}`;
};
const czechMonth = (digits) => [20, 50].reduce((now, by) => lowered(by, 2)(now), digits);

/** @type {DigitsOf[]} */
export const DIGITS = [
  { of: "us ssn", digits: /^(?!000|666|9)\d{3}(?!00)\d\d(?!0000)\d{4}$/, groups: ["3-2-4"] },
  { of: "us itin", digits: /^9\d\d(?:5\d|6[0-5]|7\d|8[0-8]|9[0-24-9])\d{4}$/, groups: ["3-2-4"] },
  { of: "ca sin", digits: /^[1-79]\d{8}$/, checks: passesLuhn },
  { of: "au tfn", digits: /^\d{8,9}$/, checks: (digits) => dividedBy(11, digits.length === 9 ? [1, 4, 3, 7, 5, 8, 6, 9, 10] : [10, 7, 8, 4, 6, 3, 5, 1])(digits) },
  { of: "nz ird", digits: /^\d{8,9}$/, checks: isIrd, groups: ["2-3-3"] },
  { of: "in aadhaar", digits: /^[2-9]\d{11}$/, checks: passesVerhoeff, groups: ["4-4-4"] },
  { of: "jp my number", digits: /^\d{12}$/, checks: (digits) => {
    const left = weighed(digits, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return Number(digits[11]) === (left > 1 ? 11 - left : 0);
  }, groups: ["4-4-4"] },
  { of: "kr rrn", digits: /^\d{6}[1-8]\d{6}$/, checks: born("yymmdd"), groups: ["6-7"] },
  { of: "my mykad", digits: /^\d{6}(?!00|17|18|19|20|6[9]|7[03]|8[0-1]|9[4-7])\d{6}$/, checks: born("yymmdd"), groups: ["6-2-4"] },
  { of: "th pin", digits: /^[1-8]\d{12}$/, checks: (digits) => Number(digits[12]) === (11 - weighed(digits, down(13)) % 11) % 10, groups: ["1-4-5-2-1"] },
  { of: "id nik", digits: /^[1-9]\d{15}$/, checks: (digits) => isNikDay(lowered(40, 6)(digits).slice(6, 12)) },
  { of: "id npwp", digits: /^\d{15}$/, groups: ["2-3-3-1-3-3"] },
  { of: "ph sss", digits: /^\d{10}$/, groups: ["2-7-1"] },
  { of: "ph crn", digits: /^\d{12}$/, groups: ["4-7-1"] },
  { of: "br cpf", digits: /^(?!(\d)\1{10})\d{11}$/, checks: (digits) => [9, 10].every((count) => (11 - weighed(digits, down(count + 1)) % 11) % 11 % 10 === Number(digits[count])), groups: ["3-3-3-2"] },
  { of: "ch ahv", digits: /^756\d{10}$/, checks: (digits) => dividedBy(10, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1])(digits), groups: ["*"] },
  { of: "ae eid", digits: /^784(?:19|20)\d{10}$/, checks: passesLuhn, groups: ["*"] },
  { of: "za id", digits: /^\d{10}[012]\d{2}$/, checks: both(born("yymmdd"), passesLuhn), groups: ["*"] },
  { of: "eu de idnr", digits: /^[1-9]\d{10}$/, checks: passesMod11And10, groups: ["2-3-3-3"] },
  { of: "eu fr nir", digits: /^[12]\d\d(?:0[1-9]|1[0-2]|[2-9]\d)\d{10}$/, checks: (digits) => 97 - rest(digits.slice(0, 13), 97) === Number(digits.slice(13)), groups: ["*"] },
  { of: "eu nl bsn", digits: /^\d{9}$/, checks: dividedBy(11, [9, 8, 7, 6, 5, 4, 3, 2, -1]) },
  { of: "eu pl pesel", digits: /^\d{11}$/, checks: both(dividedBy(10, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]), (digits) => born("yymmdd")(lowered(20, 2)(digits))) },
  { of: "eu be nn", digits: /^\d{11}$/, checks: (digits) => ["", "2"].some((century) => 97 - rest(`${century}${digits.slice(0, 9)}`, 97) === Number(digits.slice(9))), groups: ["2-2-2-3-2"] },
  { of: "eu pt nif", digits: /^[1-3]\d{8}$/, checks: elevenLess(down(9)) },
  { of: "eu se pnr", digits: /^\d{10}$/, checks: both(born("yymmdd"), passesLuhn), groups: ["6-4"] },
  { of: "eu dk cpr", digits: /^\d{10}$/, checks: born("ddmmyy"), groups: ["6-4"] },
  { of: "eu cz rc", digits: /^\d{10}$/, checks: both((digits) => rest(digits, 11) === 0 || digits.endsWith("0"), (digits) => born("yymmdd")(czechMonth(digits))), groups: ["6-4"] },
  { of: "eu lv pk", digits: /^\d{11}$/, checks: born("ddmmyy"), groups: ["6-5"] },
  { of: "eu ro cnp", digits: /^[1-8]\d{12}$/, checks: both(born("yymmdd", 1), (digits) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1][weighed(digits, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11] === Number(digits[12])), groups: ["*"] },
  { of: "eu bg egn", digits: /^\d{10}$/, checks: both((digits) => born("yymmdd")(lowered(20, 2)(digits)), (digits) => weighed(digits, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11 % 10 === Number(digits[9])) },
  { of: "eu gr amka", digits: /^\d{11}$/, checks: both(born("ddmmyy"), passesLuhn) },
  { of: "eu hr oib", digits: /^\d{11}$/, checks: passesMod11And10 },
  { of: "eu at vnr", digits: /^[1-9]\d{9}$/, checks: dividedBy(11, [3, 7, 9, -1, 5, 8, 4, 2, 1, 6]) },
  { of: "eu ee ik", digits: /^[1-6]\d{10}$/, checks: both(born("yymmdd", 1), isEstonian) },
];

function isIrd(digits) {
  const padded = digits.padStart(9, "0");
  const left = [[3, 2, 7, 6, 5, 4, 3, 2], [7, 4, 3, 2, 5, 2, 7, 6]].map((weights) => (11 - weighed(padded, weights) % 11) % 11);
  return Number(digits) > 10_000_000 && Number(digits) < 150_000_000 && Number(padded[8]) === (left[0] === 10 ? left[1] : left[0]);
}

function isEstonian(digits) {
  const [left, other] = [[1, 2, 3, 4, 5, 6, 7, 8, 9, 1], [3, 4, 5, 6, 7, 8, 9, 1, 2, 3]].map((weights) => weighed(digits, weights) % 11);
  return (left === 10 ? other % 10 : left) === Number(digits[10]);
}

function isNikDay(digits) {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  return isDay(2000, month, day);
}

/**
 * @typedef {object} LettersOf  a number with letters in it
 * @property {string} of
 * @property {string} written  the source of a pattern; blanks may stand where it says ␣
 * @property {(number: string) => boolean} [checks]  of what is written, without blanks and marks, in capitals
 * @property {boolean} [named]  whether so many other numbers look like it that it needs its name beside it
 */

const SPANISH = "TRWAGMYFPDXBNJZSQVHLCKE";
const SINGAPORE = { S: "JZIHGFEDCBA", T: "JZIHGFEDCBA", F: "XWUTRQPNMLK", G: "XWUTRQPNMLK", M: "XWUTRQPNJLK" };

/** @type {LettersOf[]} */
export const LETTERS = [
  { of: "hk id", written: "[A-Z]{1,2}␣\\d{6}␣\\(␣[0-9A]␣\\)", checks: isHongKong },
  { of: "hk id", written: "[A-Z]{1,2}␣\\d{6}␣[0-9A]", checks: isHongKong, named: true },
  { of: "mo bir", written: "[157]\\d{6}␣\\(␣\\d␣\\)" },
  { of: "mo bir", written: "[157]/\\d{6}/\\d" },
  { of: "tw id", written: "[A-Z][1289A-D]\\d{8}", checks: isTaiwanese },
  { of: "sg nric", written: "[STFGM]\\d{7}[A-Z]", checks: isSingaporean },
  { of: "uk nino", written: "(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]␣\\d\\d␣\\d\\d␣\\d\\d␣[A-D]" },
  { of: "in pan", written: "[A-Z]{3}[ABCFGHLJPT][A-Z]\\d{4}[A-Z]" },
  { of: "eu es dni", written: "\\d{8}[ -]?[A-HJ-NP-TV-Z]", checks: (number) => SPANISH[Number(number.slice(0, 8)) % 23] === number[8] },
  { of: "eu es nie", written: "[XYZ][ -]?\\d{7}[ -]?[A-Z]", checks: (number) => SPANISH[Number("XYZ".indexOf(number[0]) + number.slice(1, 8)) % 23] === number[8] },
  { of: "eu it cf", written: "[A-Z]{6}␣[0-9LMNPQRSTUV]{2}[A-EHLMPRST][0-9LMNPQRSTUV]{2}␣[A-Z][0-9LMNPQRSTUV]{3}[A-Z]", checks: isItalian },
  { of: "eu fi hetu", written: "[0-3]\\d[01]\\d{3}[-+A][0-8]\\d{2}[0-9A-Y]", checks: (number) => "0123456789ABCDEFHJKLMNPRSTUVWXY"[Number(number.replace(/\D/g, "").slice(0, 9)) % 31] === number.slice(-1) },
  { of: "eu ie pps", written: "\\d{7}[A-W][A-IWTX]?", checks: (number) => "WABCDEFGHIJKLMNOPQRSTUV"[(weighed(number, [8, 7, 6, 5, 4, 3, 2]) + 9 * Math.max(0, "WABCDEFGHI".indexOf(number[8] ?? "W"))) % 23] === number[7] },
];

function isHongKong(number) {
  const padded = number.padStart(9, " ");
  const values = Array.from(padded.slice(0, 8), (character) => (character === " " ? 36 : parseInt(character, 36)));
  const sum = values.reduce((total, value, place) => total + value * (9 - place), 0);
  return "0123456789A"[(11 - sum % 11) % 11] === padded[8];
}

function isTaiwanese(number) {
  const area = "ABCDEFGHJKLMNPQRSTUVXYWZIO".indexOf(number[0]) + 10;
  const second = /\d/.test(number[1]) ? number[1] : String("ABCD".indexOf(number[1]));
  return (Math.floor(area / 10) + weighed(`${area % 10}${second}${number.slice(2)}`, [9, 8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
}

function isSingaporean(number) {
  const extra = { T: 4, G: 4, M: 3 }[number[0]] ?? 0;
  const left = (weighed(number.slice(1), [2, 7, 6, 5, 4, 3, 2]) + extra) % 11;
  return SINGAPORE[number[0]][left] === number[8];
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isItalian(number) {
  const value = (character) => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 65);
  const sum = Array.from(number.slice(0, 15), value).reduce((total, each, place) => total + (place % 2 ? each : ODD[each]), 0);
  return number[15] === String.fromCharCode(65 + sum % 26);
}

/** How many characters an IBAN of each country has. */
const IBAN_LENGTHS = "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29BY28CH21CR22CY28CZ24DE22DK18DO28EE20EG29ES24FI18FO18FR27GB22GE22GI23GL18GR27GT28HR21HU28IE22IL23IQ23IS26IT27JO30KW30KZ20LB28LC32LI21LT20LU20LV21LY25MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29PT25QA29RO24RS22SA24SC31SE24SI19SK24SM27ST25SV28TL23TN24TR26UA29VA22VG24XK20";
const LENGTH_OF = new Map(Array.from(IBAN_LENGTHS.matchAll(/([A-Z]{2})(\d\d)/g), ([, country, length]) => [country, Number(length)]));

/** How long an IBAN that begins so is; undefined for what begins none. @param {string} country */
export function ibanLength(country) {
  return LENGTH_OF.get(country);
}

/** ISO 13616. @param {string} number  without blanks, in capitals */
export function isIban(number) {
  const turned = number.slice(4) + number.slice(0, 4);
  return rest(Array.from(turned, (character) => parseInt(character, 36)).join(""), 97) === 1;
}
