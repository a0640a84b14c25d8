/**
 * Which region's company answers for a wallet. Pure.
 *
 * @param {readonly string[]} regions  where the wallet is
 * @param {string | null} counting  the region that counts
 * @returns {string | null} null while that is open
 */
export function regionOf(regions, counting) {
  if (regions.includes(counting)) {
    return counting;
  }
  return regions.length === 1 ? regions[0] : null;
}
