/**
 * A letter as a .docx that Word, WPS and LibreOffice open: the fewest parts of Office Open XML (ISO/IEC 29500-1) that
 * need no repair, with real heading styles so that screen readers find their way.
 */
import { LANGUAGES } from "../page/vocabulary.js";
import { zip } from "./zip.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// In twentieths of a point.
const PAPERS = { a4: { width: 11906, height: 16838 }, letter: { width: 12240, height: 15840 } };
const MARGIN = 1417; // 2.5 cm

// It draws “ ” … — as wide as the Chinese around them.
const FULL_WIDTH_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';

/**
 * @param {object} letter
 * @param {string} letter.title  for the file's properties
 * @param {{text: string, style?: "heading" | "body"}[]} letter.paragraphs  line breaks, tabs and spaces are kept
 * @param {import("../page/vocabulary.js").Language} letter.language
 * @param {"a4" | "letter"} letter.paper
 * @param {Date} [letter.when]  when it was written
 * @returns {Blob}  what XML cannot carry (control characters, half a surrogate pair) is left out
 */
export function letterDocx({ title, paragraphs, language, paper, when = new Date() }) {
  const parts = {
    "[Content_Types].xml": contentTypes(),
    "_rels/.rels": packageRelations(),
    "docProps/core.xml": coreProperties(title, language, when),
    "docProps/app.xml": `<Properties xmlns="${OFFICE}/extended-properties"></Properties>`,
    "word/document.xml": wordDocument(paragraphs, language, PAPERS[paper]),
    "word/_rels/document.xml.rels": documentRelations(),
    "word/styles.xml": styles(language),
    "word/settings.xml": settings(),
  };
  const encoder = new TextEncoder();
  const files = Object.entries(parts).map(([name, xml]) => ({
    name,
    data: encoder.encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  }));
  return new Blob([zip(files, when)], { type: DOCX });
}

// Text --------------------------------------------------------------------------------------

const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF\p{Surrogate}]/gu;
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const BREAKS = { "\n": "<w:br/>", "\t": "<w:tab/>" };

function escapeXml(text) {
  return text.replace(NOT_IN_XML, "").replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

function runContent(text) {
  return text.replace(/\r\n?/g, "\n").split(/([\n\t])/).filter(Boolean)
    .map((piece) => BREAKS[piece] ?? `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`).join("");
}

// Parts -------------------------------------------------------------------------------------

function wordDocument(paragraphs, language, { width, height }) {
  const hint = LANGUAGES[language].fullWidth ? FULL_WIDTH_HINT : "";
  const body = paragraphs.map(({ text, style }) => {
    const properties = style === "heading" ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : "";
    return `<w:p>${properties}<w:r>${hint}${runContent(text)}</w:r></w:p>`;
  });
  const margins = ["top", "right", "bottom", "left"].map((side) => `w:${side}="${MARGIN}"`).join(" ");
  return `<w:document xmlns:w="${MAIN}"><w:body>${body.join("")}<w:sectPr>`
    + `<w:pgSz w:w="${width}" w:h="${height}"/>`
    + `<w:pgMar ${margins} w:header="708" w:footer="708" w:gutter="0"/>`
    + "</w:sectPr></w:body></w:document>";
}

function styles(language) {
  const { locale } = LANGUAGES[language];
  return `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>`
    + '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/>'
    + '<w:sz w:val="22"/><w:szCs w:val="22"/>'
    + `<w:lang w:val="${locale}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>`
    + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    + '<w:spacing w:after="160" w:line="320" w:lineRule="auto"/>'
    + "</w:pPr></w:pPrDefault></w:docDefaults>"
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>'
    + '<w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr>'
    + '<w:rPr><w:b/><w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style></w:styles>';
}

/** Without these, Word 2013 and later open the letter in "compatibility mode". */
function settings() {
  return `<w:settings xmlns:w="${MAIN}"><w:compat><w:compatSetting w:name="compatibilityMode"`
    + ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>';
}

function coreProperties(title, language, when) {
  const time = `${when.toISOString().slice(0, 19)}Z`;
  return `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"`
    + ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    + `<dc:title>${escapeXml(title)}</dc:title><dc:language>${LANGUAGES[language].locale}</dc:language>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${time}</dcterms:created>`
    + `<dcterms:modified xsi:type="dcterms:W3CDTF">${time}</dcterms:modified></cp:coreProperties>`;
}

function contentTypes() {
  const overrides = {
    "/word/document.xml": `${WORD}.document.main+xml`,
    "/word/styles.xml": `${WORD}.styles+xml`,
    "/word/settings.xml": `${WORD}.settings+xml`,
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
  };
  const entries = Object.entries(overrides)
    .map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return `<Types xmlns="${PACKAGE}/content-types">`
    + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    + `<Default Extension="xml" ContentType="application/xml"/>${entries.join("")}</Types>`;
}

function packageRelations() {
  return relations([
    [`${OFFICE}/relationships/officeDocument`, "word/document.xml"],
    [`${PACKAGE}/relationships/metadata/core-properties`, "docProps/core.xml"],
    [`${OFFICE}/relationships/extended-properties`, "docProps/app.xml"],
  ]);
}

function documentRelations() {
  return relations([
    [`${OFFICE}/relationships/styles`, "styles.xml"],
    [`${OFFICE}/relationships/settings`, "settings.xml"],
  ]);
}

function relations(targets) {
  const entries = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}
