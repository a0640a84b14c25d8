/**
 * The line that offers the Traditional edition, shown by page/early.js to whom it fits, is shown on one page alone, and to
 * nobody who has that edition open: who taps it before this has come would be told again on the way back.
 */

import { pageLanguage } from "../page/page-language.js";
import { noteOffered } from "./visits.js";

if (pageLanguage === "zh-Hant" || document.querySelector(".language-note")) {
  noteOffered();
}
