/**
 * How a value joins the text around it on its line, so that the line reads as if one hand had written it. Pure.
 *
 * @typedef {{text: string, field: string | null, filled: boolean}} Joint  a run of text; or a blank, filled or not
 */

const IDEOGRAPH = /\p{Script=Han}/u;
const LATIN = /[A-Za-z0-9]/;

const MARKS = "[.。．,，;；:：!！?？、…]+";
/** The marks that a text has right behind a blank. */
const NEXT_MARK = new RegExp(`^${MARKS}`);
/** Where the sentence goes on behind a blank. */
const GOES_ON = /^\s*[\p{L}\p{N}|｜]/u;
/** The marks with which a value ends, and the quotation that closes behind them. */
const OWN_MARKS = new RegExp(`(${MARKS}(?:\\s*${MARKS})*)(["'”’」』]*)$`);
/** What a text ends with, in one word's letters or in characters. */
const LAST_WORD = /(\p{Script=Han}+|\p{Script=Latin}+) ?$/u;
const LEADING_MARKS = /^(?:[,，。;；:：、]\s*)+/;
/** These say more than a full stop or a comma, which is left out beside them. */
const STRONG = /[!！?？…]|\.{3}/;
const FULL_STOP = /^[.。]/;
/** A full stop that belongs to the word, as in the names of companies. */
const SHORTENED = /(?:\b(?:Ltd|Inc|Co|Corp|Pte|Pty|Bhd|Sdn|No|etc)|[\s.(][A-Za-z])\.$/i;

/**
 * The runs of a part with every value joined: where two marks would meet, one stands; a value within a sentence stands
 * on one line, and several lines begin below their label; between Chinese and a Latin letter or digit of a value stands
 * a space. A value that has its line to itself stands as it is.
 * @template {Joint} Run
 * @param {Run[]} runs @returns {Run[]}
 */
export function joined(runs) {
  const copies = runs.map((run) => ({ ...run, text: String(run.text) }));
  copies.forEach((run, index) => {
    if (run.field && run.filled) {
      join(lastLineOf(copies[index - 1]), run, firstLineOf(copies[index + 1]));
    }
  });
  return spaced(copies);
}

/**
 * A text with `{placeholders}`, filled and joined like a part of a letter; one without a value stays as it is.
 * @param {string} text @param {Record<string, string>} values @returns {string}
 */
export function filled(text, values) {
  const runs = text.split(/(\{\w+\})/).filter(Boolean).map((piece) => {
    const field = /^\{(\w+)\}$/.exec(piece)?.[1] ?? null;
    const value = field ? values[field] ?? "" : "";
    return { text: value || piece, field, filled: Boolean(value) };
  });
  return joined(runs).map(({ text: said }) => said).join("");
}

/** A text of several lines on one. @param {string} text */
export function inOneLine(text) {
  return text.trim().replace(/\s*\n\s*/g, " / ");
}

/** The run before, as far as it is on the same line and has words; null where a line begins. */
function lastLineOf(run) {
  return run && !run.text.endsWith("\n") ? run : null;
}

function firstLineOf(run) {
  return run && !run.text.startsWith("\n") ? run : null;
}

function join(before, run, after) {
  if (!before && !after) {
    return;
  }
  run.text = run.text.trim();
  breakLines(before, run, after);
  run.text = withoutEcho(before, withoutLeading(run.text));
  if (after && !after.field) {
    meet(run, after);
  }
}

/** Several lines stand below a label that nothing follows, and else become one. */
function breakLines(before, run, after) {
  if (!run.text.includes("\n")) {
    return;
  }
  if (before && !before.field && !after && /[:：]\s*$/.test(before.text)) {
    before.text = `${before.text.trimEnd()}\n`;
  } else {
    run.text = inOneLine(run.text);
  }
}

function withoutLeading(text) {
  return text.replace(LEADING_MARKS, "") || text;
}

/**
 * A value that begins with the word right before it, as in “account” and “account ending 6120”, says it once; one that has
 * it next, as “checking account ending 6120”, says it for both.
 */
function withoutEcho(before, text) {
  const said = before && !before.field ? LAST_WORD.exec(before.text)?.[1] ?? "" : "";
  if (said && new RegExp(`^\\p{Script=Latin}+ ${said} `, "iu").test(text)) {
    before.text = before.text.slice(0, before.text.lastIndexOf(said));
  }
  const starts = IDEOGRAPH.test(said) ? Array.from(said, (_, at) => said.slice(at)).filter((word) => word.length > 1) : [`${said} `];
  const echo = said && starts.find((word) => text.toLowerCase().startsWith(word.toLowerCase()));
  return (echo && text.slice(echo.length).trimStart()) || text;
}

/** Where a value's own marks would meet one of the text, one of the two stands; none ends a sentence that goes on. */
function meet(run, after) {
  const own = OWN_MARKS.exec(run.text);
  const mark = NEXT_MARK.exec(after.text)?.[0] ?? "";
  if (!own || !(mark || GOES_ON.test(after.text))) {
    return;
  }
  const [whole, marks, closed] = own;
  const words = run.text.slice(0, -whole.length).trimEnd();
  if (closed ? FULL_STOP.test(mark) : STRONG.test(marks) || words === "") {
    after.text = after.text.slice(mark.length);
  } else if (!closed && (FULL_STOP.test(mark) || !SHORTENED.test(run.text))) {
    run.text = words;
  }
}

function spaced(runs) {
  return runs.map((run, index) => {
    const before = run.field ? "" : edge(run.text[0], runs[index - 1], (text) => text.slice(-1)[0]);
    const after = run.field ? "" : edge(run.text.slice(-1)[0], runs[index + 1], (text) => text[0]);
    return { ...run, text: before + run.text + after };
  });
}

function edge(mine, neighbour, facing) {
  return neighbour?.filled && IDEOGRAPH.test(mine) && LATIN.test(facing(neighbour.text)) ? " " : "";
}
