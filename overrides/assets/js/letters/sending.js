/** What is noted of a letter that was sent, and what is said of it. */

import { complainedOn, contactKey, contacts, dayOfContact, situationOf } from "../kept/cases.js";
import { today } from "../kept/device-time.js";
import { regionOfCase, startingDay } from "../kept/region.js";
import { whereIs } from "../kept/store.js";
import { formatDay } from "../kept/values.js";
import { fill } from "../page/markup.js";
import { LANGUAGES } from "../page/vocabulary.js";
import { isFor, troubleOf } from "./trouble.js";

/** @import { Contact } from "../kept/cases.js" */

/** The last time that a letter of a case was sent. @param {string} issue @param {string} letter @returns {Contact | null} */
export function lastSending(issue, letter) {
  return contacts(issue).filter((contact) => contact.letter === letter).slice(-1)[0] ?? null;
}

/**
 * Whether a letter was sent today as it is, or was just noted for another day: to say so again is no second sending.
 * @param {Contact | null} sending  the last one @param {() => string} text  the letter as it is
 * @param {{id: string, text: string}} noted  the one that was just noted, with the letter as it stood then
 */
export function isSame(sending, text, noted) {
  if (sending === null) {
    return false;
  }
  const same = sending.id === noted.id ? noted : sending;
  return (same === noted || dayOfContact(sending) === today()) && same.text === text();
}

/**
 * What was noted, by when the letter asks for an answer, and that limits run from now where some do.
 * @param {string} issue @param {Contact} sending  as it is kept
 * @param {DOMStringMap} words  noted, notKept, asks, clock @param {Desk} desk
 */
export function saidOf(issue, sending, words, desk) {
  const { hints, language, regions } = desk;
  const date = (day) => formatDay(day, language) ?? day;
  const kept = whereIs(contactKey(issue, sending.id)) !== "nowhere";
  const { id, guessed } = regionOfCase(issue, desk);
  const runs = startsClocks(issue, sending, regions[id]?.starts ?? [], id, desk);
  return [
    fill(kept ? words.noted : words.notKept, { date: date(dayOfContact(sending)) }),
    sending.promised && fill(words.asks, { date: date(sending.promised) }),
    runs && fill(words.clock, { region: regions[id].in_text }),
    runs && guessed && fill(hints.guessed_region, { region: regions[id].name }),
  ].filter(Boolean).join(LANGUAGES[language].fullWidth ? "" : " ");
}

/**
 * Whether it is the complaint from which limits of a region count that are for what happened; not where the reader entered
 * other days.
 * @param {string} issue @param {Contact} sending @param {{day: string, troubles: string[]}[]} clocks  of the region
 * @param {string | null} region @param {Desk} desk
 */
function startsClocks(issue, sending, clocks, region, { letters, matters }) {
  const log = contacts(issue);
  const first = sending.starts && complainedOn(log) === dayOfContact(sending);
  const trouble = troubleOf(matters[situationOf(issue)]?.trouble, log.map(({ letter }) => letters[letter]?.trouble));
  return first && clocks.some(({ day, troubles }) => isFor(troubles, trouble) && startingDay(region, day) === null);
}
