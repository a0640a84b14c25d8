/**
 * Which of the guide's places a reader in trouble means, by what they type. Pure.
 *
 * A place is compared by all that people type for it, and the best of them once more by each phrase of that. What stands
 * in few places says more than what stands in many, so that one common word never wins against two rare ones; what
 * stands in one often says more, but never much more.
 *
 * @typedef {{kind: string, title: string, link: string, phrases: string[]}} Place
 * @typedef {{kind: "wallet" | "region", id: string, name: string, link: string, spellings: string[]}} Name
 * @typedef {{place: Place, at: number, points: number, phrase: string, whole: boolean}} Hit  `at`: in the order of places;
 *   `phrase`: of what people type for it, the likest; `whole`: which says just what was typed
 */

import { IDLE, simplify, takenToPieces } from "./search-words.js";

/** What a single Chinese character says, beside a pair. */
const SINGLE = 0.8;
/** What a word says that only resembles the one typed. */
const RESEMBLES = 0.7;
/** The most that a word can say by standing in a place often, beside standing there once. */
const OFTEN = 2.2;
/** What the likest phrase counts, beside all of them. */
const ONE_PHRASE = 0.6;
/** How many places of each kind are looked at phrase by phrase: a word that is met in many is not to hide the plans. */
const CLOSER = 12;
/** The least that a place must have in common with what was typed. */
const ENOUGH = 0.4;
/** The same, the less of what was typed is known: one word in three by chance is no answer to what the guide is not for. */
const ENOUGH_OF_KNOWN = 0.25;

/** What stands after a number that counts time. */
const OF_TIME = /^(?:day|hour|hr|h|week|month|天|日|小|周|个)$/u;

/** How like a phrase is that says just what was typed. */
const THE_SAME = 0.999;

/** All that can be looked through. */
export class Index {
  #docs;
  #weight = new Map();
  #mean;
  #unmet;

