/**
 * From what is kept for a field to what stands in a letter, in each language. Pure but for the formats
 * of the browser.
 * @import { Language } from "../page/vocabulary.js"
 */

import { formatDay, formatMoment, formatMoney } from "../kept/values.js";
import { fill } from "../page/markup.js";
import { numbered } from "./letter.js";
import { NO_RULE } from "./rules.js";

/**
 * @param {Field} field  as the desk describes it
 * @param {string | null} kept  as the store keeps it
 * @param {Language} language
 * @param {Desk} desk
 * @returns {string} "" when there is nothing to say
 */
export function fieldText(field, kept, language, desk) {
  const value = kept ?? "";
  if (value.trim() === "") {
    return "";
  }
  const format = FORMATS[field.type];
  return format ? format(value, language, desk, field) : field.numbered ? numbered(value) : value.trim();
}

const FORMATS = {
  date: (value, language) => formatDay(value, language) ?? value,
  datetime: (value, language, desk) => moment(parsed(value), language, desk),
  money(value, language, desk) {
    const { amount = "", currency = "" } = parsed(value);
    const unit = desk.currencies.find(({ id }) => id === currency)?.unit[language] ?? currency;
    return amount.trim() ? formatMoney({ amount, currency }, language, unit) : "";
  },
  choice: (value, language, desk, field) => field.choices.find(({ id }) => id === value)?.label[language] ?? value,
  right: (value, language, desk) => value === NO_RULE
    ? desk.hints.cite_none
    : Object.values(desk.regions).find(({ rules }) => rules[value])?.rules[value].cite[language] ?? "",
  table(value, language, desk, field) {
    const rows = rowsOf(value).filter((row) => field.columns.some(({ id }) => row[id]?.trim()));
    const head = field.columns.map(({ label }) => label[language]).join(" | ");
    const lines = rows.map((row, index) => `${index + 1}. ${field.columns.map(({ id }) => row[id]?.trim() || "—").join(" | ")}`);
    return lines.length ? [head, ...lines].join("\n") : "";
  },
};

/** The rows of a table as the store keeps it. @param {string | null} value @returns {Record<string, string>[]} */
export function rowsOf(value) {
  const rows = parsed(value);
  return Array.isArray(rows) ? rows.filter((row) => row && typeof row === "object") : [];
}

/** A value of several parts as the store keeps it; {} where it is empty or broken. @param {string | null} value */
export function parsed(value) {
  try {
    return JSON.parse(value ?? "") ?? {};
  } catch {
    return {};
  }
}

/** A moment as a letter says it, or "" while it has no day. */
export function moment({ local = "", zone = "" }, language, desk) {
  const label = desk.zones.find(({ id }) => id === zone)?.label[language] ?? "";
  return (local && formatMoment({ local, zone }, language, label)) || "";
}

/**
 * The contact log as lines of a letter.
 * @param {import("../kept/cases.js").Contact[]} contacts
 */
export function contactLines(contacts, language, desk) {
  return contacts.map((contact) => contactLine(contact, language, desk)).filter(Boolean).join("\n");
}

function contactLine(contact, language, desk) {
  const say = (piece, values) => fill(desk.words[piece][language], values);
  const when = moment(contact.when ?? {}, language, desk);
  const channel = desk.contact.channel.choices.find(({ id }) => id === contact.channel)?.label[language] ?? "";
  if (!when && !contact.said) {
    return "";
  }
  return [
    [when, channel].every(Boolean) ? say("when", { when, channel }) : when || channel,
    contact.who && say("who", { who: contact.who }),
    contact.reference && say("reference", { reference: contact.reference }),
    contact.said && say(contact.letter ? "sent" : "said", { said: contact.said }),
    dueLine(contact, language, desk),
  ].filter(Boolean).join("");
}

/** By which day something was promised, or asked for in a letter that was sent; "" without a day. */
export function dueLine({ promised, letter }, language, desk) {
  const day = promised && (formatDay(promised, language) ?? promised);
  return day ? fill(desk.words[letter ? "asked" : "promised"][language], { day }) : "";
}

/**
 * Ticked evidence as a numbered list of attachments.
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
