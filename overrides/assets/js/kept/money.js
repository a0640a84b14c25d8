/**
 * An amount as people type it, read in one way or said to be unclear; sums of amounts; and money as each language
 * writes it. Amounts are strings of digits with a point, never floating-point numbers. The names and signs of currencies
 * are the browser's (Intl); only what people type and Intl does not know stands here.
 *
 * @import { Language } from "../page/vocabulary.js"
 *
 * @typedef {"words" | "negative" | "several" | "rough" | "either" | "currencies"} Unclear
 *   no amount that can be read; below nothing; more numbers than one; “about”; 1.234, which may be thousands or
 *   decimals; two currencies
 * @typedef {{amount: string | null, currency: string | null, candidates: string[], unclear: Unclear | null}} Money
 *   the digits; the ISO 4217 code that counts; where that is null, the codes that the typed sign can stand for
 */

import { LANGUAGES } from "../page/vocabulary.js";
import { CURRENCIES } from "./currencies.js";

// What Intl does not know -------------------------------------------------------------------

/** What people write for a currency; or, after “=”, for another sign that stands for several. */
const TYPED = new Map(Object.entries({
  "A$": "AUD", "C$": "CAD NIO", "NT": "TWD", "NT$": "TWD", "S$": "SGD", "RMB": "CNY", "NTD": "TWD", "STG": "GBP",
  "Rs.": "INR =Rs", "Rs": "INR =Rs", "Re": "INR =Rs", "P": "PHP BWP", "Php.": "PHP", "Rp.": "IDR",
  "bucks": "=$", "quid": "=£", "sterling": "GBP", "pound sterling": "GBP", "pounds sterling": "GBP", "renminbi": "CNY", "kuai": "CNY",
  "francs": "CHF XAF XOF", "Fr.": "CHF", "SFr": "CHF", "SFr.": "CHF", "Dhs": "AED", "Dhs.": "AED", "CDN": "CAD",
  "元": "CNY MOP =$", "块": "CNY MOP =$", "刀": "=$", "圆": "CNY MOP =$",
  "円": "JPY", "人民币元": "CNY", "软妹币": "CNY",
  "蚊": "HKD MOP", "港币": "HKD", "港纸": "HKD", "港圆": "HKD", "台币": "TWD", "新台币元": "TWD", "美金": "USD", "美刀": "USD", "美圆": "USD",
  "日币": "JPY", "日圆": "JPY", "欧": "EUR", "镑": "=£", "英磅": "GBP", "磅": "=£",
  "澳元": "AUD", "澳币": "AUD", "澳刀": "AUD", "澳洲元": "AUD", "加元": "CAD", "加币": "CAD", "加刀": "CAD", "加拿大币": "CAD",
  "坡币": "SGD", "新币": "SGD", "新加坡币": "SGD", "新元": "SGD", "马币": "MYR", "令吉": "MYR", "林吉特": "MYR",
  "泰币": "THB", "铢": "THB", "韩币": "KRW", "韩圆": "KRW", "印尼盾": "IDR", "印尼卢比": "IDR", "盾": "IDR VND", "越盾": "VND",
  "披索": "PHP", "菲币": "PHP", "澳门元": "MOP", "澳门圆": "MOP", "澳门币": "MOP", "葡币": "MOP", "纽币": "NZD", "纽元": "NZD", "新西兰币": "NZD",
  "瑞郎": "CHF", "卢布": "RUB", "比索": "PHP =比索", "卢比": "INR =卢比",
}));

/** Signs whose Intl reading as one country's own (the dollar of the US, the yen) is not what everyone means by them. */
const SHARED = new Set(["$", "¥"]);

/** Powers of ten that follow digits. */
const SCALES = new Map(Object.entries({
  hundred: 2, k: 3, thousand: 3, ribu: 3, rb: 3, tsd: 3, w: 4, lakh: 5, lakhs: 5, lac: 5, lacs: 5, million: 6, mn: 6,
  juta: 6, jt: 6, mio: 6, crore: 7, crores: 7, cr: 7, billion: 9, bn: 9, miliar: 9,
}));

