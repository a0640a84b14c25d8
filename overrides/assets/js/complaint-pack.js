/** The complaint pack: cover, letter, attachments, timeline and contact log as one thing to print. */

import { contacts, files } from "./cases.js";
import { today } from "./clock.js";
import { deskData } from "./desk.js";
import { annexLines, contactLines, dueLine, moment } from "./filling.js";
import { fill } from "./markup.js";
import { isTicked } from "./ticks.js";
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
  const known = files(builder.issue);
  const evidence = Object.entries(desk.issues[builder.issue].evidence).filter(([item]) => isTicked(item));
  const sections = [
    [words.letter, letter.map(({ text }) => text)],
    [words.annexes, lines(annexLines(evidence.map(([item, name]) => ({ name, file: known[item] })), language, desk))],
    [words.timeline, timeline(log, value("story"), language, desk)],
    [words.log, lines(contactLines(log, language, desk))],
  ];
  const pack = document.createElement("section");
  pack.className = "print-sheet pack";
  pack.lang = language;
  pack.append(
    cover(words, ["matter", "entity", "account", "transaction", "amount", "happened", "name", "contact"]
      .filter((field) => desk.fields[field] && value(field)).map((field) => [desk.fields[field].label[language], value(field)]),
    sections.map(([title]) => title), language),
    ...sections.map(([title, texts]) => section(title, texts.length ? texts : [words.none])),
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

function section(title, texts) {
  const place = document.createElement("section");
  place.append(element("h2", title), ...texts.map((text) => element("p", text)));
  return place;
}

/** What happened as the reader told it, then what is dated: contacts and what was promised, in order of day. */
function timeline(log, story, language, desk) {
  const dated = log.flatMap((contact) => [
    { at: contact.when?.local, text: [moment(contact.when ?? {}, language, desk), contact.said].filter(Boolean).join("  ") },
    { at: contact.promised, text: dueLine(contact, language, desk) },
  ]).filter(({ at, text }) => at && text);
  return [...lines(story), ...dated.sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))).map(({ text }) => text)];
}

function lines(text) {
  return text.split("\n").filter((line) => line.trim());
}

function element(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