  /** @param {{places: Place[], simplified: Record<string, string>, same: string[][]}} searched */
  constructor({ places, simplified, same }) {
    this.simple = simplify(simplified);
    /** How texts are taken to pieces here. */
    this.pieces = takenToPieces({ simple: this.simple, same });
    const read = places.map((place, at) => ({ place, at, phrases: [place.title, ...place.phrases].map((phrase) => ({ phrase, words: this.pieces(phrase) })) }));
    const numbers = new Set(read.filter(({ place }) => place.kind === "body").flatMap(({ phrases }) => phrases.flatMap(({ words }) => words)).filter(isNumber));
    this.#docs = read.map((doc) => ({ ...doc, ...counted(doc.phrases, numbers) }));
    const inHowMany = new Map();
    this.#docs.forEach(({ times }) => times.forEach((_, word) => inHowMany.set(word, (inHowMany.get(word) ?? 0) + 1)));
    inHowMany.forEach((many, word) => this.#weight.set(word, rarity(word, many, places.length)));
    this.#mean = sum(this.#docs.map(({ size }) => size)) / places.length;
    this.#unmet = rarity("", 0, places.length);
  }

  /** The places meant, best first; none where nothing fits. @param {string} query @returns {Hit[]} */
  rank(query) {
    const asked = this.#asked(query);
    const whole = sum(asked.map(({ weight }) => weight));
    const words = asked.filter(({ word }) => !isSingle(word) && !isNumber(word));
    const known = words.length ? sum(words.map(({ share }) => share)) / words.length : 1;
    // Beside a pair, one character that is met by chance says nothing.
    const only = asked.every(({ word }) => isSingle(word));
    const telling = asked.filter(({ share, word }) => share && (only || !isSingle(word)));
    const near = this.#docs
      .filter(({ times }) => telling.some(({ word }) => times.has(word)))
      .map((doc) => ({ doc, points: this.#compare(asked, doc) / whole }))
      .sort(byPoints);
    return nearestOfEachKind(near)
      .map(({ doc: { place, at, phrases }, points }) => {
        const { phrase, likeness } = this.#likest(asked, whole, phrases);
        return { place, at, phrase, whole: likeness > THE_SAME, points: points + ONE_PHRASE * likeness };
      })
      .filter(({ points }) => points > ENOUGH && points * known > ENOUGH_OF_KNOWN)
      .sort(byPoints);
  }

  /** Whether a word says something of any place, or nothing anywhere. @param {string} word */
  knows(word) {
    const pieces = this.pieces(word);
    return !pieces.length || pieces.some((piece) => this.#weight.has(piece));
  }

  /** What of a query was met anywhere, as pieces. @param {string} query @returns {Set<string>} */
  met(query) {
    return new Set(this.#asked(query).filter(({ share }) => share).map(({ word }) => word));
  }

  /** The phrase of a place that has most in common with what was typed: from 0, nothing, to 1, the same. */
  #likest(asked, whole, phrases) {
    const says = new Map(asked.map(({ word, weight, share }) => [word, weight * share]));
    return phrases
      .map(({ phrase, words: said }) => {
        const words = [...new Set(said)];
        const length = sum(words.map((word) => this.#weight.get(word) ?? 0));
        const shared = sum(words.map((word) => says.get(word) ?? 0));
        return { phrase, likeness: shared && shared / Math.sqrt(whole * length) };
      })
      .reduce((best, each) => (each.likeness > best.likeness ? each : best));
  }

  /** What was typed, with what each word says; a word that stands nowhere as the one it resembles, if there is one. */
  #asked(query) {
    return [...new Set(this.pieces(query))].map((word) => {
      const like = this.#weight.has(word) ? word : resembling(word, this.#weight.keys());
      return like
        ? { word: like, weight: this.#weight.get(like), share: like === word ? 1 : RESEMBLES }
        : { word, weight: this.#unmet * unknown(word), share: 0 };
    });
  }

  /** As BM25 does. */
  #compare(asked, { times, size }) {
    const long = (OFTEN - 1) * (0.25 + 0.75 * size / this.#mean);
    return sum(asked.map(({ word, weight, share }) => {
      const often = times.get(word) ?? 0;
      return share * weight * often * OFTEN / (often + long);
    }));
  }
}

/**
 * How often each word stands in the phrases of a place, and how many they are. `numbers`: of bodies. Others are the sums of
 * those who typed them, and say nothing, unless they count time.
 */
function counted(phrases, numbers) {
  const times = new Map();
  let size = 0;
  for (const { words } of phrases) {
    words.forEach((word, at) => {
      if (!isNumber(word) || numbers.has(word) || OF_TIME.test(words[at + 1])) {
        times.set(word, (times.get(word) ?? 0) + 1);
        size += 1;
      }
    });
  }
  return { times, size };
}

/** Of what is near, sorted. */
function nearestOfEachKind(near) {
  const seen = new Map();
  return near.filter(({ doc: { place: { kind } } }) => {
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    return seen.get(kind) <= CLOSER;
  });
}

function byPoints(one, other) {
  return other.points - one.points;
}

function rarity(word, many, of) {
  return Math.log(1 + (of - many + 0.5) / (many + 0.5)) * (isSingle(word) ? SINGLE : 1);
}

function isNumber(word) {
  return /^\d+$/.test(word);
}

function isSingle(word) {
  return /^\p{Script=Han}$/u.test(word);
}

/** How much a word takes from the rest that was never met: names and figures of one's own are no fault in what fits. */
function unknown(word) {
  return /^\p{Script=Han}/u.test(word) ? 0.1 : /\d/.test(word) ? 0 : 0.3;
}

/**
 * By each spelling, the names that bear it; the longest spelling first.
 * @param {Name[]} names @param {(text: string) => string} simple  one character for one
 * @returns {{close: string, apart: string, names: Name[]}[]} `close`: without the spaces of `apart`, which may be there or
 *   not, or be hyphens
 */
export function spelt(names, simple) {
  const all = new Map();
  for (const name of names) {
    for (const spelling of name.spellings.map((each) => simple(each.normalize("NFKC")))) {
      const close = unspaced(spelling);
      const { apart, names: others } = all.get(close) ?? { apart: spelling, names: [] };
      const more = partsOf(spelling).length > partsOf(apart).length;
      all.set(close, { apart: more ? spelling : apart, names: [...new Set([...others, name])] });
    }
  }
  return [...all]
    .map(([close, { apart, names: bearing }]) => ({ close, apart, names: bearing }))
    .sort((one, other) => other.close.length - one.close.length);
}

/**
 * The wallets and regions that are named in a query, each once, and what is left of it: without them, and as it was
 * said, with the regions, which are half of what happened in “my card in Japan”. Nothing was said where nothing is left.
 * @param {string} query @param {ReturnType<typeof spelt>} spellings @param {(text: string) => string} simple
 * @returns {{named: Name[], rest: string, said: string}}
 */
export function namesIn(query, spellings, simple) {
  const named = new Set();
  let [said, rest] = [query.normalize("NFKC"), query.normalize("NFKC")];
  const asked = unspaced(simple(rest));
  for (const { apart, names } of spellings.filter(({ close }) => asked.includes(close))) {
    const word = wordOf(apart);
    if (word.test(simple(rest))) {
      rest = without(rest, word, simple);
      said = names.some(({ kind }) => kind === "region") ? said : without(said, word, simple);
      names.forEach((name) => named.add(name));
    }
  }
  return { named: [...named], rest, said: /[\p{L}\p{N}]/u.test(rest) ? said : "" };
}

const LATIN_WORDS = /[\p{Script=Latin}\p{N}]+/gu;
/** How long a name is that can be told when it is mistyped. */
const TELLING = 6;

/**
 * A query in which the mistyped name of a wallet, which is no word that the guide knows, is spelt as it is. Short names are
 * too like other words: “boots” is not Boost.
 * @param {string} query @param {ReturnType<typeof spelt>} spellings @param {Index} index
 */
export function respelt(query, spellings, index) {
  const wallets = spellings.filter(({ names: [{ kind }] }) => kind === "wallet").map(({ close }) => close);
  return query.replace(LATIN_WORDS, (word) => {
    const like = word.length >= TELLING && resembling(word.toLowerCase(), wallets);
    const isMeant = like && (!index.knows(word) || String(index.pieces(like)) === String(index.pieces(word)));
    return isMeant ? like : word;
  });
}

function without(text, word, simple) {
  const { 0: all, 1: before, index } = word.exec(simple(text));
  return `${text.slice(0, index)}${before} ${text.slice(index + all.length)}`;
}

function unspaced(text) {
  return text.toLowerCase().replace(/[\s-]/g, "");
}

/** Where a space may stand or not: “PayPal” is written apart by many, and so are names that are known in both ways. */
function partsOf(spelling) {
  return spelling.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").split(/\s+/);
}

/** What is a word as well is a name in capitals alone: “us” is not the United States. */
function wordOf(spelling) {
  const word = partsOf(spelling).map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")).join("[\\s-]?");
  const isHan = /\p{Script=Han}/u.test(spelling);
  const edges = isHan ? ["()", ""] : ["(^|[^\\p{Script=Latin}\\p{N}])", "(?![\\p{Script=Latin}\\p{N}])"];
  return new RegExp(edges.join(word), IDLE.has(spelling.toLowerCase()) ? "u" : "iu");
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
