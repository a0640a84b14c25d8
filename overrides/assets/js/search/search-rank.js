/**
 * Which of the guide's places a reader in trouble means, by what they type. Pure.
 *
 * A place is compared twice: by all that people type for it, and by each phrase of that. What stands in few places
 * says more than what stands in many, so that one common word never wins against two rare ones.
 *
 * @typedef {{kind: string, title: string, link: string, phrases: string[]}} Place
 * @typedef {{kind: "wallet" | "region", id: string, name: string, link: string, spellings: string[]}} Name
 * @typedef {{place: Place, points: number, phrase: string}} Hit  `phrase`: of what people type for it, the likest
 */

import { takenToPieces } from "./search-words.js";

/** What a single Chinese character says, beside a pair. */
const SINGLE = 0.5;
/** What a word says that only resembles the one typed. */
const RESEMBLES = 0.7;
/** What all that is said of a place counts, beside the likest phrase. */
const IN_ALL = 1.5;
/** The least that a place must have in common with what was typed. */
const ENOUGH = 0.25;

/** All that can be looked through. */
export class Index {
  #pieces;
  #docs;
  #weight = new Map();
  #mean;
  #unmet;

  /** @param {{places: Place[], simplified: Record<string, string>, same: string[][]}} searched */
  constructor({ places, simplified, same }) {
    this.#pieces = takenToPieces({ simplified, same });
    this.#docs = places.map((place) => this.#read(place));
    const inHowMany = new Map();
    this.#docs.forEach(({ all }) => all.forEach((_, word) => inHowMany.set(word, (inHowMany.get(word) ?? 0) + 1)));
    inHowMany.forEach((many, word) => this.#weight.set(word, rarity(word, many, places.length)));
    this.#mean = sum(this.#docs.map(({ size }) => size)) / places.length;
    this.#unmet = rarity("", 0, places.length);
  }

  /** How texts are taken to pieces here. */
  get pieces() {
    return this.#pieces;
  }

  /** The places meant, best first; none where nothing fits. @param {string} query @returns {Hit[]} */
  rank(query) {
    const asked = this.#asked(query);
    const whole = sum(asked.map(({ weight }) => weight));
    // Of several characters, one that is met by chance says nothing.
    const telling = asked.filter(({ share, word }) => share && (asked.length === 1 || !isSingle(word)));
    return this.#docs
      .filter(({ all }) => telling.some(({ word }) => all.has(word)))
      .map((doc) => this.#compare(asked, whole, doc))
      .filter(({ points }) => points > ENOUGH)
      .sort((one, other) => other.points - one.points);
  }

  /** What of a query was met anywhere, as pieces. @param {string} query @returns {Set<string>} */
  met(query) {
    return new Set(this.#asked(query).filter(({ share }) => share).map(({ word }) => word));
  }

  #read(place) {
    const all = new Map();
    const phrases = [place.title, ...place.phrases].map((text) => ({ text, words: new Set(this.#pieces(text)) }));
    phrases.forEach(({ words }) => words.forEach((word) => all.set(word, (all.get(word) ?? 0) + 1)));
    return { place, all, phrases, size: sum([...all.values()]) };
  }

  /** What was typed, with what each word says; a word that stands nowhere as the one it resembles, if there is one. */
  #asked(query) {
    return [...new Set(this.#pieces(query))].map((word) => {
      const like = this.#weight.has(word) ? word : resembling(word, this.#weight.keys());
      return like
        ? { word: like, weight: this.#weight.get(like), share: like === word ? 1 : RESEMBLES }
        : { word, weight: this.#unmet * unknown(word), share: 0 };
    });
  }

  #compare(asked, whole, { place, all, phrases, size }) {
    const length = 0.3 + 0.9 * size / this.#mean;
    const said = sum(asked.map(({ word, weight, share }) => {
      const times = all.get(word) ?? 0;
      return share * weight * times * 2.2 / (times + length);
    })) / whole;
    const [phrase, likeness] = phrases
      .map(({ text, words }) => [text, this.#likeness(asked, whole, words)])
      .reduce((best, each) => (each[1] > best[1] ? each : best));
    return { place, phrase, points: IN_ALL * said + likeness };
  }

  /** From 0, nothing in common, to 1, the same. */
  #likeness(asked, whole, words) {
    const shared = sum(asked.map(({ word, weight, share }) => (words.has(word) ? share * weight : 0)));
    return shared && shared / Math.sqrt(whole * sum([...words].map((word) => this.#weight.get(word))));
  }
}

function rarity(word, many, of) {
  return Math.log(1 + (of - many + 0.5) / (many + 0.5)) * (isSingle(word) ? SINGLE : 1);
}

function isSingle(word) {
  return /^\p{Script=Han}$/u.test(word);
}

/** How much a word takes from the rest that was never met: names and figures of one's own are no fault in what fits. */
function unknown(word) {
  return /^\p{Script=Han}/u.test(word) ? 0.1 : /\d/.test(word) ? 0 : 0.3;
}

/**
 * The wallets and regions that are named in a query, each once, and what is left of it without them.
 * @param {string} query @param {Name[]} names @returns {{named: Name[], rest: string}}
 */
export function namesIn(query, names) {
  const spelt = names
    .flatMap((name) => name.spellings.map((spelling) => ({ name, spelling: spelling.normalize("NFKC") })))
    .sort((one, other) => other.spelling.length - one.spelling.length);
  const named = new Set();
  let rest = query.normalize("NFKC");
  const asked = rest.toLowerCase();
  for (const { name, spelling } of spelt.filter((each) => asked.includes(each.spelling.toLowerCase()))) {
    const without = rest.replace(wordOf(spelling), "$1 ");
    if (without !== rest) {
      named.add(name);
      rest = without;
    }
  }
  return { named: [...named], rest };
}

/** Two Latin letters are a name in capitals alone: “us” is not the United States. */
function wordOf(spelling) {
  const word = spelling.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const isHan = /\p{Script=Han}/u.test(spelling);
  const edges = isHan ? ["()", ""] : ["(^|[^\\p{Script=Latin}\\p{N}])", "(?![\\p{Script=Latin}\\p{N}])"];
  return new RegExp(edges.join(word), spelling.length > 2 || isHan ? "iu" : "u");
}

const LONG = 4;
const LONGER = 8;

/** The known word that a mistyped one resembles: one letter is wrong, left out, too many or swapped; in long words two. */
function resembling(word, known) {
  if (word.length < LONG || /[\d\p{Script=Han}]/u.test(word)) {
    return null;
  }
  const most = word.length < LONGER ? 1 : 2;
  let [best, least] = [null, most + 1];
  for (const other of known) {
    if (Math.abs(other.length - word.length) <= most && other[0] === word[0]) {
      const far = distance(word, other);
      if (far < least) {
        [best, least] = [other, far];
      }
    }
  }
  return best;
}

/** After Damerau and Levenshtein: how many letters to change, add, leave out, or swap with the next. */
function distance(one, other) {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    rows.push([row]);
    for (let column = 1; column <= other.length; column += 1) {
      const changed = one[row - 1] === other[column - 1] ? 0 : 1;
      const ways = [rows[row - 1][column] + 1, rows[row][column - 1] + 1, rows[row - 1][column - 1] + changed];
      const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      rows[row][column] = Math.min(...ways, ...(swapped ? [rows[row - 2][column - 2] + 1] : []));
    }
  }
  return rows[one.length][other.length];
}

function sum(figures) {
  return figures.reduce((all, each) => all + each, 0);
}
