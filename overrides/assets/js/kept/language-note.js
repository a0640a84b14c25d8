/**
 * The line that offers the Traditional edition, shown by page/early.js to whom it fits, is shown on one page alone.
 *
 *   language-offered   the day on which it was
 */

import { today } from "./device-time.js";
import { writeIfRoom } from "./store.js";

if (document.querySelector(".language-note")) {
  writeIfRoom("language-offered", today());
}
