/**
 * By which day a letter asks for an answer. Pure.
 */

import { addDays, inOrder, isDay } from "../kept/days.js";
import { formatDay } from "../kept/values.js";
import { fill } from "../page/markup.js";
import { readDaysOff, reckon } from "../regions/deadlines.js";
import { isFor } from "./trouble.js";

/** Within how many days an answer is asked for that was due already. */
const SHORT = 7;

/**
 * The firm's own duty decides where there is one and the letter is one that starts it: from the first complaint if that
 * was made before, and the shorter of that for complaints and that of the rule cited. Where that day has passed, and
 * where there is no duty, it is a proposal.
 * @param {{starts: boolean, reply_days: number}} letter
 * @param {{trouble: string, complained: string | null, rule: Pick<import("./rules.js").Rule, "clock" | "reply_days"> | undefined}} about
 *   complained: the day of the first complaint, if there was one before
 * @param {{answers: any[], days_off: any} | undefined} region  as the desk has it
 * @param {string} today
 * @param {Desk} desk
 * @returns {{day: string, because: string}}
 */
export function replyDate(letter, { trouble, complained, rule }, region, today, desk) {
  const from = complained && isDay(complained) && complained < today ? complained : today;
  const duty = letter.starts ? firstOf(dutiesOf(region, trouble, rule), from, region) : null;
  const short = rule?.reply_days ?? SHORT;
  if (letter.starts && ((duty && duty.day <= today) || rule?.reply_days)) {
    return { day: addDays(today, short), because: fill(desk.hints.reply_short, { count: short }) };
  }
  if (!duty) {
    return { day: addDays(today, letter.reply_days), because: fill(desk.hints.reply_own, { count: letter.reply_days }) };
  }
  const { reply_duty: now, reply_since: since } = desk.hints;
  const date = formatDay(from, desk.language);
  return { day: duty.day, because: from === today ? fill(now, { text: duty.text }) : fill(since, { date, text: duty.text }) };
}

function dutiesOf(region, trouble, rule) {
  const answer = region?.answers.find(({ troubles }) => isFor(troubles, trouble));
  return [answer, rule?.clock].filter(Boolean);
}

/** The duty that ends first, with its day. */
function firstOf(duties, from, region) {
  const reckoned = duties.map((duty) => ({ ...duty, day: reckon(from, duty, "provider", readDaysOff(region.days_off)).day }));
  return reckoned.sort((one, other) => inOrder(one.day, other.day))[0] ?? null;
}
