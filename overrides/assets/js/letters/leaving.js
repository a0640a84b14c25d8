/** What would leave with a text and must not by accident, and where the reader wrote it. Pure. */

import { findRisks, shortenedOf } from "./guards.js";

/**
 * @typedef {import("./guards.js").Risk & {where: string | null}} Found  `where` it was written; null for in the text alone
 */

/** What tells a finding from others: asked about once, it is not asked about again. @param {import("./guards.js").Risk} risk */
export function sameAs({ kind, match }) {
  return `${kind} ${squeezed(match)}`;
}

/**
 * @param {string[]} texts  all that leaves @param {import("./written.js").Written[]} written  where it comes from
 * @param {{threat?: string[], label?: string[]}} wording @param {Set<string>} passed  what the reader has let pass
 * @returns {Found[]}  each once
 */
export function foundIn(texts, written, wording, passed) {
  const risks = findRisks(texts.join("\n\n"), wording, referencesIn(written)).filter((risk) => !passed.has(sameAs(risk)));
  const each = new Map(risks.map((risk) => [sameAs(risk), risk]));
  return [...each.values()].map((risk) => ({
    ...risk,
    where: written.find(({ text }) => squeezed(text).includes(squeezed(risk.match)))?.where ?? null,
  }));
}

/** Keep what was found no longer than it has to be, wherever it was written. @param {Found[]} found @param {import("./written.js").Written[]} written */
export function shortenIn(found, written) {
  const references = referencesIn(written);
  for (const { text, put } of written) {
    const shorter = shortenedOf(text, found, references);
    if (shorter !== text) {
      put(shorter);
    }
  }
}

function referencesIn(written) {
  return written.filter(({ isReference }) => isReference).map(({ text }) => text);
}

/** A letter joins the lines of what was written in its own way. */
function squeezed(text) {
  return text.replace(/\s+/g, "");
}
