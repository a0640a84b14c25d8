/** The ways that are left where nothing came: the share sheet, the text by hand, the reader's own browser. */

import { copied, select } from "./copy.js";
import { copyOf, deskData, deskIsHere, wordsOf } from "./desk.js";
import { element, find } from "./markup.js";
import { webAddress } from "./web-address.js";

/** By what an app's own browser names itself. It chooses words, nothing else. */
const APPS = { wechat: /MicroMessenger/i, line: /\bLine\//i, facebook: /FBA[NV]|FB_IAB|Messenger|Instagram/ };

/** @param {HTMLElement} place @param {HTMLElement} said @param {import("./ways-left.js").Left} left */
export async function fillIn(place, said, left) {
  await deskIsHere();
  place.append(copyOf("nothing-came"));
  const words = wordsOf("nothing-came");
  const fold = find(place, "details");
  const asked = left.asked === "file";
  fold.open = !asked;
  find(fold, "summary").textContent = asked ? words.file : words.ways;
  if (!asked && place.isConnected) {
    said.textContent = words[left.asked];
  }
  const heard = find(place, ".left-said");
  offerToShare(find(place, ".left-share"), left, heard, words);
  find(place, ".left-text").prepend(element("p", { textContent: left.kind === "case" ? words.caseText : words.text }));
  find(place, ".left-texts").append(...left.texts.filter(({ text }) => text).map((part) => copyable(part, heard, words)));
  const address = webAddress(window.location.href);
  find(place, ".left-how").textContent = howToOpen(find(place, ".left-how").dataset);
  find(place, ".left-address").textContent = address ?? "";
}

/**
 * Where the browser says that its share sheet takes such a file.
 * @param {HTMLElement} way @param {import("./ways-left.js").Left} left @param {HTMLElement} heard @param {DOMStringMap} words
 */
function offerToShare(way, { file }, heard, words) {
  way.hidden = !(file && navigator.canShare?.({ files: [file] }));
  find(way, "button").addEventListener("click", async () => {
    try {
      await navigator.share({ files: [file] });
    } catch (error) {
      if (error.name !== "AbortError") {
        way.hidden = true; // Some take but a few types of files, and say so only now.
        heard.textContent = words.shareRefused;
      }
    }
  });
}

/**
 * A text in a box of its own, with a button that copies it.
 * @param {import("./ways-left.js").Left["texts"][number]} part @param {HTMLElement} heard @param {DOMStringMap} words
 */
function copyable({ label, text }, heard, words) {
  const named = label === "to" ? words.to : label && deskData().words[label][deskData().language];
  const box = element("textarea", { readOnly: true, rows: label && label !== "body" ? 1 : 6, value: text, translate: false });
  box.setAttribute("aria-label", named ?? words.text);
  const button = element("button", { type: "button", className: "quiet", textContent: words.copy });
  button.addEventListener("click", async () => {
    const done = await copied(text);
    heard.textContent = done ? words.copied : words.byHand;
    if (!done) {
      select(box, text);
    }
  });
  return element("div", { className: "left-part" }, ...(named ? [element("p", { textContent: named })] : []), box, button);
}

/** @param {DOMStringMap} words  one for each app and system */
function howToOpen(words) {
  const { userAgent } = navigator;
  const app = Object.keys(APPS).find((name) => APPS[name].test(userAgent));
  const system = /iPhone|iPad|iPod/.test(userAgent) ? "Iphone" : "Android";
  return app ? words[`${app}${system}`] : words.other;
}
