/**
 * By which day a letter asks for an answer. Pure.
 */

import { addDays } from "../kept/days.js";
import { fill } from "../page/markup.js";
import { readDaysOff, reckon } from "../regions/deadlines.js";

/**
 * The firm's own duty decides where there is one and the letter is the one that starts it; else it is a proposal.
 * @param {{rung: string, to: string, reply_days: number}} letter
 * @param {string | undefined} trouble  the kind of trouble, if it is known
 * @param {{answers: any[], days_off: any} | undefined} region  as the desk has it
 * @param {string} today
 * @param {Desk} desk
 * @returns {{day: string, because: string}}
 */
export function replyDate(letter, trouble, region, today, desk) {
  const duty = letter.to === "entity" && letter.rung === "complain" ? region?.answers.find(({ troubles }) => fits(troubles, trouble)) : undefined;
  return duty
    ? { day: reckon(today, duty, "provider", readDaysOff(region.days_off)).day, because: fill(desk.hints.reply_duty, { text: duty.text }) }
    : { day: addDays(today, letter.reply_days), because: fill(desk.hints.reply_own, { count: letter.reply_days }) };
}

function fits(troubles, trouble) {
  return troubles.length === 0 || troubles.includes(trouble);
}
