/** Finding a wallet by what a reader types of its name. Pure. */

/**
 * What two spellings of a name have in common: no case, no width, no accents, no blanks and no marks between.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFKD").toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, "");
}

/**
 * Whether a wallet is among those looked for.
 * @param {{names: readonly string[], regions: readonly string[]}} wallet  names folded
 * @param {string} typed  any part of a name; blank for all @param {string} region  "" for all
 */
export function isFound({ names, regions }, typed, region) {
  const wanted = folded(typed);
  return (!region || regions.includes(region)) && (!typed.trim() || (wanted !== "" && names.some((name) => name.includes(wanted))));
}
