/** The guide's one script: every custom element registers itself when its module loads. */
import "./case-bar.js";
import "./case-keep.js";
import "./case-notice.js";
import "./case-transfer.js";
import "./copy-text.js";
import "./deadline-clock.js";
import "./letter-builder.js";
import "./my-case.js";
import "./open-target.js";
import "./provider-choice.js";
import "./provider-finder.js";
import "./provider-freeze.js";
import "./region-choice.js";
import "./tick-list.js";
