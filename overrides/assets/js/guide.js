/** The guide's one script: every custom element registers itself when its module loads. */
import "./letter-text.js";
import "./tick-list.js";
