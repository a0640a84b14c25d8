/** The evidence for a case that the reader has ticked. */

import { files } from "../kept/cases.js";
import { isTicked } from "../kept/ticks.js";
import { deskData } from "../page/desk.js";

/**
 * In the order of the issue's list.
 *
 * @typedef {{item: string, name: Texts, file?: import("../kept/cases.js").EvidenceFile}} Ticked
 *
 * @param {string} issue
 * @returns {Ticked[]}
 */
export function tickedEvidence(issue) {
  const known = files(issue);
  const all = Object.entries(deskData().issues[issue].evidence);
  return all.filter(([item]) => isTicked(item)).map(([item, name]) => ({ item, name, file: known[item] }));
}
