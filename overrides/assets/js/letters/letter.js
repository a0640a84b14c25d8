/**
 * A letter made from its parts and the reader's values. Pure: no page, no storage, no words.
 *
 * @typedef {{text: string, field: string | null, open?: boolean, stands?: boolean}} Segment   plain words; or a blank,
 *   `text` being how it is marked, `open` where the letter is right without it; or (`stands`) what the letter says there
 *   while the field is empty
 * @typedef {{kind?: string, optional: boolean, segments: Segment[]}} Part
 * @typedef {{text: string, field: string | null, open: boolean, filled: boolean}} Run
 */

import { inOneLine, joined } from "./joins.js";

const SUBJECT_CUT = /｜| \| /;
/** What stands behind a name: “Wong (0906 555 0111)”, “John Smith, 0777 900”. */
const BEHIND_A_NAME = /\s*(?:[(（]|[,，;；](?=.*\d)).*$/su;
const LETTER = /\p{L}/u;
/** A name that stands first in a sentence may begin with its article: “the estate of …”. */
const ARTICLE = /^the /;
const SENTENCE_BEGINS = /(?:^|\n|[.!?] )$/;
const NUMBER = /^\s*[(（]?\d+[.)、．）]/;

/**
 * The runs of a part, or null where it vanishes. An optional part vanishes when all its fields are empty;
 * one that is partly filled loses the lines that would be blank. Any part loses the lines, a subject the pieces, of
 * which all fields are open and empty. A value is inserted as text: nothing in it is read as a placeholder. joins.js
 * says how it meets the text around it.
 * @param {Part} part
 * @param {(field: string, kind?: string) => string | null} saidIn  what stands for a field in a part of a kind; "" for an
 *   empty one, null for one in whose stead nothing may stand either
 * @returns {Run[] | null}
 */
export function expand(part, saidIn) {
  const valueOf = (/** @type {string} */ field) => saidIn(field, part.kind);
  const subject = part.kind === "subject";
  const glue = subject ? SUBJECT_CUT.exec(part.segments.map(({ text }) => text).join(""))?.[0] ?? "\n" : "\n";
  const lines = linesOf(part.segments, glue);
  const standing = lines.filter((line) => !isBlank(line, valueOf, part.optional));
  const kept = subject ? standing.filter((line, index) => !isSaid(line, standing.slice(0, index), valueOf)) : standing;
  if (kept.length === 0 || (part.optional && !kept.some((line) => line.some((segment) => isToFill(segment) && valueOf(segment.field))))) {
    return null;
  }
  const runs = kept.flatMap((line, index) => (index ? [{ text: glue, field: null }, ...line] : line));
  return joined(runs.map(({ text, field, open = false, stands = false }, index) => {
    const value = field ? valueOf(field) ?? "" : "";
    const said = part.kind === "salutation" ? nameToGreet(value) : value;
    const isFirst = stands && SENTENCE_BEGINS.test(runs[index - 1]?.text ?? "");
    const isSilent = (run) => Boolean(run?.stands) && valueOf(run.field) === null;
    const own = isSilent(runs[index]) ? "" : isSilent(runs[index + 1]) ? text.trimEnd() : text;
    const inserted = subject ? inOneLine(said) : isFirst ? said.replace(ARTICLE, capitalised) : said;
    return { text: inserted || own, field: stands && !inserted ? null : field, open, filled: Boolean(inserted) };
  }));
}

/** A payee as they are greeted; "" where a number alone is known: nobody says “Dear 0906 555 0111”. @param {string} payee */
function nameToGreet(payee) {
  const name = payee.replace(BEHIND_A_NAME, "");
  return LETTER.test(name) ? name : "";
}

/** @param {string} text */
function capitalised(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * The paragraphs of the letter that stand.
 * @param {Part[]} parts @param {(field: string, kind?: string) => string | null} valueOf @returns {{kind: string, text: string}[]}
 */
export function paragraphs(parts, valueOf) {
  return parts.flatMap((part) => {
    const runs = expand(part, valueOf);
    return runs ? [{ kind: part.kind, text: textOf(runs) }] : [];
  });
}

/** @param {{text: string}[]} runs */
export function textOf(runs) {
  return runs.map(({ text }) => text).join("");
}

/**
 * The fields whose blanks still stand in the letter, in the order in which they are met.
 * @param {Part[]} parts @param {(field: string, kind?: string) => string | null} valueOf @returns {string[]}
 */
export function blanks(parts, valueOf) {
  const runs = parts.flatMap((part) => expand(part, valueOf) ?? []);
  return [...new Set(runs.filter(({ field, filled, open }) => field && !filled && !open).map(({ field }) => field))];
}

/** Whether a line is one of a numbered list. @param {string} line */
export function isItem(line) {
  return NUMBER.test(line);
}

/** How readers number points: 1. 1) (1) ① 一、 （一） a) - • — a mark alone or before words, no part of an amount or a day. */
const NUMBERING = /^(?!\d{1,2}\.\s*\d{1,2}\.\s*\d{2})(?:[(（]\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])\s*[)）]|\d{1,2}\s*[)）、]|\d{1,2}[.．](?!\d)|[\u2460-\u2473\u2776-\u277f]|[一二三四五六七八九十]{1,3}[、．.]|[a-z][)）]|[-–—*•·●○▪](?!\d))\s*/u;

/**
 * The lines of a text as points, numbered "1. " in our own way whichever way the reader had; one alone has no number.
 * @param {string} text
 */
export function numbered(text) {
  const points = text.split("\n").map(withoutNumber).filter(Boolean);
  return points.length < 2 ? points.join("") : points.map((point, index) => `${index + 1}. ${point}`).join("\n");
}

function withoutNumber(line) {
  let point = line.trim();
  while (NUMBERING.test(point)) {
    point = point.replace(NUMBERING, "");
  }
  return point.trim();
}

/** @param {Segment[]} segments @param {string} glue  what stands between two lines */
function linesOf(segments, glue) {
  const lines = [[]];
  for (const segment of segments) {
    const pieces = segment.field ? [segment.text] : segment.text.split(glue);
    pieces.forEach((text, index) => {
      if (index) {
        lines.push([]);
      }
      if (text || segment.field) {
        lines.slice(-1)[0].push({ ...segment, text });
      }
    });
  }
  return lines;
}

/** Whether a segment is a blank: something is to be filled in. @param {Segment} segment */
export function isToFill({ field, stands }) {
  return field !== null && !stands;
}

/** Whether a piece of a subject is a value with which another piece ends already. */
function isSaid(line, others, valueOf) {
  const value = line.length === 1 && isToFill(line[0]) ? valueOf(line[0].field) : "";
  return value !== "" && others.some((other) => isToFill(other.slice(-1)[0]) && valueOf(other.slice(-1)[0].field) === value);
}

/** Whether a line would hold nothing but empty fields, all of them open; in an optional part, any. */
function isBlank(line, valueOf, optional) {
  const fields = line.filter(isToFill);
  return fields.length > 0 && fields.every(({ field, open }) => (optional || open) && !valueOf(field));
}
