/**
 * How an account with a wallet is asked for: by what the wallet chosen knows it, where that was read; by the card or
 * account charged, where the letter goes to the reader's bank. And how it stands in a letter. Pure.
 */

import { filled } from "./joins.js";

const LAST_DIGITS = /^\d{4}$/;
/** The letter has the word already. */
const OWN_LABEL = /^(?:account\s+(?=\S)|[账帳][户戶号號]\s*[：:]?\s*(?=\S))/iu;

/**
 * @param {string} value  as typed @param {import("../page/vocabulary.js").Language} language @param {Desk} desk
 * @returns {string}  four digits alone are said to be the last ones, as the form asks for them
 */
export function accountText(value, language, desk) {
  const account = value.trim().replace(OWN_LABEL, "");
  return LAST_DIGITS.test(account) ? filled(desk.words.ending[language], { digits: account }) : account;
}

const EMAIL = /([^\s@,;，；:：(（])[^\s@,;，；:：(（]*(?=@[^\s@]+\.)/gu;
/** Seven digits or more, as of a phone number, with what people put between them; no part of a name. */
const LONG_NUMBER = /(^|[^\w$@.*+-])((?:\+\s?)?\(?\p{Nd}(?:[\s().-]{0,2}\p{Nd}){6,})(?![\w@])/gu;
const FILLED_IN_BY_BROWSERS = new Set(["email", "tel"]);

/** Whether a field holds what somebody is reached or logs in by. @param {Partial<Field>} field */
export function isReachedBy({ type, autocomplete }) {
  return type === "account" || FILLED_IN_BY_BROWSERS.has(autocomplete);
}

/**
 * What of it a subject shows, which stands on locked screens and in lists of tickets: of an e-mail address its first
 * letter and what is behind the “@”, of a long number its last four digits. A name of one's own making stays whole.
 * @param {string} text  as it stands in the letter's body @param {string} language @param {Desk} desk
 */
export function inSubject(text, language, desk) {
  const ending = (number) => filled(desk.words.ending[language], { digits: number.replace(/\P{Nd}/gu, "").slice(-4) });
  return text.replace(EMAIL, "$1***").replace(LONG_NUMBER, (_, before, number) => before + ending(number));
}

/**
 * The field as its form asks for it. Keys and what a browser may fill in are those of anything where nothing is known.
 * @param {Field} field  of the type `account`, as the desk describes it
 * @param {{name: Texts, through_bank?: true, account?: {kinds: string, autocomplete: string | null, inputmode: string | null, card: boolean}}
 *   | undefined} wallet  as the desk has it
 * @param {Desk} desk
 * @returns {Field & {card?: boolean}}
 */
export function accountAsked(field, wallet, { language, hints }) {
  const asked = { ...field, autocomplete: "off", inputmode: "text" };
  const said = (text, kinds) => ({ [language]: filled(text, { wallet: wallet.name[language], kinds }) });
  if (wallet?.through_bank) {
    return { ...asked, label: said(hints.account.bank_label), help: said(hints.account.bank_help) };
  }
  if (!wallet?.account) {
    return asked;
  }
  const { kinds, autocomplete, inputmode, card } = wallet.account;
  const { of_another: another } = field;
  return {
    ...asked,
    ...(autocomplete && !another && { autocomplete }),
    ...(inputmode && { inputmode }),
    card,
    label: said(another ? another[language] : hints.account.label, kinds),
    help: said(hints.account.help, kinds),
  };
}
