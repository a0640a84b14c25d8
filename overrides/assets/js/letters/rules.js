/**
 * Which rules of a region a letter can cite, and which one it does. Pure.
 *
 * @typedef {object} Rule
 * @property {string} name
 * @property {string} means
 * @property {Record<string, string>} cite
 * @property {string[]} letters
 * @property {string[]} troubles  for which it is; none: for all
 * @property {string[]} situations  for which alone it is, if any are named
 * @property {string[]} not_in  the situations in which it is beside the point
 * @property {boolean} by_choice  never proposed
 * @property {boolean} consumers  not proposed to who writes for a company
 * @property {{count: number, unit: import("../page/vocabulary.js").Unit, troubles: string[], text: string} | null} clock  the time limit that it sets
 * @property {number | null} reply_days  within how many days a letter that cites it asks for an answer
 */

import { UNTOLD } from "./trouble.js";

/** Kept where the reader wants no rule in a letter; the id of none. */
export const NO_RULE = "-";

/** How narrowly a rule fits: what comes first is for what happened and for little else. */
const [THIS_SITUATION, THIS_TROUBLE, ALL, OTHERS] = [0, 1, 2, 3];

/**
 * The ids of the rules that fit a letter, in the order to offer them, and the best; "" where none is sure to fit.
 * The narrower comes first. In a letter for any trouble, what is for another is not offered, and while the trouble is not
 * known, comes last and is never the best; a letter for one trouble takes its rules whatever the situation. Whom the
 * rules bind is not known where it is not known which company answers: then none is the best.
 * @param {Record<string, Rule>} rules  of the region, best first
 * @param {{id: string, any_trouble: boolean}} letter
 * @param {{trouble: string, situation: string, company: boolean, bound: boolean}} about  "" where it is not known;
 *   `company`: the writer is one; `bound`: the wallet is one that the guide knows in the region, or the reader's own
 */
export function rulesFor(rules, { id, any_trouble: anyTrouble }, { trouble, situation, company, bound }) {
  const rank = ({ troubles, situations }) => {
    if (situations.length) {
      return situations.includes(situation) ? THIS_SITUATION : OTHERS;
    }
    return troubles.length === 0 ? ALL : troubles.includes(trouble) ? THIS_TROUBLE : OTHERS;
  };
  const told = trouble !== "" && trouble !== UNTOLD;
  const sure = (rule) => rank(rule) < OTHERS || (!anyTrouble && rule.situations.length === 0);
  const fits = (rule) => rule.letters.includes(id)
    && !rule.not_in.includes(situation)
    && !(situation && rule.situations.length && !rule.situations.includes(situation))
    && (sure(rule) || !anyTrouble || !told);
  const proposed = (rule) => bound && sure(rule) && !rule.by_choice && !(company && rule.consumers);
  const offered = Object.keys(rules)
    .filter((rule) => fits(rules[rule]))
    .sort((one, other) => rank(rules[one]) - rank(rules[other]));
  return { offered, best: offered.find((rule) => proposed(rules[rule])) ?? "" };
}

/**
 * The rule that stands in a letter: the one chosen, unless it is not offered any more; else the best.
 * @param {{offered: string[], best: string}} choice @param {string | null} kept @returns {string} "" for none
 */
export function citedOf({ offered, best }, kept) {
  return kept === NO_RULE ? "" : offered.includes(kept) ? kept : best;
}
