import { asked, keepAsked } from "../kept/store.js";

/**
 * For who comes back to a page, whatever way they left it, the words that stood in a box stand there again. The page’s place
 * in the history of the tab knows only under which name they are kept, so that erasing erases them there too.
 * @param {HTMLInputElement} box @param {string} which  of the boxes of a page
 */
export function bringBack(box, which) {
  const name = () => history.state?.[which];
  const keep = () => {
    if (!name() && box.value) {
      history.replaceState({ ...history.state, [which]: String(crypto.getRandomValues(new Uint32Array(1))[0]) }, "");
    }
    if (name()) {
      keepAsked(name(), box.value);
    }
  };
  box.value ||= name() ? asked(name()) : "";
  keep(); // Somebody may have typed before this came.
  box.addEventListener("input", keep);
  // The box is emptied after it is told.
  box.form?.addEventListener("reset", () => setTimeout(keep));
}
