/** Copying, and what a browser says of it. */

/** Milliseconds that a browser has for it. In some apps the answer never comes. */
const SECOND = 1000;

/**
 * Copy a text. @param {string} text
 * @returns {Promise<boolean>} whether the browser says, within a second, that it did; else the reader's own hand is left
 */
export function copied(text) {
  return inASecond(() => navigator.clipboard.writeText(text));
}

/** The same for what is more than text. @param {Record<string, string>} texts  by their type @returns {Promise<boolean>} */
export function copiedAs(texts) {
  const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })]);
  return inASecond(() => navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]));
}

/** @param {() => Promise<void>} act  which throws where there is no clipboard, or no secure context for it */
async function inASecond(act) {
  const late = new Promise((resolve) => { setTimeout(() => resolve(false), SECOND); });
  try {
    return await Promise.race([act().then(() => true), late]);
  } catch {
    return false;
  }
}

/** Put a text before the reader, selected, to be copied by hand. @param {HTMLTextAreaElement} box @param {string} text */
export function select(box, text) {
  box.hidden = false;
  box.value = text;
  box.focus();
  box.select();
}
