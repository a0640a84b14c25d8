/** The complaint pack: cover, letter, attachments, timeline and contact log as one thing to print. */

import { contacts } from "./cases.js";
import { today } from "./clock.js";
import { copyOf, deskData } from "./desk.js";
import { tickedEvidence } from "./evidence.js";
import { annexLines, contactLines, dueLine, moment } from "./filling.js";
import { fill } from "./markup.js";
import { timeline } from "./timeline.js";
import { formatDay } from "./values.js";

/**
 * @param {LetterBuilder} builder @param {"zh" | "en"} language
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
  const pack = document.createElement("section");
  pack.className = "print-sheet pack";
  pack.lang = language;
  pack.append(
    cover(words, ["matter", "entity", "account", "transaction", "amount", "happened", "name", "contact"]
      .filter((field) => desk.fields[field] && value(field)).map((field) => [desk.fields[field].label[language], value(field)]),
    sections.map(([title]) => title), language),
    ...sections.map(([title, texts, days = []]) => section(title, texts.length + days.length ? texts : [words.none], days)),
  );
  return pack;
}

function cover(words, facts, titles, language) {
  const page = section(words.title, [fill(words.prepared, { date: formatDay(today(), language) })]);
  const list = document.createElement("dl");
  list.append(...facts.flatMap(([label, text]) => [element("dt", label), element("dd", text)]));
  const contents = document.createElement("ul");
  contents.append(...titles.map((title) => element("li", title)));
  page.append(list, element("h3", words.contents), contents);
  return page;
}

/** A section; its days, if it has any, as a picture of numbered marks and the list that they number. */
function section(title, texts, days = []) {
  const place = document.createElement("section");
  place.append(element("h2", title), ...texts.map((text) => element("p", text)));
  if (days.length > 0) {
    const list = document.createElement("ol");
    list.append(...days.map(({ said }) => element("li", said)));
    place.append(timeline(days, copyOf("timeline")), list);
  }
  return place;
}

/** What is dated: contacts and what was promised, in order of time. What is no day has no place on a line of days. */
function dated(log, language, desk) {
  const days = log.flatMap((contact) => [
    { at: contact.when?.local, kind: "contact", said: [moment(contact.when ?? {}, language, desk), contact.said].filter(Boolean).join("  ") },
    { at: contact.promised, kind: "promised", said: dueLine(contact, language, desk) },
  ]).map((each) => ({ ...each, day: String(each.at ?? "").slice(0, 10) }));
  return days.filter(({ day, said }) => said && formatDay(day, language)).sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
}

function lines(text) {
  return text.split("\n").filter((line) => line.trim());
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
