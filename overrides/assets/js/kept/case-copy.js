/** A copy of everything in one tap: the case file, without a passphrase. */

import { fill } from "../page/markup.js";
import { saveFile } from "../page/save-file.js";
import { CaseFileError, pack } from "./case-file.js";
import { carried } from "./cases.js";
import { noteCopy } from "./copies.js";
import { today } from "./device-time.js";

/**
 * Hand the browser a copy of all that is kept, and of what found no room and is on this page alone.
 * @param {string} words  what the file is called, with `{date}`
 * @returns {string | null} its name; null where it would be too long to be read again
 */
export function saveCopy(words) {
  const name = `${fill(words, { date: today() })}.json`;
  try {
    saveFile(new Blob([pack(carried(), { now: new Date() })], { type: "application/json" }), name);
  } catch (error) {
    if (error instanceof CaseFileError) {
      return null;
    }
    throw error;
  }
  noteCopy();
  return name;
}
