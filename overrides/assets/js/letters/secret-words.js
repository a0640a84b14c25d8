/**
 * Secrets that only what stands beside them gives away: numbers of papers, codes, passwords. Pure; takes text as
 * `plainly` gives it.
 */

import { compact, isEven, isKnownNumber } from "./number-runs.js";

/** @typedef {import("./number-runs.js").Place} Place */

// Latin letters count half: it takes about two of them to say what one Chinese character does.
const NEAR = 12;
const FARTHEST = NEAR * 2;
const LONGEST_WORD = 24;
const ONLY_SIGNS = /^[^\p{L}\p{N}。!?;]*$/u;
const CLAUSE_ENDS = /[。!?;\n]|\. /;

function isNear(gap, most = NEAR) {
  return gap !== undefined && !CLAUSE_ENDS.test(gap)
    && Array.from(gap).reduce((width, character) => width + (character < "\u0250" ? 0.5 : 1), 0) <= most;
}

/** Words before a number that say that it is something else. */
const OTHERWISE_NAMED = new RegExp([
  "(?:订单|訂單|单号|單號|编号|編號|流水|尾号|尾號|末[四五]|后四位|後四碼|工单|工号|工號|电话|電話|手机|手機|热线|熱線|客服|拨打|来自|來自|登记|登記|回执|档案",
  "|\\b(?:orders?|reference|ref|ticket|case|report|hotline|phone|mobile|tel|call|from|ending|ends|last 4|last four|invoice|tracking|agent|claim))[^\\d\\n]{0,6}$",
].join(""), "i");

// Numbers of papers -------------------------------------------------------------------------

const PASSPORT = "护照|護照|パスポート|여권|旅行证件|旅行證件|\\bpassports?\\b|\\btravel document";
const PAPER = [
  PASSPORT,
  "[身居][份分]?[证證](?:字[号號])?|证件|證件|居留[证證]|居住[证證]|[回返][乡鄉][证證]|通行[证證]|台胞[证證]|驾照|駕照",
  "社保号|社安[号號]|社[会會]安全[号號]|社会保险号|国民保险号|[税稅]号|稅號|税务号|登[录錄][证證]?[号號]|个人编号|個人編號|マイナンバー|統一[证證][号號]|大[马馬]卡|医保号",
  "\\b(?:national|resident|identity|tax|government|mainland|Hong Kong|HK|Macau|Macao|Taiwan(?:ese)?|Emirates|South African|Thai|my|his|her|their|our) ID\\b",
  "\\b(?:ID|identity|identification|residence)[ -](?:card|no\\b|number)|\\bIC(?: no\\b| number|:)|\\bdriv(?:er'?s|ing) licen[cs]e",
  "\\b(?:HKID|BIR|ARC|NRIC|FIN|MyKad|SSN|ITIN|SIN|TFN|NINO?|NI number|IRD|Aadhaar|UMID|PhilSys|PhilID|NIK|KTP|NPWP|CPF|AHV|AVS|DNI|NIE|NIF|BSN|PESEL|PPS|CURP|NRN|RRN number|PAN)\\b",
  "\\b(?:social security|social insurance|national insurance|tax file|taxpayer|tax identification|tax id|home return permit|permit to travel)",
  "\\b(?:personnummer|codice fiscale|steuer-?ID|nationalit)",
  "เลข(?:ที่)?(?:บัตร|ประจำตัว)ประชาชน|주민(?:등록)?번호|\\b(?:kad pengenalan|căn cước|ausweisnummer|numéro de sécurité sociale)",
].join("|");
const NAMES_A_PAPER = new RegExp(PAPER, "gi");
const IS_PASSPORT = new RegExp(PASSPORT, "i");
const NOT_OF_A_PERSON = /\b(?:transaction|order|case|user|agent|customer|device|payment|merchant|company|firm) $/i;

