/** The kind of trouble that a case is about. Pure. */

/** Whether something is for a kind of trouble; what names none is for all. @param {string[]} troubles @param {string} trouble */
export function isFor(troubles, trouble) {
  return troubles.length === 0 || troubles.includes(trouble);
}

/** The kind that does not tell what happened to the money. */
export const UNTOLD = "service";

/**
 * That of the case's situation, unless it does not tell; then that of the letters sent.
 * @param {string | undefined} trouble @param {(string | undefined)[]} sent @returns {string}  "" where nobody knows
 */
export function troubleOf(trouble, sent) {
  return trouble && trouble !== UNTOLD ? trouble : sent.filter(Boolean).slice(-1)[0] ?? trouble ?? "";
}
