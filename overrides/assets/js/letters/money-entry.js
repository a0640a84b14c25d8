/**
 * An amount and the list of currencies beside it, in a field or in a row: which currency counts is chosen in the list,
 * and below stands how the amount will stand in the letter, or how to write it.
 *
 * @import { Language } from "../page/vocabulary.js"
 */

import { CURRENCIES } from "../kept/currencies.js";
import { currencyName, formatMoney, readMoney } from "../kept/money.js";
import { deskData } from "../page/desk.js";
import { fill, find } from "../page/markup.js";
import { LANGUAGES } from "../page/vocabulary.js";
import { isSame, readEntry } from "./letter-money.js";

let names;

/** Fill the list of an entry: every currency, by name. @param {HTMLElement} entry */
export function offerCurrencies(entry) {
  const [, all] = entry.querySelectorAll("optgroup");
  all.append(...inOrder().map(option));
}

/**
 * Show which currency counts, and how the amount is read.
 * @param {HTMLElement} entry
 * @param {import("./letter-money.js").Entry} typed
 * @param {{likely: string[], language: Language, sum?: import("./letter-money.js").Sum | null}} context
 *   what the rest of the letter makes likely; the language in which it will be sent; what its figures come to
 */
export function showMoney(entry, typed, { likely, language, sum }) {
  const read = readMoney(typed.typed, [typed.chosen, ...likely]);
  const currency = typed.typed.trim() ? read.currency : typed.chosen || likely[0] || null;
  offerFirst(entry, currency, read.candidates, likely);
  find(entry, "select").value = currency ?? "";
  const whole = readEntry(typed, likely);
  const [reads, fault] = [find(entry, ".field-reads"), find(entry, ".field-fault")];
  reads.textContent = whole ? fill(reads.dataset.inLetter, { text: formatMoney(whole, language) }) : "";
  const words = faultOf(read, whole, sum);
  fault.textContent = words ? fill(fault.dataset[words], sayBoth(whole, sum)) : "";
  find(entry, "input").setAttribute("aria-invalid", String(read.unclear !== null));
}

/** The amount without the currency that was typed with it, once the reader has chosen another; null where it may stay. */
export function amountFor(typed, chosen) {
  const { amount, currency } = readMoney(typed, [chosen]);
  return chosen && currency !== chosen ? amount : null;
}

/** By which of its words a fault is called, if there is one. */
function faultOf(read, whole, sum) {
  if (read.unclear) {
    return read.unclear;
  }
  if (read.amount !== null && !whole) {
    return "which";
  }
  return whole && sum && !isSame(whole, sum) ? "otherSum" : null;
}

function sayBoth(whole, sum) {
  const { language } = deskData();
  return whole && sum ? { sum: formatMoney(sum, language), typed: formatMoney(whole, language) } : {};
}

/** What the typed sign can stand for comes first, then what is likely, then the currencies of the guide's regions. */
function offerFirst(entry, currency, candidates, likely) {
  const regional = Object.values(deskData().regions).map((region) => region.currency);
  const near = regional.filter((code) => candidates.includes(code));
  const first = [...new Set([...(near.length ? near : candidates), currency, ...likely, ...regional])].filter(Boolean);
  const [group] = entry.querySelectorAll("optgroup");
  if (group.dataset.codes !== first.join(" ")) {
    group.dataset.codes = first.join(" ");
    group.replaceChildren(...first.map(option));
  }
}

function option(code) {
  const name = currencyName(code, deskData().language);
  return new Option(name === code ? code : `${name} ${code}`, code);
}

function inOrder() {
  const { language } = deskData();
  const { compare } = new Intl.Collator(LANGUAGES[language].locale);
  names ??= [...CURRENCIES].sort((one, other) => compare(currencyName(one, language), currencyName(other, language)));
  return names;
}
