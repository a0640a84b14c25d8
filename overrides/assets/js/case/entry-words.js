/** What an entry of a case file is called and says, in words for its owner. Pure but for the formats of the browser. */

import { asidePlace } from "../kept/asides.js";
import { readKey } from "../kept/cases.js";
import { formatDay } from "../kept/values.js";
import { contactLines, fieldText } from "../letters/field-text.js";
import { fill } from "../page/markup.js";

/**
 * @param {string} key @param {Desk} desk
 * @param {DOMStringMap} words  for what the desk does not name: aside, log, left, situation, provider, region, accountRegion, sender, firm, email, zh, zhHant, en
 * @returns {string}  "Money has not arrived · amount and currency"; the key itself for what is unknown
 */
export function nameOf(key, desk, words) {
  const place = asidePlace(key);
  if (place !== null) {
    return `${nameOf(place, desk, words)} · ${words.aside}`;
  }
  const { kind, id, issue, letter } = readKey(key);
  const { language } = desk;
  const own = {
    field: () => desk.fields[id]?.label[language],
    person: () => desk.fields[id]?.label[language] ?? words[id],
    file: () => desk.issues[issue]?.evidence[id]?.text,
    log: () => words.log,
    left: () => words.left,
    edited: () => words[id.replace("-", "")], // What is `data-zh-hant` in HTML is `zhHant` here.
    way: () => words[id],
    situation: () => words.situation,
    provider: () => words.provider,
    region: () => words.region,
    "account-region": () => words.accountRegion,
    day: () => desk.starts[id],
  }[kind]?.();
  return own ? [desk.issues[issue]?.title, desk.letters[letter]?.name, own].filter(Boolean).join(" · ") : key;
}

/**
 * @param {string} key @param {string} value  as it is kept @param {Desk} desk
 * @param {DOMStringMap} words  `fingerprint` is how a file is shown
 * @returns {string}  as its owner would read it; the value itself where nothing can be made of it
 */
export function textOf(key, value, desk, words) {
  const { kind, id } = readKey(asidePlace(key) ?? key);
  const field = desk.fields[id];
  const said = {
    field: () => field && fieldText(field, value, desk.language, desk),
    log: () => contactLines([JSON.parse(value)], desk.language, desk),
    left: () => contactLines([JSON.parse(value)], desk.language, desk),
    file: () => fill(words.fingerprint, JSON.parse(value)),
    situation: () => desk.matters[value]?.matter[desk.language],
    provider: () => desk.providers[value]?.name[desk.language],
    region: () => desk.regions[value]?.name,
    "account-region": () => desk.regions[value]?.name,
    day: () => formatDay(value, desk.language),
  }[kind];
  try {
    return said?.() || value;
  } catch {
    return value; // Broken by someone else's hand.
  }
}
