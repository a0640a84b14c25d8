/**
 * The amounts in the fields of a letter: what was typed, how it is read there, what it comes to. Pure but for the
 * formats of the browser.
 *
 * @import { Language } from "../page/vocabulary.js"
 * @typedef {{typed: string, chosen: string}} Entry  an amount as typed, and the currency chosen beside it or ""
 * @typedef {{amount: string, currency: string}} Sum
 */

import { differenceOf, formatMoney, readMoney, sumOf } from "../kept/money.js";
import { currencyKey, filledRows, parsed } from "./kept-value.js";

/** Whether a field is an amount or has some in its rows. @param {Field} field */
export function holdsMoney(field) {
  return field.type === "money" || moneyColumns(field).length > 0;
}

/** What was typed as money into a field; of a table each filled row's. @param {Field} field @param {string | null} kept @returns {Entry[]} */
export function entriesIn(field, kept) {
  if (field.type === "money") {
    const { amount = "", currency = "" } = parsed(kept);
    return amount.trim() ? [{ typed: amount, chosen: currency }] : [];
  }
  const columns = moneyColumns(field);
  return filledRows(field, kept).flatMap((row) => (
    columns.map(({ id }) => ({ typed: row[id] ?? "", chosen: row[currencyKey(id)] ?? "" }))
  ));
}

/** The currencies that entries name by themselves, in their order. @param {Entry[]} entries @returns {string[]} */
export function currenciesOf(entries) {
  return entries.map(({ typed, chosen }) => readMoney(typed, [chosen]).currency).filter(Boolean);
}

/** @param {Entry} entry @param {string[]} likely @returns {Sum | null}  null while the amount or its currency is open */
export function readEntry({ typed, chosen }, likely) {
  const { amount, currency } = readMoney(typed, [chosen, ...likely]);
  return amount !== null && currency !== null ? { amount, currency } : null;
}

/** An entry as a letter says it; as it was typed while it is open. @param {Entry} entry @param {string[]} likely @param {Language} language */
export function entryText(entry, likely, language) {
  const read = readEntry(entry, likely);
  return read ? formatMoney(read, language) : entry.typed.trim();
}

/** Whether something typed in a field cannot be read as money yet. @param {Field} field @param {string | null} kept @param {string[]} likely */
export function isOpen(field, kept, likely) {
  return readIn(field, kept, likely).some(({ amount, currency }) => amount === null || currency === null);
}

/** Whether an amount in a field is a bare number. @param {Field} field @param {string | null} kept @param {string[]} likely */
export function lacksCurrency(field, kept, likely) {
  return readIn(field, kept, likely).some(({ amount, currency }) => amount !== null && currency === null);
}

function readIn(field, kept, likely) {
  const entries = entriesIn(field, kept);
  const all = [...currenciesOf(entries), ...likely];
  return entries.filter(({ typed }) => typed.trim() !== "").map(({ typed, chosen }) => readMoney(typed, [chosen, ...all]));
}

/** What the amounts of a table come to: nothing while one is open, or where they are in two currencies.
 * @param {Field} table @param {string | null} kept @param {string[]} likely @returns {Sum | null}
 */
export function sumOfRows(table, kept, likely) {
  const entries = entriesIn(table, kept);
  const all = [...currenciesOf(entries), ...likely];
  const read = entries.map((entry) => readEntry(entry, all));
  const currency = read[0]?.currency;
  return currency && read.every((each) => each?.currency === currency)
    ? { amount: sumOf(read.map(({ amount }) => amount)), currency }
    : null;
}

/** @param {Sum | null} charged @param {Sum | null} agreed @returns {Sum | null}  nothing where no more was charged than agreed */
export function overcharge(charged, agreed) {
  if (!charged || !agreed || charged.currency !== agreed.currency) {
    return null;
  }
  const amount = differenceOf(charged.amount, agreed.amount);
  return amount.startsWith("-") || isNothing(amount) ? null : { amount, currency: charged.currency };
}

/** @param {Sum} one @param {Sum} other */
export function isSame(one, other) {
  return one.currency === other.currency && isNothing(differenceOf(one.amount, other.amount));
}

function isNothing(amount) {
  return !/[1-9]/.test(amount);
}

function moneyColumns(field) {
  return field.columns?.filter(({ type }) => type === "money") ?? [];
}
