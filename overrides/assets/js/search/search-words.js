/**
 * What the search makes of a text, so that what readers type meets what is written: half-width and full-width, Simplified
 * and Traditional, words for the same thing and the endings of English words are the same. Pure.
 */

/** Where Chinese and another script meet, a word ends: “send咗”, “30蚊”. */
const WORD = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/;
/** What stands within one word: it’s, can't, e-mail. */
const WITHIN = /(\p{L})['’‘`´-](?=\p{L})/gu;

/** Words that say nothing of what happened. Those that turn a meaning round (not, no, never) are none of them. */
export const IDLE = new Set(
  ("a an the i im ive id my me mine we our us you your yours he she it its they them their his her this that these those "
  + "is are was were be been being am do does did has have had will would can could should may might must "
  + "to of in on at for from with by as and or but so if then than when while there here just very really also too "
  + "what which who how why where please help hi hello some any all get got means meaning now today yesterday ago pls plz omg wtf "
  + "dollar dollars bucks pound pounds quid euro euros rupee rupees rs peso pesos naira ringgit rm usd gbp eur php inr").split(" "),
);

/** Of Chinese, what says nothing of what happened. */
const IDLE_HAN = new RegExp([
  "我的|我们|您的|你们|怎么办|怎么|怎样|什么|为什么|请问|一下|一个|这个|那个|现在|今天|昨天|已经|可以|应该|还是|但是|因为|所以|能不能|然后|跟住|结果|其实|居然|竟然|真的|到底|就是",
  "[我你您他她它的了吗呢吧啊呀么嘛在是就都也还又很把和与及或]",
  // A sum of one’s own, in words.
  "[一二两三四五六七八九十几]*[十百千万][一二两三四五六七八九十百千万几]+多?[块元蚊]?|[一二两三四五六七八九几][十百千万]+多?[块元蚊]?",
  "意思|什么叫|何谓",
].join("|"), "gu");

/** A sum in figures, with its unit. */
const SUM = /\d[\d,.]*[十百千万多几]*(?:块钱|块|元|蚊|令吉|港币|港纸|台币|美金|美元|澳门元)/gu;
/** Of a question for the meaning of a word, the word. */
const MEANING = /\bwhat do(?:es)? (.+?) mean\b/u;

/** @param {string} text @returns {string} its characters as they are compared, whatever the width and the case */
function plain(text) {
  return text.normalize("NFKC").toLowerCase().replace(WITHIN, "$1");
}

/**
 * @param {Record<string, string>} simplified  Traditional characters and their Simplified ones
 * @returns {(text: string) => string} a text in Simplified characters, one for one
 */
export function simplify(simplified) {
  const any = new RegExp(`[${Object.keys(simplified).join("")}]`, "gu");
  return (text) => text.replace(any, (character) => simplified[character]);
}

/**
 * How texts are taken to pieces: pairs and single characters in Chinese, stems in other scripts, numbers as they are.
 * @param {{simple: (text: string) => string, same: string[][]}} known  how a text is simplified; words for the same
 *   thing, of which the first stands for all
 * @returns {(text: string) => string[]} the pieces of a text, each as often as it stands there
 */
export function takenToPieces({ simple, same }) {
  // A Latin word in the place of a Chinese one stands apart from the Latin word before it: “KKBOX取消了”.
  const apart = (word) => (HAN.test(word) ? word : ` ${word} `);
  const first = new Map(same.flatMap(([one, ...others]) => others.map((other) => [simple(plain(other)), apart(plain(one))])));
  const others = [...first.keys()].sort((one, other) => other.length - one.length);
  const latin = new RegExp(`\\b(?:${anyOf(others.filter((word) => !HAN.test(word)))})\\b`, "gu");
  const han = new RegExp(anyOf(others.filter((word) => HAN.test(word))), "gu");
  const standsFor = (word) => first.get(word) ?? word;
  return (text) => {
    // Each only where it has something to find: there are ten thousand phrases to read before the first answer.
    let read = simple(plain(text)).replace(SUM, " ");
    if (LATIN.test(read)) {
      read = read.replace(MEANING, "$1").replace(latin, standsFor);
    }
    if (HAN.test(read)) {
      read = read.replace(han, standsFor);
    }
    const pieces = [];
    for (const run of read.match(WORD) ?? []) {
      if (HAN.test(run)) {
        addPairs(run, pieces);
      } else if (!IDLE.has(run)) {
        pieces.push(stem(run));
      }
    }
    return pieces;
  };
}

/** A pattern for any of these, which are many: by their first characters, so that most places in a text are passed at once. */
function anyOf(words) {
  const rests = new Map();
  words.map((word) => Array.from(word)).forEach(([begin, ...rest]) => rests.set(begin, [...(rests.get(begin) ?? []), rest.join("")]));
  return [...rests].map(([begin, rest]) => `${begin}(?:${rest.join("|")})`).join("|") || "$^";
}

/** Adds to `pieces` the characters of each part of a run of Chinese, and their pairs. */
function addPairs(run, pieces) {
  let before = "";
  for (const character of run.replace(IDLE_HAN, " ")) {
    if (character === " ") {
      before = "";
      continue;
    }
    pieces.push(character);
    if (before) {
      pieces.push(before + character);
    }
    before = character;
  }
}

/** @param {string} word  in small letters @returns {string} without the endings that English adds */
function stem(word) {
  if (word.length < 4 || /\d/.test(word)) {
    return word;
  }
  const [, short] = /^(.{3,}?)(?:ations?|ings?|edly|ed|ies|ied|es|s|ers?|ment|ly)$/.exec(word) ?? [word, word];
  // Of “apps” and “days” as much is left as “app” and “day” have.
  return short.replace(/^(..+)([b-df-hj-np-tv-z])\2$/, "$1$2").replace(/^(...+)[ey]$/, "$1");
}

/**
 * The words of a text that a search met, to be marked in it.
 * @param {string} text @param {Set<string>} met  pieces @param {(text: string) => string[]} pieces
 * @returns {{text: string, met: boolean}[]} the text in runs
 */
export function runsOf(text, met, pieces) {
  const runs = [];
  const add = (part, isMet) => {
    const last = runs[runs.length - 1];
    last?.met === isMet ? last.text += part : runs.push({ text: part, met: isMet });
  };
  for (const part of text.match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}'’-])+|[^\p{L}\p{N}]+|./gsu) ?? []) {
    if (!HAN.test(part)) {
      add(part, pieces(part).some((piece) => met.has(piece)));
      continue;
    }
    const characters = Array.from(part);
    const pairMet = (place) => place >= 0 && place + 1 < characters.length
      && pieces(characters[place] + characters[place + 1]).some((piece) => Array.from(piece).length > 1 && met.has(piece));
    characters.forEach((character, place) => add(character, pairMet(place) || pairMet(place - 1)));
  }
  return runs;
}