const ONE_WAY = new Map(Object.entries({ // Of two ways to write a character, the one that is read here.
  "’": "'", "‘": "'", "＇": "'", "−": "-", "–": "-", "—": "-", "〜": "~",
  "萬": "万", "億": "亿", "圓": "圆", "塊": "块", "幣": "币", "紙": "纸", "臺": "台", "歐": "欧", "鎊": "镑", "韓": "韩", "馬": "马",
  "幾": "几", "約": "约", "負": "负", "餘": "余", "點": "点", "門": "门", "紐": "纽", "盧": "卢", "兩": "两", "贰": "二", "貳": "二",
  "壹": "一", "叁": "三", "叄": "三", "參": "三", "肆": "四", "伍": "五", "陆": "六", "陸": "六", "柒": "七", "捌": "八", "玖": "九",
  "拾": "十", "佰": "百", "仟": "千", "〇": "零", "毛": "角", "銖": "铢", "蘭": "兰",
}));

/** Words before a number, and after it, with which it is no sum that can be claimed. */
const ROUGH_BEFORE = new RegExp([
  "[~≈±]|约(?!定)|大概|超过|至少|至多|最多|差不多|不到|接近|将近|[近几] *$",
  "\\b(?:about|around|approx|approximately|roughly|nearly|almost|over|under|more than|less than|up to|at least|circa)\\b",
].join("|"), "i");
const ROUGH_AFTER = /^ ?(?:[多来几]|余(?![额款]))|^\+|左右|上下|以上|以下|\b(?:approximately|roughly|or so|or more|or less|approx)\b/i;

/** What stands for thousands in one tongue and for millions in another, or makes a number that of one payment of several. */
const NOT_SURE = /^ ?(?:mil|mille|m|each)(?![a-z])/i;

// Reading -----------------------------------------------------------------------------------

const HAN_DIGITS = "零一二三四五六七八九";
const HAN = `${HAN_DIGITS}两十百千万亿`;
const PLAIN = "\\.?\\d(?:[\\d.,' ]*\\d)?\\.?";
const SCALE = `(?:${[...SCALES.keys()].join("|")})(?![a-z])`;
const RUN = `(?:${PLAIN}(?: ?${SCALE})?(?: ?[${HAN}点])?|[${HAN}点])+`;
const UNIT = "[元圆块]";
const ONE = `[\\d${HAN_DIGITS}两]`;
/** A number, and where 元 follows it, what stands behind that: 五角六分, a bare 5 as in 3 块 5. */
const AMOUNT = new RegExp([
  `(${RUN})(?: ?(?=${UNIT})(${UNIT})`,
  `(?:零?(${ONE})角(?!色))?(?:零?(${ONE})分(?![钟期之]))?(${ONE}(?=[\\s()，。,.;]|$))?)?`,
].join(""), "gi");
const IS_HAN = new RegExp(`[${HAN}点]`);
const SAID_WITH_IT = /整|正|合计|共计?|金额|总额|钱|\bonly\b|\btotal\b|=/gi;
const MORE = /[\p{L}\p{S}%*^&]/u;
/** “USDT”, “BTC”, “%”: what is counted is no money of a state. */
const UNKNOWN_UNIT = /(?:^|[^A-Za-z])[A-Z]{3,5} ?\n|\n ?(?:[A-Z]{3,5}(?![A-Za-z])|%)/;

/**
 * @param {string} typed
 * @param {(string | null | undefined)[]} [likely]  codes that count where the typed text leaves it open, best first
 * @returns {Money}  all null and no candidates for an empty text
 */
