/** A copy of everything: the case file, locked if the reader wants. */

import { fill } from "../page/markup.js";
import { saveFile } from "../page/save-file.js";
import { withdraw } from "../page/ways-left.js";
import { CaseFileError, lock, pack } from "./case-file.js";
import { carried } from "./cases.js";
import { noteCopy } from "./copies.js";
import { today } from "./device-time.js";

/**
 * Hand the browser a copy of all that is kept, and of what found no room and is on this page alone.
 * @param {HTMLElement} said  where the reader is told of it
 * @param {DOMStringMap} words  `fileName`, `copied`, `copyTooBig`: how the file is called, and what is said of it or where it would be too long to be read again
 * @param {string} [passphrase]
 */
export async function saveCopy(said, { fileName, copied, copyTooBig }, passphrase = "") {
  const name = `${fill(fileName, { date: today() })}.json`;
  try {
    const open = pack(carried(), { now: new Date() });
    const text = passphrase ? await lock(open, passphrase) : open;
    noteCopy();
    saveFile(new File([text], name, { type: "application/json" }), said, text, "case");
    said.textContent = fill(copied, { name });
  } catch (error) {
    if (!(error instanceof CaseFileError)) {
      throw error;
    }
    withdraw(said);
    said.textContent = copyTooBig;
  }
}
