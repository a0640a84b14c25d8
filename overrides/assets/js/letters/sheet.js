/**
 * A letter on a sheet of paper. Each line is a block of its own, for on paper a line is indented, kept with the next or
 * broken off alone. Plain text has no such places: there the order of the paragraphs, which is that of the language,
 * must do. Full-width spaces before a Chinese paragraph would not survive: web forms cut them off, and a word processor
 * that indents by itself would indent twice.
 */
import { element } from "../page/markup.js";
import { LANGUAGES } from "../page/vocabulary.js";
import { isItem } from "./letter.js";

/** @typedef {{text: string, kind: string}} Paragraph  `kind` as a letter's frame names it */

/** @param {string} language @param {Paragraph[]} paragraphs @returns {HTMLElement} to be printed */
export function letterSheet(language, paragraphs) {
  return element("section", { className: "print-sheet letter-sheet", lang: language, translate: false }, ...onPaper(paragraphs));
}

/** The paragraphs with their lines, which stay apart for whoever takes the text alone. @param {Paragraph[]} paragraphs */
export function onPaper(paragraphs) {
  return paragraphs.map(({ text, kind }) => (
    element("p", { className: `letter-line letter-${kind}` }, ...text.split("\n").flatMap((line, index) => (
      [index ? "\n" : "", element("span", { className: isItem(line) ? "sheet-line sheet-item" : "sheet-line", textContent: line })]
    )))
  ));
}

/**
 * The letter with the postal addresses under the names that they belong to; the writer's where the writer's name first
 * stands.
 * @param {Paragraph[]} paragraphs @param {{sender: string, addressee: string}} addresses  "" for none
 * @returns {Paragraph[]}
 */
export function addressed(paragraphs, { sender, addressee }) {
  const writer = paragraphs.find(({ kind }) => kind === "sender" || kind === "signature");
  const under = (paragraph) => (paragraph === writer ? sender : paragraph.kind === "addressee" ? addressee : "");
  return paragraphs.map((paragraph) => ({ ...paragraph, text: [paragraph.text, under(paragraph)].filter(Boolean).join("\n") }));
}

/** Where a kind of paragraph stands in a letter of that width, if not on the left. */
const PLACED = {
  full: { subject: "center", signature: "right", date: "right" },
  half: { sender: "right", date: "right" },
};

/** What stands on a sheet, as plain text. @param {HTMLElement} sheet */
export function textIn(sheet) {
  return [...sheet.querySelectorAll("h2, h3, p, dt, dd, li")].map(({ textContent }) => textContent).join("\n");
}

/** The letter as a mail program or a word processor takes it, in HTML. @param {string} language @param {Paragraph[]} paragraphs */
export function formatted(language, paragraphs) {
  const placed = PLACED[LANGUAGES[language].fullWidth ? "full" : "half"];
  const written = paragraphs.map(({ text, kind }) => {
    const lines = text.split("\n").flatMap((line, index) => (index ? [element("br"), line] : [line]));
    const paragraph = element("p", {}, ...(kind === "subject" ? [element("strong", {}, ...lines)] : lines));
    // As mail programs know it; the page's own policy would have the browser complain of a style.
    if (placed[kind]) {
      paragraph.setAttribute("align", placed[kind]);
    }
    return paragraph;
  });
  return element("div", {}, ...written).innerHTML;
}
