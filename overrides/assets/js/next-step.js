/**
 * What comes next in a case. Pure.
 *
 * @param {object} state
 * @param {boolean} state.begun  whether the first steps, or a contact, have been ticked or noted
 * @param {number} state.contacts  how many contacts are logged
 * @param {string[]} state.sent  rungs of the letters that were sent: "complain", "chase", "escalate"
 * @param {string | null} state.due  the latest day on which an answer was asked for or promised
 * @param {string} state.today
 * @returns {"first" | "contact" | "write" | "wait" | "chase" | "escalate" | "outside"}
 */
export function nextStep({ begun, contacts, sent, due, today }) {
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
    return "wait";
  }
  return sent.includes("chase") ? "escalate" : "chase";
}