export function readMoney(typed, likely = []) {
  const text = oneWay(typed);
  const open = likely.filter(Boolean);
  if (!text) {
    return { amount: null, currency: null, candidates: [], unclear: null };
  }
  const found = numberIn(text);
  if (!found) {
    return money(null, currenciesIn(text).codes, open, "words");
  }
  const { head, run, unit, small, tail } = found;
  const before = currenciesIn(head);
  const after = currenciesIn(unit + tail);
  const codes = both(before.codes, after.codes);
  const fault = faultAround(found, before.rest, after.rest, codes);
  const value = fault ? null : valueOf(run, chosen(codes, open));
  if (value === null || value === "either" || (small && value.includes("."))) {
    return money(null, codes, open, fault ?? (value === "either" ? value : "words"));
  }
  return money(small ? `${value}.${small}` : value, codes, open, null);
}

function money(amount, codes, likely, unclear) {
  const currency = chosen(codes, likely);
  return { amount, currency, candidates: currency ? [] : codes ?? [], unclear };
}

/** The currency that counts: the only one typed, the first likely one of several, the first likely where none is. */
function chosen(codes, likely) {
  if (codes === null) {
    return likely[0] ?? null;
  }
  return codes.length === 1 ? codes[0] : likely.find((code) => codes.includes(code)) ?? null;
}

/**
 * The number that the text is about, with what stands around it. Where there are digits, numerals in words count
 * nothing: “1,200 元（两笔）”. Where there are none, the one before 元 counts.
 */
function numberIn(text) {
  const all = [...text.matchAll(AMOUNT)];
  const found = all.find(({ 0: whole }) => /\d/.test(whole)) ?? all.find((one) => one[2]) ?? all[0];
  if (!found) {
    return null;
  }
  const [whole, typedRun, unit = "", jiao, fen, bare] = found;
  const before = text.slice(0, found.index);
  const dot = typedRun.startsWith(".") && /[A-Za-z]$/.test(before) ? "." : ""; // “Rs.500”
  const decimals = digit(fen) ? `${digit(jiao) ?? 0}${digit(fen)}` : digit(jiao ?? bare) ?? "";
  return { head: before + dot, run: typedRun.slice(dot.length), unit, small: decimals, tail: text.slice(found.index + whole.length) };
}

