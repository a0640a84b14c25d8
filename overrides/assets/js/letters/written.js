/** What the reader wrote and a letter or a pack may carry: each text with its place, so that it can be named and changed there. */

import { tickedEvidence } from "../checklists/evidence.js";
import { contacts, dayOfContact, fieldKey, keep, keepContact, keepFile } from "../kept/cases.js";
import { read } from "../kept/store.js";
import { formatDay } from "../kept/values.js";
import { rowsOf } from "./kept-value.js";

/**
 * @typedef {object} Written
 * @property {string} where  what the place is called, in the reader's language
 * @property {string} text
 * @property {boolean} [isReference]  whether the numbers in it are those of orders, payments and cases
 * @property {(text: string) => void} put  keep another text in its place
 */

const FREE_TEXT = new Set(["line", "lines", "account"]);

/** @param {string} issue @param {string} letter @param {Desk} desk @returns {Written[]} */
export function writtenIn(issue, letter, desk) {
  return [...inFields(issue, letter, desk), ...inLog(issue, desk), ...fileNames(issue, desk)];
}

function inFields(issue, letter, { fields, language }) {
  return Object.entries(fields).flatMap(([id, field]) => {
    const key = fieldKey({ id, ...field }, issue, letter);
    const where = field.label[language];
    if (field.type === "table") {
      return inRows(issue, key, field, where);
    }
    const text = FREE_TEXT.has(field.type) ? read(key) : null;
    return text ? [{ where, text, isReference: field.reference, put: (changed) => keep(issue, { [key]: changed }) }] : [];
  });
}

function inRows(issue, key, { columns }, where) {
  return rowsOf(read(key)).flatMap((row, index) => columns.filter(({ id, type }) => !type && row[id]).map(({ id, reference }) => ({
    where,
    text: row[id],
    isReference: reference,
    put(changed) {
      const rows = rowsOf(read(key));
      rows[index] = { ...rows[index], [id]: changed };
      keep(issue, { [key]: JSON.stringify(rows) });
    },
  })));
}

/** @param {string} issue @param {Desk} desk @returns {Written[]} */
function inLog(issue, { contact: fields, language, words }) {
  return contacts(issue).flatMap((contact) => ["who", "reference", "said"].filter((name) => contact[name]).map((name) => ({
    where: [words.pack.log[language], formatDay(dayOfContact(contact), language)].filter(Boolean).join(" · "),
    text: String(contact[name]),
    isReference: fields[name].reference,
    put: (changed) => keepContact(issue, { ...contacts(issue).find(({ id }) => id === contact.id), [name]: changed }),
  })));
}

/** @param {string} issue @param {Desk} desk @returns {Written[]} */
function fileNames(issue, { language, words }) {
  return tickedEvidence(issue).filter(({ file }) => file).map(({ item, file: { name, size, sha256 } }) => ({
    where: words.pack.annexes[language],
    text: name,
    put: (changed) => keepFile(issue, item, { name: changed, size, sha256 }),
  }));
}
