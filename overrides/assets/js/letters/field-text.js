/**
 * From what is kept for a field to what stands in a letter, in each language. Pure but for the formats
 * of the browser.
 * @import { Language } from "../page/vocabulary.js"
 */

import { saysSomething } from "../kept/cases.js";
import { guessRegion } from "../kept/region-guess.js";
import { formatDay, formatMoment } from "../kept/values.js";
import { fill } from "../page/markup.js";
import { accountText } from "./account.js";
import { filled, inOneLine } from "./joins.js";
import { currencyKey, filledRows, parsed } from "./kept-value.js";
import { expand, numbered, textOf } from "./letter.js";
import { currenciesOf, entriesIn, entryText } from "./letter-money.js";
import { NO_RULE } from "./rules.js";

/**
 * @param {Field} field  as the desk describes it
 * @param {string | null} kept  as the store keeps it
 * @param {Language} language
 * @param {Desk} desk
 * @param {string[]} [likely]  currencies of amounts that name none, best first
 * @returns {string} "" when there is nothing to say
 */
export function fieldText(field, kept, language, desk, likely = []) {
  const value = kept ?? "";
  if (value.trim() === "") {
    return "";
  }
  const format = FORMATS[field.type];
  return format ? format(value, language, desk, field, likely) : field.numbered ? numbered(value) : value.trim();
}

/** How days are written where the letter is read (`desk.region`), if otherwise than elsewhere in its language. */
function dayPattern(language, desk) {
  return desk.regions[desk.region]?.day[language];
}

/**
 * A day as it is written where the letter is read: in the United States the month comes first.
 * @param {string} day @param {Language} language @param {Desk} desk @returns {string | null}
 */
export function dayThere(day, language, desk) {
  return formatDay(day, language, dayPattern(language, desk));
}

const FORMATS = {
  account: accountText,
  date: (value, language, desk) => dayThere(value, language, desk) ?? value,
  datetime: (value, language, desk) => moment(parsed(value), language, desk),
  money: (value, language, desk, field, likely) => (
    entriesIn(field, value).map((entry) => entryText(entry, likely, language)).join("")
  ),
  choice(value, language, desk, field) {
    const choice = field.choices.find(({ id }) => id === value);
    return (choice?.says ?? choice?.label)?.[language] ?? value;
  },
  right: (value, language, desk) => value === NO_RULE
    ? desk.hints.cite_none
    : Object.values(desk.regions).find(({ rules }) => rules[value])?.rules[value].cite[language] ?? "",
  table(value, language, desk, field, likely) {
    const all = [...currenciesOf(entriesIn(field, value)), ...likely];
    return numbered(filledRows(field, value).map((row) => rowLine(field, row, language, desk, all)).join("\n"));
  },
};

const ROW_CUT = /｜|; /;
const CELLS = {
  date: (value, language, desk) => dayThere(value, language, desk) ?? value,
  datetime: (value, language, desk) => moment({ local: value }, language, desk) || value,
};

/** A row as its field's pattern says it, without the pieces in which nothing stands. */
function rowLine(field, row, language, desk, likely) {
  const valueOf = (id) => {
    const { type } = field.columns.find((column) => column.id === id);
    const typed = row[id]?.trim() ?? "";
    return type === "money"
      ? entryText({ typed, chosen: row[currencyKey(id)] ?? "" }, likely, language)
      : CELLS[type]?.(typed, language, desk) ?? typed;
  };
  const pattern = field.row[language];
  const pieces = pattern.split(ROW_CUT).map((piece) => expand({ optional: true, segments: segmentsOf(piece) }, valueOf));
  return pieces.filter(Boolean).map(textOf).join(ROW_CUT.exec(pattern)?.[0]);
}

function segmentsOf(piece) {
  return piece.split(/\{([^}]+)\}/).map((text, index) => ({ text, field: index % 2 ? text : null }));
}

/**
 * A moment as a letter says it, or "" while it has no day. Where clocks in the region that it is read in (`desk.region`)
 * stand the same, the zone goes without saying.
 */
export function moment({ local = "", zone = "" }, language, desk) {
  const known = guessRegion(zone, [], [desk.region]) !== null;
  const label = desk.zones.find(({ id }) => id === zone)?.label[language] ?? "";
  return (local && formatMoment({ local, zone: known ? "" : zone }, language, known ? "" : label, dayPattern(language, desk))) || "";
}

/**
 * The contact log as lines of a letter.
 * @param {import("../kept/cases.js").Contact[]} contacts
 */
export function contactLines(contacts, language, desk) {
  return contacts.map((contact) => contactLine(contact, language, desk)).filter(Boolean).join("\n");
}

function contactLine(contact, language, desk) {
  if (!saysSomething(contact)) {
    return "";
  }
  const said = (name) => inOneLine(String(contact[name] ?? ""));
  const values = {
    when: moment(contact.when ?? {}, language, desk),
    channel: desk.contact.channel.choices.find(({ id }) => id === contact.channel)?.label[language] ?? "",
    who: said("who"),
    reference: said("reference"),
    said: said("said"),
  };
  const begins = [values.when, values.channel].every(Boolean) ? desk.words.when[language] : values.when ? "{when}" : values.channel && "{channel}";
  const pieces = ["who", "reference", "said"].map((name) => values[name] && desk.words[name === "said" && contact.letter ? "sent" : name][language]);
  // Where no time is known, the line begins with the next thing that is, without the mark before it.
  const line = [begins, ...pieces].join("").replace(/^[，,：:.]\s*/, "");
  return (filled(line, values) + dueLine(contact, language, desk)).trim();
}

/** By which day something was promised, or asked for in a letter that was sent; "" without a day. */
export function dueLine({ promised, letter }, language, desk) {
  const day = promised && (dayThere(promised, language, desk) ?? promised);
  return day ? fill(desk.words[letter ? "asked" : "promised"][language], { day }) : "";
}

/**
 * Ticked evidence as a numbered list of attachments, by the names that letters have for it.
 * @param {{name: Record<string, string>, file?: {name: string, sha256: string}}[]} evidence
 */
export function annexLines(evidence, language, desk) {
  return evidence.map(({ name, file }, index) => [
    fill(desk.words.annex[language], { number: index + 1, name: name[language] }),
    file && fill(desk.words.file[language], { file: file.name, sha256: file.sha256 }),
  ].filter(Boolean).join("\n")).join("\n");
}

/** The last six characters of a transaction ID. @param {string} id */
export function endOf(id) {
  return [...id.trim()].slice(-6).join("");
}
