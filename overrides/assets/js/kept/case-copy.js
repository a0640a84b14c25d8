/** A copy of everything in one tap: the case file, without a passphrase. */

import { fill } from "../page/markup.js";
import { saveFile } from "../page/save-file.js";
import { CaseFileError, pack } from "./case-file.js";
import { carried } from "./cases.js";
import { noteCopy } from "./copies.js";
import { today } from "./device-time.js";

/**
 * Hand the browser a copy of all that is kept, and of what found no room and is on this page alone.
 * @param {HTMLElement} said  where the reader is told of it
 * @param {DOMStringMap} words  how the file is called, and what is said of it or where it would be too long to be read again
 */
export function saveCopy(said, { fileName, copied, copyTooBig }) {
  const name = `${fill(fileName, { date: today() })}.json`;
  try {
    const text = pack(carried(), { now: new Date() });
    noteCopy();
    saveFile(new File([text], name, { type: "application/json" }), said, text, "case");
    said.textContent = fill(copied, { name });
  } catch (error) {
    if (!(error instanceof CaseFileError)) {
      throw error;
    }
    said.textContent = copyTooBig;
  }
}