/** What makes a text with a number in it unclear, or null. `before` and `after` are what stands there but currencies. */
function faultAround({ head, tail }, before, after, codes) {
  if (/\d/.test(head + tail)) {
    return "several";
  }
  if (/(?:^|[\s(])-|- *$|\bminus\b/i.test(head) || /负 *$/.test(before) || (/\( *$/.test(head) && /^ *\)/.test(tail))) {
    return "negative";
  }
  if (ROUGH_BEFORE.test(before) || ROUGH_AFTER.test(tail)) {
    return "rough";
  }
  if (codes?.length === 0) {
    return "currencies";
  }
  if (NOT_SURE.test(tail) || NOT_SURE.test(after)) {
    return "words";
  }
  const rest = `${before}\n${after}`;
  const more = MORE.test(rest.replace(SAID_WITH_IT, "")) && (codes === null || UNKNOWN_UNIT.test(rest));
  return more || /(?:^|[^A-Za-z])[.,']$/.test(head) ? "words" : null;
}

function oneWay(typed) {
  return [...typed.normalize("NFKC").replace(/\s+/g, " ").trim()].map((one) => ONE_WAY.get(one) ?? one).join("");
}

// Numbers -----------------------------------------------------------------------------------

/** The digits of a run; "either" where it can be read in two ways, null where in none. */
function valueOf(run, currency) {
  const text = run.trim();
  const [, number, scale] = new RegExp(`^(${PLAIN}) ?(${SCALE})$`, "i").exec(text) ?? [];
  if (scale) {
    const digits = lonePoint(number) ?? plainValue(number, currency);
    return digits === null || digits === "either" ? digits : shifted(digits, SCALES.get(scale.toLowerCase()));
  }
  return IS_HAN.test(text) ? hanValue(text.replace(/ /g, "")) : plainValue(text, currency);
}

/** 1.2 before a word for thousands or millions: there a point parts decimals, however many. */
function lonePoint(text) {
  return /^\d*\.?\d+$/.test(text) ? joined(...splitPoint(text)) : null;
}

function plainValue(text, currency) {
  const signs = [...new Set(text.replace(/\d/g, ""))];
  if (signs.length === 0) {
    return joined(text, "");
  }
  const [sign, decimal] = signs;
  if (signs.length === 2) {
    return withDecimals(text, sign, decimal);
  }
  const parts = text.split(sign);
  if (signs.length > 2) {
    return null;
  }
  if (parts.length > 2) {
    return grouped(text, sign) ? joined(text, "") : null;
  }
  const [first, last] = parts;
  const looksGrouped = last.length === 3 && /^[1-9]\d{0,2}$/.test(first);
  if (sign === ".") {
    return looksGrouped ? afterPoint(first, last, currency) : joined(first, last);
  }
  return looksGrouped ? joined(text, "") : sign === "," ? afterComma(first, last, currency) : null;
}

/** 1,234.50 and 1.234,50: two kinds of signs, the second of them once. */
function withDecimals(text, thousands, decimal) {
  const [whole, decimals, ...more] = text.split(decimal);
  const usual = decimal === "." || (decimal === "," && decimals.length < 3);
  return usual && more.length === 0 && grouped(whole, thousands) && /^\d+$/.test(decimals) ? joined(whole, decimals) : null;
}

/** Whether `text` is in thousands, or with commas in lakhs and crores. */
function grouped(text, sign) {
  const parts = text.split(sign);
  const western = parts.slice(1).every((part) => /^\d{3}$/.test(part)) && /^[1-9]\d{0,2}$/.test(parts[0]);
  const indian = sign === "," && parts.slice(1, -1).every((part) => /^\d\d$/.test(part)) && /^\d{3}$/.test(parts.slice(-1)[0])
    && /^[1-9]\d?$/.test(parts[0]);
  return parts.length === 1 ? /^\d+$/.test(text) : western || indian;
}

/** 1.234: thousands where the currency's country parts them so; decimals where it has three; else nobody knows. */
function afterPoint(whole, decimals, currency) {
  const { comma, point, places } = habitOf(currency);
  return comma && point ? joined(whole + decimals, "") : places === 3 && !comma ? joined(whole, decimals) : "either";
}

/** 1200,50 can be nothing else; 12,50 is clear where the currency's country writes decimals so. */
function afterComma(whole, decimals, currency) {
  if (!/^\d{1,2}$/.test(decimals) || !/^\d+$/.test(whole)) {
    return null;
  }
  return whole.length > 3 || habitOf(currency).comma ? joined(whole, decimals) : "either";
}

/**
 * How the country of a currency writes numbers: ISO 4217 begins a code with the country's. The euro has none; most who
 * pay in it write as Germany does.
 */
function habitOf(currency) {
  if (!currency) {
    return { comma: false, point: false, places: 2 };
  }
  const country = currency === "EUR" ? "DE" : currency.slice(0, 2);
  const { language } = new Intl.Locale(`und-${country}`).maximize();
  const format = numberFormat(`${language}-${country}-u-nu-latn`, { minimumFractionDigits: 1, useGrouping: true });
  const sign = (type) => format.formatToParts(1234567).find((part) => part.type === type)?.value;
  return { comma: sign("decimal") === ",", point: sign("group") === ".", places: usualDecimals(currency) };
}

function joined(whole, decimals) {
  const digits = whole.replace(/\D/g, "").replace(/^0+(?=\d)/, "") || "0";
  return decimals ? `${digits}.${decimals}` : digits;
}

/** `digits` times ten to the power of `places`. */
function shifted(digits, places) {
  const [whole, decimals = ""] = digits.split(".");
  return joined(whole + decimals.slice(0, places).padEnd(places, "0"), decimals.slice(places));
}

const TENS = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };

/** 一千二百三十四, 两万三千五, 3万5千, 1.2万, 五〇〇. */
function hanValue(text) {
  const [big, point, decimals] = text.split(/(点)/);
  if (point) {
    const after = [...(decimals ?? "")].map(digit).join("");
    const [unit = ""] = /[万亿]$/.exec(decimals) ?? [];
    const all = after.length === decimals.length - unit.length && after;
    return all ? shifted(`${hanValue(big) ?? "0"}.${all}`, TENS[unit] ?? 0) : null;
  }
  if (new RegExp(`^[${HAN_DIGITS}两]+$`).test(text)) {
    return text.length === 1 || text.length > 2 ? joined([...text].map(digit).join(""), "") : null;
  }
  for (const unit of ["亿", "万", "千", "百", "十"]) {
    const at = text.lastIndexOf(unit);
    if (at >= 0) {
      const [before, after] = [text.slice(0, at), text.slice(at + 1)];
      const many = before === "" && unit === "十" ? "1" : before === "零" || before === "" ? null : hanValue(before.replace(/^零/, ""));
      const rest = after === "" ? "0" : restAfter(after, TENS[unit]);
      return many === null || rest === null || rest.includes(".") || wholeOf(rest).length > TENS[unit]
        ? null : sumOf([shifted(many, TENS[unit]), rest]);
    }
  }
  return lonePoint(text) ?? (grouped(text, ",") ? joined(text, "") : null);
}

/** What follows a unit: 一万二 and 3万5 mean 12,000 and 35,000; 一百零二 means 102. */
function restAfter(text, places) {
  const lone = digit(text);
  return lone && places > 1 ? shifted(lone, places - 1) : hanValue(text.replace(/^零/, ""));
}

function splitPoint(text) {
  const [whole, decimals = ""] = text.split(".");
  return [whole, decimals];
}

function wholeOf(digits) {
  return digits.split(".")[0];
}

/** The digit that one character means; nothing for anything else. */
function digit(sign = "") {
  const place = sign.length === 1 ? `${HAN_DIGITS}两`.indexOf(sign) : -1;
  return /^\d$/.test(sign) ? sign : place === 10 ? "2" : place < 0 ? undefined : String(place);
}

// Currencies --------------------------------------------------------------------------------

// Made once: to make one is what is slow in Intl.
const signs = new Map();
const names = new Map();
const namers = {};
const formats = new Map();
let hanKnown = null;

/** @param {string} code @param {Language} language @returns {string}  “美元”, “US Dollar”; the code where there is no name */
export function currencyName(code, language) {
  try {
    return nameIn(language, code);
  } catch {
    return code; // No code at all.
  }
}

function nameIn(language, code) {
  const key = `${language} ${code}`;
  if (!names.has(key)) {
    namers[language] ??= new Intl.DisplayNames([LANGUAGES[language]?.locale ?? language], { type: "currency" });
    names.set(key, namers[language].of(code));
  }
  return names.get(key);
}

/** The codes that two pieces of text leave open: those of one, or what both allow. Null where neither names any. */
function both(one, other) {
  return one && other ? one.filter((code) => other.includes(code)) : one ?? other;
}

/** The codes that `text` names, null for none; and the text without their names. */
function currenciesIn(text) {
  let codes = null;
  let rest = text;
  const take = (pattern, read) => {
    rest = rest.replace(pattern, (match) => {
      const found = read(match);
      codes = both(codes, found);
      return found ? " " : match;
    });
  };
  take(/[A-Za-z]*\p{Sc}/gu, bySign);
  if (/\p{Script=Han}/u.test(rest)) {
    for (const [name, known] of hanNames()) {
      if (rest.includes(name)) {
        codes = both(codes, known);
        rest = rest.replaceAll(name, " ");
      }
    }
  }
  take(LATIN, byWords);
  return { codes, rest };
}

const LATIN = /[A-Za-zÀ-ž]+\.?(?: [A-Za-zÀ-ž]+\.?)*/g;

/** "$", "A$", "HK$", "USD$": a sign with what stands before it. */
function bySign(text) {
  const sign = [...text].slice(-1)[0];
  const country = text.slice(0, -sign.length).toUpperCase();
  const known = typedAs(country + sign) ?? codesWithSign(country + sign);
  if (known || !country) {
    return known;
  }
  if (isCode(country)) {
    return [country];
  }
  const ofCountry = country.length > 1 ? codesWithSign(sign)?.filter((code) => code.startsWith(country)) : [];
  return ofCountry?.length ? ofCountry : both(byWord(country), codesWithSign(sign));
}

/** What words name: all of them, else the most of them at either end. */
function byWords(phrase) {
  const words = phrase.replace(/\.$/, "").split(" ");
  const ends = words.flatMap((_, less) => [words.slice(0, words.length - less), words.slice(less)]);
  return [phrase, ...ends.map((some) => some.join(" "))].reduce((found, some) => found ?? byWord(some, some === phrase), null)
    ?? words.filter((word) => isCode(word)).reduce((found, code) => both(found, [code]), null);
}

/** @param {string} text @param {boolean} [alone]  whether nothing else is said: “p” is a sign then */
function byWord(text, alone = true) {
  const upper = text.toUpperCase();
  if (text.length === 1) {
    return alone ? typedAs(text) ?? codesWithSign(text) : null;
  }
  const known = typedAs(text) ?? codesWithSign(text) ?? (isCode(upper) && (alone || text === upper) ? [upper] : null);
  return known ?? typedAs(sameButForCase(text, TYPED)) ?? codesWithSign(sameButForCase(text, signs)) ?? byEnglishName(text);
}

function sameButForCase(text, table) {
  const lower = text.toLowerCase();
  return [...table.keys()].find((key) => key.length > 1 && key.toLowerCase() === lower);
}

/** “Hong Kong dollars”, “dollars”, “baht”: whose name ends so. A pound is Britain's where no other is named. */
function byEnglishName(text) {
  const name = text.toLowerCase().replace(/s$/, "");
  const ending = CURRENCIES.filter((code) => ` ${currencyName(code, "en").toLowerCase()}`.endsWith(` ${name}`));
  return ending.length > 1 && ending.includes("GBP") ? ["GBP"] : ending.length ? ending : null;
}

/** The codes that our own list gives: “=” stands for a sign of Intl, or for a Chinese name's end. */
function typedAs(text) {
  const codes = TYPED.get(text)?.split(" ").flatMap((each) => (each.startsWith("=") ? codesMeant(each.slice(1)) : [each]));
  return codes ? [...new Set(codes)] : null;
}

function codesMeant(sign) {
  return codesWithSign(sign) ?? CURRENCIES.filter((code) => currencyName(code, "zh").endsWith(sign));
}

/** The codes whose short sign that is; of several the one whom English readers mean, unless everyone has a dollar. */
function codesWithSign(sign) {
  if (signs.size === 0) {
    for (const code of CURRENCIES) {
      const short = signOf(code, "narrowSymbol");
      if (short !== code) {
        signs.set(short, [...(signs.get(short) ?? []), code]);
      }
    }
  }
  const codes = signs.get(sign) ?? null;
  const own = !SHARED.has(sign) && codes?.length > 1 ? codes.filter((code) => signOf(code, "symbol") === sign) : [];
  return own.length === 1 ? own : codes;
}

/** What each Chinese name stands for, the longest name first. */
function hanNames() {
  if (!hanKnown) {
    const known = new Map();
    for (const code of CURRENCIES) {
      known.set(oneWay(currencyName(code, "zh")), [code]);
      known.set(oneWay(currencyName(code, "zh-Hant")), [code]);
    }
    for (const key of TYPED.keys()) {
      if (/\p{Script=Han}/u.test(key)) {
        known.set(key, typedAs(key));
      }
    }
    hanKnown = [...known].sort(([one], [other]) => other.length - one.length);
  }
  return hanKnown;
}

function isCode(text) {
  return CURRENCIES.includes(text);
}

function signOf(code, currencyDisplay) {
  return new Intl.NumberFormat("en", { style: "currency", currency: code, currencyDisplay })
    .formatToParts(0).find(({ type }) => type === "currency").value;
}

function usualDecimals(currency) {
  return numberFormat("en", { style: "currency", currency }).resolvedOptions().minimumFractionDigits;
}

/** @param {string} locale @param {Intl.NumberFormatOptions} options */
function numberFormat(locale, options) {
  const name = JSON.stringify([locale, options]);
  if (!formats.has(name)) {
    formats.set(name, new Intl.NumberFormat(locale, options));
  }
  return formats.get(name);
}

// Sums --------------------------------------------------------------------------------------

/** @param {string[]} amounts  digits with a point @returns {string}  their exact sum, with the most decimals of any */
export function sumOf(amounts) {
  const places = Math.max(0, ...amounts.map(decimalsOf));
  return fromUnits(amounts.reduce((sum, amount) => sum + toUnits(amount, places), 0n), places);
}

/** @param {string} one @param {string} other @returns {string}  one less the other, exactly; may begin with “-” */
export function differenceOf(one, other) {
  const places = Math.max(decimalsOf(one), decimalsOf(other));
  return fromUnits(toUnits(one, places) - toUnits(other, places), places);
}

function decimalsOf(amount) {
  return amount.split(".")[1]?.length ?? 0;
}

function toUnits(amount, places) {
  const [whole, decimals = ""] = amount.split(".");
  return BigInt(whole + decimals.padEnd(places, "0"));
}

function fromUnits(units, places) {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, "0");
  const whole = digits.slice(0, digits.length - places);
  return (units < 0n ? "-" : "") + (places ? `${whole}.${digits.slice(-places)}` : whole);
}

