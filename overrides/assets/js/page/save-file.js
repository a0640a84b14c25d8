import { element } from "./markup.js";
import { offer } from "./ways-left.js";

/**
 * Ask the browser to save a file. Nobody is told whether it did: so what helps if it did not stands below the place
 * where the reader is told that it was asked.
 * @param {File} file @param {HTMLElement} said @param {string} text  what of it can be copied by hand
 * @param {"text" | "case"} [kind]  what that text is @returns {Promise<void>} until that stands there
 */
export function saveFile(file, said, text, kind = "text") {
  const link = element("a", { href: URL.createObjectURL(file), download: file.name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Some browsers read it after the click.
  return offer(said, { asked: "file", file, texts: [{ text }], kind });
}
