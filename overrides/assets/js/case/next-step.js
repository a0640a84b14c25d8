/**
 * What comes next in a case, and by when. Pure.
 */

/**
 * The day to wait for: the latest that was promised or asked for. One that has passed counts only if nothing was
 * sent since, for a letter that names no day does not inherit an old one.
 * @param {{promised?: string, letter?: string}[]} log  contacts in order of time
 * @param {string} today
 * @returns {string | null}
 */
export function dueDay(log, today) {
  const lastSent = log.map(({ letter }) => Boolean(letter)).lastIndexOf(true);
  const days = log.filter(({ promised }, index) => promised && (promised >= today || index >= lastSent));
  return days.map(({ promised }) => promised).sort().slice(-1)[0] ?? null;
}

/**
 * @param {object} state
 * @param {boolean} state.left  whether a letter left of which nobody has said whether it was sent
 * @param {boolean} state.begun  whether one of the first steps has been ticked
 * @param {number} state.contacts  how many contacts are logged
 * @param {string[]} state.sent  rungs of the letters that were sent: "complain", "chase", "escalate"
 * @param {string | null} state.due  what `dueDay` gives
 * @param {string} state.today
 * @returns {"tell" | "first" | "contact" | "write" | "wait" | "undated" | "chase" | "escalate" | "outside"}
 */
export function nextStep({ left, begun, contacts, sent, due, today }) {
  if (left) {
    return "tell";
  }
  if (sent.includes("escalate")) {
    return "outside";
  }
  if (contacts === 0) {
    return begun ? "contact" : "first";
  }
  if (due !== null && due >= today) {
    return "wait";
  }
  if (sent.length === 0) {
    return "write";
  }
  if (due === null) {
    return "undated";
  }
  return sent.includes("chase") ? "escalate" : "chase";
}
