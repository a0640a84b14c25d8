/** The evidence for a case that the reader has ticked: its text for them, its name for those whom they write to. */

import { files } from "../kept/cases.js";
import { isTicked } from "../kept/ticks.js";
import { deskData } from "../page/desk.js";

/**
 * In the order of the issue's list, what stands in its situations alone behind it.
 *
 * @typedef {{item: string, text: string, name: Texts, named_by?: string, file?: import("../kept/cases.js").EvidenceFile}} Ticked
 *
 * @param {string} issue
 * @returns {Ticked[]}
 */
export function tickedEvidence(issue) {
  const known = files(issue);
  const all = Object.entries(deskData().issues[issue].evidence);
  return all.filter(([item]) => isTicked(item)).map(([item, about]) => ({ item, ...about, file: known[item] }));
}
