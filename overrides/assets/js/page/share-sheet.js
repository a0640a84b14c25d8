import { isLedAway } from "./ways-left.js";

/** Milliseconds within which a share sheet comes, where one does. */
const TO_COME = 2000;

/**
 * Hand something to the share sheet.
 * @param {ShareData} what @param {() => void} onNothing  called while it is still open whether a sheet came; on some
 *   phones it comes without a sign, so that nothing more than what helps may be said
 * @returns {Promise<"shared" | "closed" | "refused">}
 */
export async function share(what, onNothing) {
  let isOpen = true;
  isLedAway(TO_COME).then((away) => isOpen && !away && onNothing());
  try {
    await navigator.share(what);
    return "shared";
  } catch (error) {
    return error.name === "AbortError" ? "closed" : "refused";
  } finally {
    isOpen = false;
  }
}
