/**
 * Which rules of a region a letter can cite, and which one it does. Pure.
 *
 * @typedef {{name: string, means: string, cite: Record<string, string>, letters: string[], troubles: string[]}} Rule
 */

/** Kept where the reader wants no rule in a letter; the id of none. */
export const NO_RULE = "-";

/** The kind of trouble that does not tell what happened to the money. */
const UNTOLD = "service";

/**
 * The ids of the rules that fit a letter, in the order to offer them, and the best; "" where none is sure to fit.
 * In a letter for any trouble, what is for this one comes first, then what is for all; what is for another is not
 * offered, and while the trouble is not known, comes last.
 * @param {Record<string, Rule>} rules  of the region, best first
 * @param {{id: string, any_trouble: boolean}} letter
 * @param {string} trouble  "" where it is not known
 */
export function rulesFor(rules, { id, any_trouble: anyTrouble }, trouble) {
  const fitting = Object.keys(rules).filter((rule) => rules[rule].letters.includes(id));
  if (!anyTrouble) {
    return { offered: fitting, best: fitting[0] ?? "" };
  }
  const [ours, all, others] = [[], [], []];
  for (const rule of fitting) {
    const { troubles } = rules[rule];
    (troubles.includes(trouble) ? ours : troubles.length === 0 ? all : others).push(rule);
  }
  const sure = [...ours, ...all];
  return { offered: trouble && trouble !== UNTOLD ? sure : [...sure, ...others], best: sure[0] ?? "" };
}

/**
 * The rule that stands in a letter: the one chosen, unless it is not offered any more; else the best.
 * @param {{offered: string[], best: string}} choice @param {string | null} kept @returns {string} "" for none
 */
export function citedOf({ offered, best }, kept) {
  return kept === NO_RULE ? "" : offered.includes(kept) ? kept : best;
}
