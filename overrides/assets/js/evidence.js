/** The evidence for a case that the reader has ticked. */

import { files } from "./cases.js";
import { deskData } from "./desk.js";
import { isTicked } from "./ticks.js";

/**
 * In the order of the issue's list.
 * @param {string} issue
 * @returns {{item: string, name: Record<string, string>, file?: import("./cases.js").EvidenceFile}[]}
 */
export function tickedEvidence(issue) {
  const known = files(issue);
  const all = Object.entries(deskData().issues[issue].evidence);
  return all.filter(([item]) => isTicked(item)).map(([item, name]) => ({ item, name, file: known[item] }));
}
