/**
 * Which region's company answers for a wallet. Pure.
 *
 * @param {readonly string[]} regions  where the wallet is
 * @param {string | null} chosen  the region the reader chose
 * @returns {string | null} null while that is open
 */
export function regionOf(regions, chosen) {
  if (regions.includes(chosen)) {
    return chosen;
  }
  return regions.length === 1 ? regions[0] : null;
}