const TOKEN = /(?:\b[A-Za-z]{1,3}-?|\b[A-Z]{1,3} )?\d[0-9A-Za-z]*(?:[ .\-/·\n]{1,2}\d[0-9A-Za-z]*)*(?: ?\( ?[0-9A-Za-z] ?\)|[ -]?[A-Za-z](?![A-Za-z0-9]))?/g;
const SAYS_NUMBER = /^[^\p{L}\p{N}]*(?:(?:card|no|number|nos|num|is|was|#|号码?|號碼?|字号|字號|号|是|为|為|係|上|的|我的|我|填的|告诉了他|NIK|KTP|saya)[^\p{L}\p{N}]*){0,4}$/iu;
const DAY = /^(?:(?:19|20)\d\d[-./ ]?\d{1,2}[-./ ]?\d{1,2}|\d{1,2}[-./ ]\d{1,2}[-./ ](?:19|20)\d\d)$/;
/** GB 32100: a company’s, for everybody to see. */
const OF_A_COMPANY = /^9[0-9A-HJ-NP-Y]{17}$/;
const PASSPORT_NUMBER = /^(?:[A-Z]{1,2}\d{6,8}[A-Z]?|\d{8,9}|[CFGHJKLMNPRTVWXYZ][0-9A-Z]{8})$/;
const PERMIT = /^[HM]\d{8}(?:\d{2})?$/;
const FEWEST_DIGITS = 6;

/** @param {string} plain @returns {Place[]} */
export function papers(plain) {
  return Array.from(plain.matchAll(NAMES_A_PAPER), (name) => paperAt(plain, name)).filter(Boolean);
}

function paperAt(plain, name) {
  const end = name.index + name[0].length;
  if (NOT_OF_A_PERSON.test(plain.slice(Math.max(0, name.index - 12), name.index))) {
    return null;
  }
  const kind = IS_PASSPORT.test(name[0]) ? "passport" : "id-number";
  const after = plain.slice(end, end + FARTHEST + 32);
  for (const token of after.matchAll(TOKEN)) {
    const gap = after.slice(0, token.index).replace(/\n/g, " ").replace(/\bno\./i, "no");
    if (!isNear(gap)) {
      break;
    }
    if (isPaper(token[0], gap, kind) && !OTHERWISE_NAMED.test(gap) && !/^[A-Za-z0-9@]/.test(plain.slice(end + token.index + token[0].length)[0] ?? "")) {
      return { kind, start: end + token.index, end: end + token.index + token[0].length };
    }
  }
  return paperBefore(plain, name.index, kind);
}

function isPaper(token, gap, kind) {
  const number = compact(token);
  const digits = number.replace(/\D/g, "").length;
  if (digits < FEWEST_DIGITS || number.length > 20 || DAY.test(token) || OF_A_COMPANY.test(number)) {
    return false;
  }
  return SAYS_NUMBER.test(gap)
    || (kind === "passport" ? PASSPORT_NUMBER.test(number) : isKnownNumber(number) || PERMIT.test(number));
}

/** “… is my HKID”. */
function paperBefore(plain, place, kind) {
  const from = Math.max(0, place - 40);
  const before = plain.slice(from, place);
  const token = [...before.matchAll(TOKEN)].pop();
  if (!token) {
    return null;
  }
  const [start, end] = [token.index, token.index + token[0].length];
  const isOne = isNear(before.slice(end), 5) && !/[,，、]/.test(before.slice(end)) && isPaper(token[0], " ?", kind) && !OTHERWISE_NAMED.test(before.slice(0, start));
  return isOne ? { kind, start: from + start, end: from + end } : null;
}

// Codes: short numbers near a word ----------------------------------------------------------

const PASSWORD = "(?:密码|密碼|口令|パスワード|비밀번호|รหัสผ่าน|mật khẩu|kata (?:laluan|sandi)|contraseña|\\b(?:passwort|kennwort|mot de passe|senha|palavra-passe|wachtwoord)|\\b(?:password|passwd|pwd|passcode|passphrase|PIN)(?: (?:number|code)|[码碼])?|\\b(?:pass|pw)(?= ?[:=]))";
const ONE_TIME_CODE = near("one-time-code", 4, 8, [
  "验证码|校验码|动态码|动态密码|动态口令|确认码|短信码|一次性密码|认证码|驗證碼|校驗碼|認證碼|動態碼|動態密碼|一次性密碼",
  "\\b(?:OTP|one[ -]?time[ -]?(?:pass(?:code|word)|code|pin)|passcode)s?(?![A-Za-z])",
  "인증 ?번호|인증 ?코드|認証(?:コード|番号)|確認コード|ワンタイムパスワード|รหัสยืนยัน|mã (?:xác (?:nhận|thực|minh)|OTP)|\\bkode? (?:verifikasi|pengesahan|keselamatan|keamanan)",
  "\\bc(?:ó|o)digo de (?:verifica|confirma|seguridad|segurança)|\\bcode de (?:vérification|sécurité|confirmation)|\\b(?:bestätigungs|sicherheits)code|\\bcodice di (?:verifica|sicurezza)",
  "\\b(?:verification|security|authentication|confirmation|log-?in|sign-?in|SMS|2FA) codes?(?![A-Za-z])",
]);
const CVV = near("cvv", 3, 4, [
  "安全码|安全碼|檢查碼|检查码|背[面后後]?[^\\d。，,;]{0,6}[面后後末三3个個]?的?[后後末]?[三3] ?[位码碼个個][数數]?[字]?|背面的[码碼]|[后後末]三[位码碼]|背[面后後]?[^\\d。，,;]{0,6}[三3][个個]字",
  "\\b(?:CVV2?|CVC2?|CVN2?|CSC|(?:security|amex|card) code|card verification (?:value|code|number))(?![A-Za-z])",
  "\\b(?:three|3)[ -](?:digit|number|figure)s? (?:on|at|behind|from)(?: the| my)?(?: back| card| signature)?",
]);
/** Less surely a code: another number may stand beside such a word. */
const PERHAPS = { ...near("secret-perhaps", 4, 8, [
  "[四五六八4568] ?位(?:数字?|數字?|码|碼)|(?:短信|简讯|簡訊|訊息|信息)(?:里|裡|上|中)?的?(?:数字|號碼|号码|數字)|收到的?(?:[四六46]位)?(?:数字(?!人民币)|號碼|号码|數字(?!人民幣))",
  "(?:报|報|念|读|讀|发|發|说|說)(?:给|給)(?:了)?(?:他|她|对方|對方|客服)",
  "\\b(?:four|five|six|eight|[4568])[- ]digits?(?: number| code)?|\\bnumber in (?:the|an?) (?:SMS|text|message)|\\bauthenticator|\\b2FA(?![A-Za-z])",
  "\\bc[oó]digo(?! (?:postal|promocional|de (?:barras|error|erro|cliente)))(?![a-z])",
  "(?:^|[^A-Za-z ]|\\b(?:a|the|my|your|his|her|him|me|in|and|typed|gave|said|text|app|alert|message) )codes?(?![A-Za-z])|\\bPIN(?![A-Za-z])",
]), isFirst: true };
/** Right behind its name. */
const SPACED_PASSWORD = { ...near("password", 4, 8, [PASSWORD]), isBeside: true };
/** Kinds of codes that are no secret. */
const OPEN_CODE = /\b(?:error|zip|postal|post|sort|promo|promotion|discount|coupon|voucher|area|country|dial|category|product|item|swift|bank|branch|status|response|reason|QR|bar|source|dress|merchant|invitation|invite|referral|tax|colou?r|building|airport|fault|HTTP|exit|tracking) ?codes?[^]{0,24}$/i;

const GOOGLE = /\bG-$/; // Google writes G-123456.
const SENDER = /^ ?(?:发来|发送|发的|發來|sent)/i;
const MONTH_OR_IN = /\b(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|in|since|of|until|year),? $/i;
const YEAR = /^(?:19|20)\d\d$/;
const ATTACHED_BEFORE = /[A-Za-z0-9_]$|\d[./:,-]$|[A-Za-z0-9][-_]$/;
const ATTACHED_AFTER = /^(?:[A-Za-z0-9_]|[-./:]\d|,\d{3}(?!\d)|-[A-Za-z])/;
const CURRENCY_BEFORE = /(?:[¥￥$£€]|\b(?:CNY|RMB|USD|HKD|RM)) ?$/;
const UNIT_AFTER = new RegExp([
  "^ ?(?:[年月日号號元块塊万亿萬億分秒天次位个個笔筆人%]|小时|小時",
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

const RUN = /\d+(?:[ -]{1,3}\d+)*/g;

/** @param {string} plain @returns {Place[]} */
export function codes(plain) {
  const numbers = shortNumbersIn(plain);
  return [...numbersNear(plain, numbers, ONE_TIME_CODE), ...numbersNear(plain, numbers, CVV), ...inMessages(plain)];
}

/** What stands where secrets stand and may be none. @param {string} plain @returns {Place[]} */
export function perhapsSecrets(plain) {
  const numbers = shortNumbersIn(plain).filter(({ start, end, digits }) => ONE_CODE.test(plain.slice(start, end)) && !YEAR.test(digits) && !ROUND.test(digits));
  return [...numbersNear(plain, numbers, PERHAPS), ...handedOver(plain), ...mixedNearPassword(plain)];
}

/** As sums are. */
const ROUND = /000$/;
/** At one go, in two halves, or digit by digit. */
const ONE_CODE = /^(?:\d+|\d{3}[ -]\d{3}|\d{4}[ -]\d{4}|\d(?: \d)+)$/;

function shortNumbersIn(plain) {
  return Array.from(plain.matchAll(RUN), (run) => shortNumbers(plain, run)).flat();
}

function numbersNear(plain, numbers, { kind, fewest, most, before, after, isBeside = false, isFirst = false }) {
  return numbers
    .filter(({ digits }) => digits.length >= fewest && digits.length <= most)
    .filter((number) => {
      const head = plain.slice(Math.max(0, number.start - FARTHEST - LONGEST_WORD), number.start).replace(GOOGLE, "");
      const tail = plain.slice(number.end, number.end + FARTHEST + LONGEST_WORD);
      if (ATTACHED_AFTER.test(tail) || UNIT_AFTER.test(tail) || CURRENCY_BEFORE.test(head) || OPEN_CODE.test(head)) {
        return false;
      }
      const gapBefore = before.exec(head)?.[1];
      const gapAfter = after.exec(tail)?.[1];
      if (gapBefore !== undefined && ONLY_SIGNS.test(gapBefore)) {
        return true;
      }
      const isSomethingElse = ATTACHED_BEFORE.test(head) || OTHERWISE_NAMED.test(head) || SENDER.test(tail)
        || (YEAR.test(number.digits) && MONTH_OR_IN.test(head));
      return !isSomethingElse && !isBeside && (isNear(gapBefore) || (!isFirst && isNear(gapAfter)));
    })
    .map(({ start, end }) => ({ kind, start, end }));
}

/** What may be one code: a whole run in even groups ("123 456"), or a group that no hyphen ties to another. */
function shortNumbers(plain, run) {
  const groups = Array.from(run[0].matchAll(/\d+/g), (group) => {
    const start = run.index + group.index;
    return { digits: group[0], start, end: start + group[0].length };
  });
  const whole = {
    digits: groups.map(({ digits }) => digits).join(""),
    start: groups[0].start,
    end: groups[groups.length - 1].end,
  };
  const untied = groups.filter(({ start, end }) => !/\d-$/.test(plain.slice(start - 2, start)) && plain[end] !== "-");
  return isEven(groups) ? [whole, ...untied] : untied;
}

/** The codes in messages as banks send them, which say that nobody may have them. */
const MESSAGE = /[【[][^】\]\n]{1,20}[】\]][^\d\n]{0,16}(\d{4,6})(?![\d年月日元])[^\n]{0,40}?(?:勿|不要|泄露|洩露|告诉|告訴|非本人|本人操作|有效)/g;
const ENGLISH_MESSAGE = /(\d{4,8}) is your [\w '.-]{0,30}\b(?:code|PIN|OTP|passcode)\b/gi;

function inMessages(plain) {
  return [MESSAGE, ENGLISH_MESSAGE].flatMap((pattern) => Array.from(plain.matchAll(pattern), (match) => {
    const start = match.index + match[0].indexOf(match[1]);
    return { kind: "one-time-code", start, end: start + match[1].length };
  }));
}

/** Digits that were told to somebody; round ones are a sum. */
const TOLD = [
  /把 ?(\d{4,8}) ?(?:告诉|告訴|[报報发發念说說]?[给給])/g,
  /(?:[报報念说說发發][给給]?|告诉|告訴)(?:了|他|她|对方|對方|客服|是|：|:|,|，| ){0,4}(\d{6})(?!\d|[年月日元块塊]|[,，.]\d)/g,
  /(?:短信|简讯|簡訊)[^\d\n]{0,4}(\d{4,6})(?!\d)[^\n]{0,16}(?:告诉|告訴|[报報念发發][给給])/g,
  /\b(?:read|told|gave|sent|texted) (?:him|her|them|it|out)[ ,:]{1,2}(\d{6})\b/gi,
  /\b(\d{4,8}) from (?:the|my|an?) (?:text|SMS|message)/gi,
];

function handedOver(plain) {
  return TOLD.flatMap((pattern) => Array.from(plain.matchAll(pattern), (match) => {
    const start = match.index + match[0].indexOf(match[1]);
    return !match[1].endsWith("00") && { kind: "secret-perhaps", start, end: start + match[1].length };
  })).filter(Boolean);
}

// Passwords ---------------------------------------------------------------------------------

const SAYS_PASSWORD = new RegExp([
  PASSWORD,
  "[\"'”」』]?[ \\t]{0,3}(?:\\([^()\\n]{0,12}\\))?[ \\t]{0,3}",
  "(?:(?:[:=]|就是|[设設改]?的?是|[设設]为|[设設]成|改成了?|改为|係|是|为|為|\\b(?:is|was|ist|est|es)\\b)[:=]?\\s{0,3}",
  "|[六四8468] ?位(?:数字?|數字?)?[:：]?\\s{0,3}(?=\\d{4})|(?=\\d{4}))",
].join(""), "gi");
const SAID = /["'“「『(]?(\p{Script=Han}{0,6}) ?([\x21-\x7E]{1,64})/uy;
const CLOSING = /[,.;:!?)"'\]}]{1,64}$/;

const STATES_SOMETHING = /^(?:错|对|正确|不|没|未|被|已|由|用|需|要|必|最|空|什么|几|多)/;
const BLANK_TO_FILL = /^(?:[x*._#?~•-]+|[[{<]\D*)$/i;
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

/** Letters with digits among them, as nobody writes words. */
const MIXED = /(?:^|[^A-Za-z0-9@./_-])((?=[\x21-\x7E]{0,20}\d)(?=[\x21-\x7E]{0,20}[A-Za-z])[A-Za-z0-9][A-Za-z0-9!@#$%^&*_+?-]{5,19})(?![A-Za-z0-9@/_-]|\.[A-Za-z])/g;
const NEAR_PASSWORD = near("secret-perhaps", 6, 20, [PASSWORD, "\\b(?:pass|pw)\\b"]);
const OF_DEVICES = /^(?:Maybank2u|iPhone|iPad|Android|iOS|Windows|Win|Mate|Redmi|Galaxy|Pixel|Chrome|\d+(?:st|nd|rd|th|am|pm|min|[hx])$|\d+-?[a-z]+$)/i;

/** @param {string} plain @returns {Place[]} */
export function passwords(plain) {
  const said = Array.from(plain.matchAll(SAYS_PASSWORD), (says) => passwordAt(plain, says.index + says[0].length));
  return [...said.filter(Boolean), ...numbersNear(plain, shortNumbersIn(plain), SPACED_PASSWORD)];
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

/** Whether what stands between is near and says no “not”. */
function isSaid(gap) {
  return isNear(gap) && !/不是|\bnot\b/i.test(gap);
}

function mixedNearPassword(plain) {
  return Array.from(plain.matchAll(MIXED), (match) => {
    const end = match.index + match[0].length;
    const start = end - match[1].length;
    const head = plain.slice(Math.max(0, start - FARTHEST - LONGEST_WORD), start);
    const tail = plain.slice(end, end + FARTHEST + LONGEST_WORD);
    const isOne = !OF_DEVICES.test(match[1]) && !OTHERWISE_NAMED.test(head)
      && (isSaid(NEAR_PASSWORD.before.exec(head)?.[1]) || isNear(NEAR_PASSWORD.after.exec(tail)?.[1], 4));
    return isOne && { kind: "secret-perhaps", start, end };
  }).filter(Boolean);
}
