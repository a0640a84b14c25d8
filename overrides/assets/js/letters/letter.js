/**
 * A letter made from its parts and the reader's values. Pure: no page, no storage, no words.
 *
 * @typedef {{text: string, field: string | null, open?: boolean}} Segment   plain words; or a blank, `text` being how it
 *   is marked, `open` where the letter is right without it
 * @typedef {{kind?: string, optional: boolean, segments: Segment[]}} Part
 * @typedef {{text: string, field: string | null, open: boolean, filled: boolean}} Run
 */

const IDEOGRAPH = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9]/;

const SUBJECT_CUT = /｜| \| /;

/**
 * The runs of a part, or null where it vanishes. An optional part vanishes when all its fields are empty;
 * one that is partly filled loses the lines that would be blank. Any part loses the lines, a subject the pieces, of
 * which all fields are open and empty. A value is inserted as it is: nothing in it is read as a placeholder. Between
 * Chinese and a Latin letter or digit of a value stands a space.
 * @param {Part} part
 * @param {(field: string) => string} valueOf  "" for an empty field
 * @returns {Run[] | null}
 */
export function expand(part, valueOf) {
  const subject = part.kind === "subject";
  const glue = subject ? SUBJECT_CUT.exec(part.segments.map(({ text }) => text).join(""))?.[0] ?? "\n" : "\n";
  const lines = linesOf(part.segments, glue);
  const kept = lines.filter((line) => !isBlank(line, valueOf, part.optional));
  if (kept.length === 0 || (part.optional && !kept.some((line) => line.some(({ field }) => field && valueOf(field))))) {
    return null;
  }
  const runs = kept.flatMap((line, index) => (index ? [{ text: glue, field: null }, ...line] : line));
  return spaced(runs.map(({ text, field, open = false }) => {
    const value = field ? valueOf(field) : "";
    const inserted = subject ? value.replace(/\s*\n\s*/g, " / ") : value;
    return { text: inserted || text, field, open, filled: Boolean(inserted) };
  }));
}

/**
 * The paragraphs of the letter that stand.
 * @param {Part[]} parts @param {(field: string) => string} valueOf @returns {{kind: string, text: string}[]}
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
 * @param {Part[]} parts @param {(field: string) => string} valueOf @returns {string[]}
 */
export function blanks(parts, valueOf) {
  const runs = parts.flatMap((part) => expand(part, valueOf) ?? []);
  return [...new Set(runs.filter(({ field, filled, open }) => field && !filled && !open).map(({ field }) => field))];
}

/** Lines numbered "1. ", as they stand if the reader has numbered them. @param {string} text */
export function numbered(text) {
  const lines = text.split("\n").filter((line) => line.trim());
  const already = lines.every((line) => /^\s*[(（]?\d+[.)、．）]/.test(line));
  return already || lines.length < 2 ? lines.join("\n") : lines.map((line, index) => `${index + 1}. ${line.trim()}`).join("\n");
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
        lines.at(-1).push({ ...segment, text });
      }
    });
  }
  return lines;
}

/** Whether a line would hold nothing but empty fields, all of them open; in an optional part, any. */
function isBlank(line, valueOf, optional) {
  const fields = line.filter(({ field }) => field);
  return fields.length > 0 && fields.every(({ field, open }) => (optional || open) && !valueOf(field));
}

function spaced(runs) {
  return runs.map((run, index) => {
    const before = run.field ? "" : edge(run.text[0], runs[index - 1], (text) => text.at(-1));
    const after = run.field ? "" : edge(run.text.at(-1), runs[index + 1], (text) => text[0]);
    return { ...run, text: before + run.text + after };
  });
}

function edge(mine, neighbour, facing) {
  return neighbour?.filled && IDEOGRAPH.test(mine) && LATIN.test(facing(neighbour.text)) ? " " : "";
}
