/**
 * A letter cut into numbered pieces for a chat that takes only so many characters at a time. Characters are counted
 * in UTF-16 units, as `maxlength` and most chat programs count them.
 *
 * The text is taken apart into parts that no cut may divide: characters as readers see them, and reference numbers.
 */

/**
 * Pieces that end where a reader would pause, none longer than `limit`. White space at a cut and at both ends of the
 * text is dropped; everything else is kept. A reference number is divided only where it fits no piece.
 * @param {string} text
 * @param {number} limit  the longest piece, its number included
 * @param {(piece: number, total: number) => string} number  what stands before a piece, counted from 1; it may be
 *   empty, for example for a single piece
 * @returns {string[]}  empty for a blank text
 * @throws {RangeError} if `limit` leaves no room for a character after its number
 */
export function cutForChat(text, limit, number) {
  const characters = graphemes(text);
  if (characters.every(isBlank)) {
    return [];
  }
  // The total is part of each number: with more pieces the numbers may grow, and leave room for less.
  for (let total = 1; ; ) {
    const numbers = Array.from({ length: total }, (_, place) => number(place + 1, total));
    const room = limit - Math.max(...numbers.map((prefix) => prefix.length));
    const pieces = cut(unbreakable(text, characters, room), room);
    if (pieces.length <= total) {
      return divide(pieces, total).map((piece, place) => numbers[place] + piece.join(""));
    }
    total = pieces.length;
  }
}

/**
 * The characters of `text` as readers see them: an emoji with its skin tone, a letter with its accents.
 * @param {string} text
 * @param {typeof Intl.Segmenter | null} [Segmenter]  null for browsers without one: close, but not for every script
 * @returns {string[]}
 */
export function graphemes(text, Segmenter = Intl.Segmenter ?? null) {
  return Segmenter
    ? Array.from(new Segmenter(undefined, { granularity: "grapheme" }).segment(text), ({ segment }) => segment)
    : text.match(ROUGH_GRAPHEME) ?? [];
}

// A line end, a flag, or anything with its marks, skin tone and tags, and what a joiner (U+200D) ties to it.
const ROUGH_GRAPHEME = new RegExp([
  "\\r\\n",
  "\\p{RI}\\p{RI}",
  "[\\r\\n]",
  "[^](?:[\\p{M}\\p{Emoji_Modifier}\\u{E0020}-\\u{E007F}\\u200C]|\\u200D\\p{Extended_Pictographic}?)*",
].join("|"), "gu");

// Parts -------------------------------------------------------------------------------------

const REFERENCE = /[A-Za-z0-9_-]{4,}/g;
const BLANK = /^[\t-\r \u1680\u2000-\u2006\u2008-\u200A\u2028\u2029\u205F\u3000]+$/; // All that may be broken at.

function unbreakable(text, characters, room) {
  const parts = [];
  let next = 0;
  let place = 0;
  const takeUntil = (end) => {
    const taken = [];
    for (; place < end; next += 1) {
      taken.push(characters[next]);
      place += characters[next].length;
    }
    return taken;
  };
  for (const { 0: run, index } of text.matchAll(REFERENCE)) {
    if (/\d/.test(run)) {
      append(parts, takeUntil(index));
      const reference = takeUntil(index + run.length);
      const whole = reference.join("");
      append(parts, whole.length <= room ? [whole] : reference);
    }
  }
  append(parts, takeUntil(text.length));
  const longest = parts.reduce((most, part) => Math.max(most, part.length), 0);
  if (longest > room) {
    throw new RangeError(`${room} characters after the number; this text needs at least ${longest}`);
  }
  return parts;
}

function append(list, items) {
  for (const item of items) {
    list.push(item);
  }
}

function isBlank(part) {
  return BLANK.test(part);
}

// Cuts --------------------------------------------------------------------------------------

/** A piece less full than this is only made where nothing else is a pause. */
const FULL_ENOUGH = 1 / 3;

/** Lists of parts, each no longer than `room`, that neither begin nor end with white space. */
function cut(parts, room) {
  const pieces = [];
  for (let start = skipBlank(parts, 0); start < parts.length; ) {
    const end = endOfPiece(parts, start, room);
    pieces.push(parts.slice(start, end));
    start = skipBlank(parts, end);
  }
  return pieces;
}

function skipBlank(parts, place) {
  let next = place;
  while (next < parts.length && isBlank(parts[next])) {
    next += 1;
  }
  return next;
}

function endOfPiece(parts, start, room) {
  let length = 0;
  let best = null;
  for (let place = start; place < parts.length; place += 1) {
    length += parts[place].length;
    if (isBlank(parts[place])) {
      continue;
    }
    if (length > room) {
      return best.end;
    }
    const pause = pauseAfter(parts, place);
    const weight = pause && length >= room * FULL_ENOUGH ? pause + STRONGEST : pause;
    if (!best || weight >= best.weight) {
      best = { end: place + 1, weight };
    }
  }
  return skipBlankBack(parts, parts.length);
}

function skipBlankBack(parts, place) {
  let end = place;
  while (end > 0 && isBlank(parts[end - 1])) {
    end -= 1;
  }
  return end;
}

/** `pieces` with the longest halved until there are `total`; a smaller room can, rarely, make fewer pieces. */
function divide(pieces, total) {
  const divided = [...pieces];
  while (divided.length < total) {
    const lengths = divided.map((piece) => piece.length);
    const longest = lengths.indexOf(Math.max(...lengths));
    const piece = divided[longest];
    const middle = Math.ceil(piece.length / 2);
    const head = piece.slice(0, skipBlankBack(piece, middle));
    divided.splice(longest, 1, head, piece.slice(skipBlank(piece, middle)));
  }
  return divided;
}

// Pauses ------------------------------------------------------------------------------------

const [NONE, BETWEEN_HAN, SPACE, CLAUSE, SENTENCE, LINE, PARAGRAPH] = [0, 1, 2, 3, 4, 5, 6];
const STRONGEST = PARAGRAPH;

const LINE_END = /\r\n|[\n\v\f\r\u2028\u2029]/g;
const CLOSING = /^[”’」』）)】》〉\]}"']$/;
const OPENING = /[“‘「『（(【《〈[{]$/;
const STAYS_WITH_LAST = /^[。！？；…，、：.!?;,:”’」』）)】》〉\]}—]/;
const HAN = /\p{Script=Han}/u;

/** How strong a pause a reader makes after the part at `place`, up to STRONGEST. */
function pauseAfter(parts, place) {
  const next = skipBlank(parts, place + 1);
  const gap = parts.slice(place + 1, next).join("");
  const lineEnds = gap.match(LINE_END)?.length ?? 0;
  if (lineEnds) {
    return lineEnds > 1 ? PARAGRAPH : LINE;
  }
  const [last, following] = [parts[place], parts[next] ?? ""];
  if (!gap && STAYS_WITH_LAST.test(following)) {
    return NONE;
  }
  const mark = CLOSING.test(last) ? parts[place - 1] ?? "" : last;
  // In Latin script a mark without a space may stand inside a number or an address.
  const isApart = gap || HAN.test(following);
  if (/[。！？；…]$/.test(mark) || (isApart && /[!?;]$/.test(mark)) || (gap && mark.endsWith("."))) {
    return SENTENCE;
  }
  if (/[，、：]$/.test(last) || (isApart && /[,:]$/.test(last))) {
    return CLAUSE;
  }
  if (gap) {
    return SPACE;
  }
  return (HAN.test(last) || HAN.test(following)) && !OPENING.test(last) ? BETWEEN_HAN : NONE;
}
