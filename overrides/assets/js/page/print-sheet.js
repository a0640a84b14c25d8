import { whenPrintBegins } from "./print-begins.js";
import { offer, withdraw } from "./ways-left.js";

/** Milliseconds within which a browser that prints says that it begins. */
const SECOND = 1000;
/** Milliseconds for which a sheet waits for one that asks its reader first. */
const MINUTE = 60_000;

const BLOCKS = "h2, h3, h4, p, dt, dd, li";

/** @type {(() => void) | null} */
let drop = null;

/**
 * Print an element alone: it joins the page for as long as the printing lasts. Where the browser does not begin to,
 * its text is left to copy.
 * @param {HTMLElement} sheet @param {HTMLElement} said  where that is said @param {string} [text]
 */
export function printOnly(sheet, said, text = textOf(sheet)) {
  dropSheet();
  withdraw(said);
  document.body.append(sheet);
  document.documentElement.classList.add("printing-sheet");
  const waiting = [
    setTimeout(() => offer(said, { asked: "print", texts: [{ text }] }), SECOND),
    setTimeout(dropSheet, MINUTE),
  ];
  const stopWaiting = () => waiting.forEach(clearTimeout);
  whenPrintBegins(() => {
    stopWaiting();
    withdraw(said);
    said.textContent = "";
  });
  drop = () => {
    stopWaiting();
    whenPrintBegins(null);
    window.removeEventListener("afterprint", dropSheet);
    sheet.remove();
    document.documentElement.classList.remove("printing-sheet");
  };
  window.addEventListener("afterprint", dropSheet);
  window.print?.();
}

/** No sheet of an earlier print is left on the page. */
export function dropSheet() {
  drop?.();
  drop = null;
}

/** What a sheet says, each of its blocks on a line of its own. @param {HTMLElement} sheet */
function textOf(sheet) {
  const blocks = new Map();
  const texts = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { parentElement, textContent } = texts.currentNode;
    const block = parentElement.closest(BLOCKS);
    blocks.set(block, (blocks.get(block) ?? "") + textContent);
  }
  blocks.delete(null);
  return [...blocks.values()].map((text) => text.trim()).filter(Boolean).join("\n");
}
