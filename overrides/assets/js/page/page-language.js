import { find } from "./markup.js";

/**
 * The language that the page was written in: a browser that translates it may write its own into `html[lang]`.
 * @type {import("./vocabulary.js").Language}
 */
export const pageLanguage = find(document.head, "meta[name=guide-language]").content;
