import { element } from "./markup.js";

/**
 * One sheet, and nothing else of the page, on paper.
 *
 * @typedef {{text: string, kind?: string}} Paragraph  `kind` as a letter's frame names it
 *
 * @param {string} language  of the sheet
 * @param {Paragraph[]} paragraphs
 */
export function printSheet(language, paragraphs) {
  const lines = paragraphs.map(({ text, kind = "body" }) => element("p", { className: `sheet-${kind}`, textContent: text }));
  printOnly(element("section", { className: "print-sheet", lang: language }, ...lines));
}

/** Print an element alone: it joins the page for as long as the printing lasts. @param {HTMLElement} sheet */
export function printOnly(sheet) {
  document.body.append(sheet);
  document.documentElement.classList.add("printing-sheet");
  window.addEventListener("afterprint", () => {
    sheet.remove();
    document.documentElement.classList.remove("printing-sheet");
  }, { once: true });
  window.print();
}
