import { element } from "./markup.js";

/** Give the reader a file to keep. @param {Blob} blob @param {string} name */
export function saveFile(blob, name) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000); // Some browsers read it after the click.
}