// Writing -----------------------------------------------------------------------------------

/**
 * @param {{amount: string, currency: string | null}} money  digits as `readMoney` gives them, the ISO code
 * @param {Language} language
 * @returns {string}  “9,874.22 美元”, “USD 9,874.22”; every typed decimal, and at least those that the currency has
 */
export function formatMoney({ amount, currency }, language) {
  const [whole, decimals = ""] = amount.split(".");
  const { locale, fullWidth } = LANGUAGES[language];
  if (!isCode(currency)) { // None, or one kept by someone else's hand.
    return [currency, written(whole, decimals, locale, {}).sum].filter(Boolean).join(" ");
  }
  const { sum, unit } = written(whole, decimals.padEnd(usualDecimals(currency), "0"), locale, {
    style: "currency", currency, currencyDisplay: fullWidth ? "name" : "code",
  });
  // What is called 币 is counted in 元.
  return fullWidth && /[币幣]$/.test(unit) ? `${unit} ${sum} 元` : fullWidth ? `${sum} ${unit}` : `${unit} ${sum}`;
}

/** Intl writes the whole, however long, and where the decimals stand; they are put in as they were typed. */
function written(whole, decimals, locale, style) {
  const places = decimals ? 1 : 0;
  const parts = numberFormat(locale, { ...style, minimumFractionDigits: places, maximumFractionDigits: places })
    .formatToParts(BigInt(whole));
  const kept = ({ type }) => ["integer", "group", "decimal", "fraction"].includes(type);
  return {
    sum: parts.filter(kept).map(({ type, value }) => (type === "fraction" ? decimals : value)).join(""),
    unit: parts.find(({ type }) => type === "currency")?.value ?? "",
  };
}
