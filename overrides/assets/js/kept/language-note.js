/** The line that offers the Traditional edition, shown by page/early.js to whom it fits, is shown on one page alone. */

import { noteOffered } from "./visits.js";

if (document.querySelector(".language-note")) {
  noteOffered();
}
