/**
 * The complaint pack: cover, letter, attachments, timeline and contact log as one thing to print.
 * @import { Language } from "../page/vocabulary.js"
 */

import { contacts } from "../kept/cases.js";
import { inOrder } from "../kept/days.js";
import { today } from "../kept/device-time.js";
import { formatDay } from "../kept/values.js";
import { copyOf } from "../page/desk.js";
import { element, fill } from "../page/markup.js";
import { COVER_FIELDS } from "../page/vocabulary.js";
import { timeline } from "../regions/timeline.js";
import { annexLines, contactLines, dayThere, dueLine, moment } from "./field-text.js";
import { onPaper } from "./sheet.js";

/**
 * @param {import("./letter-builder.js").Builder} builder @param {Language} language
 * @param {import("./sheet.js").Paragraph[]} letter
 * @returns {HTMLElement} to be printed
 */
export function complaintPack(builder, language, letter) {
  const { desk } = builder;
  const words = Object.fromEntries(Object.entries(desk.words.pack).map(([name, text]) => [name, text[language]]));
  const value = (field) => builder.valueOf(field, language);
  const log = contacts(builder.issue);
  const sections = [
    [words.letter, onPaper(letter)],
    [words.annexes, lineByLine(annexLines(builder.annexes, language, desk))],
    [words.timeline, lineByLine(value("story")), dated(log, language, desk)],
    [words.log, lineByLine(contactLines(log, language, desk))],
  ];
  const facts = COVER_FIELDS.filter((field) => desk.fields[field] && value(field))
    .map((field) => [desk.fields[field].label[language], value(field)]);
  return element(
    "section",
    { className: "print-sheet pack", lang: language, translate: false },
    cover(words, facts, sections.map(([title]) => title), dayThere(today(), language, desk)),
    ...sections.map(([title, content, days = []]) => section(title, content.length + days.length ? content : lineByLine(words.none), days)),
  );
}

function cover(words, facts, titles, date) {
  const page = section(words.title, lineByLine(fill(words.prepared, { date })));
  page.append(
    element("dl", {}, ...facts.flatMap(([label, text]) => [element("dt", { textContent: label }), element("dd", { textContent: text })])),
    element("h3", { textContent: words.contents }),
    element("ul", {}, ...titles.map((title) => element("li", { textContent: title }))),
  );
  return page;
}

/** A section; its days, if it has any, as a picture of numbered marks and the list that they number. */
function section(title, content, days = []) {
  const place = element("section", {}, element("h2", { textContent: title }), ...content);
  if (days.length > 0) {
    place.append(timeline(days, copyOf("timeline")), element("ol", {}, ...days.map(({ said }) => element("li", { textContent: said }))));
  }
  return place;
}

/** What is dated: contacts and what was promised, in order of time. What is no day has no place on a line of days. */
function dated(log, language, desk) {
  const days = log.flatMap((contact) => [
    { at: contact.when?.local, kind: "contact", said: [moment(contact.when ?? {}, language, desk), contact.said].filter(Boolean).join("  ") },
    { at: contact.promised, kind: "promised", said: dueLine(contact, language, desk) },
  ]).map((each) => ({ ...each, day: String(each.at ?? "").slice(0, 10) }));
  return days.filter(({ day, said }) => said && formatDay(day, language)).sort((a, b) => inOrder(a.at, b.at));
}

/** A paragraph for each line that says something. */
function lineByLine(text) {
  return text.split("\n").filter((line) => line.trim()).map((line) => element("p", { textContent: line }));
}
