/**
 * Which region's company answers for a wallet. Pure.
 *
 * @param {{regions: string[], asks: boolean}} wallet  where it is; whether it alone does not tell the region
 * @param {string | null} chosen  the region the reader chose
 * @returns {string | null} null while that is open
 */
export function regionOf({ regions, asks }, chosen) {
  if (regions.includes(chosen)) {
    return chosen;
  }
  return asks ? null : regions[0];
}
