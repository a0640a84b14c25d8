/**
 * The complaint pack: cover, letter, attachments, timeline and contact log as one thing to print.
 * @import { Language } from "../page/vocabulary.js"
 */

import { tickedEvidence } from "../checklists/evidence.js";
import { contacts } from "../kept/cases.js";
import { inOrder } from "../kept/days.js";
import { today } from "../kept/device-time.js";
import { formatDay } from "../kept/values.js";
import { copyOf, deskData } from "../page/desk.js";
import { element, fill } from "../page/markup.js";
import { COVER_FIELDS } from "../page/vocabulary.js";
import { timeline } from "../regions/timeline.js";
import { annexLines, contactLines, dueLine, moment } from "./field-text.js";

/**
 * @param {import("./letter-builder.js").Builder} builder @param {Language} language
 * @param {{text: string, kind?: string}[]} letter  its paragraphs
 * @returns {HTMLElement} to be printed
 */
export function complaintPack(builder, language, letter) {
  const desk = deskData();
  const words = Object.fromEntries(Object.entries(desk.words.pack).map(([name, text]) => [name, text[language]]));
  const value = (field) => builder.valueOf(field, language);
  const log = contacts(builder.issue);
  const sections = [
    [words.letter, letter.map(({ text }) => text)],
    [words.annexes, lines(annexLines(tickedEvidence(builder.issue), language, desk))],
    [words.timeline, lines(value("story")), dated(log, language, desk)],
    [words.log, lines(contactLines(log, language, desk))],
  ];
  const facts = COVER_FIELDS.filter((field) => desk.fields[field] && value(field))
    .map((field) => [desk.fields[field].label[language], value(field)]);
  return element(
    "section",
    { className: "print-sheet pack", lang: language },
    cover(words, facts, sections.map(([title]) => title), language),
    ...sections.map(([title, texts, days = []]) => section(title, texts.length + days.length ? texts : [words.none], days)),
  );
}

function cover(words, facts, titles, language) {
  const page = section(words.title, [fill(words.prepared, { date: formatDay(today(), language) })]);
  page.append(
    element("dl", {}, ...facts.flatMap(([label, text]) => [element("dt", { textContent: label }), element("dd", { textContent: text })])),
    element("h3", { textContent: words.contents }),
    element("ul", {}, ...titles.map((title) => element("li", { textContent: title }))),
  );
  return page;
}

/** A section; its days, if it has any, as a picture of numbered marks and the list that they number. */
function section(title, texts, days = []) {
  const place = element("section", {}, element("h2", { textContent: title }), ...texts.map((text) => element("p", { textContent: text })));
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

function lines(text) {
  return text.split("\n").filter((line) => line.trim());
}
