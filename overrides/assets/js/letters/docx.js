/**
 * A letter as a .docx that Word, WPS and LibreOffice open: the fewest parts of Office Open XML (ISO/IEC 29500-1) that
 * need no repair. Each kind of paragraph has its style, the subject a heading's, so that screen readers find their way
 * and one change of a style changes all of its kind. Each line is a paragraph, so that it is indented and kept with the
 * next one alone.
 */
import { LANGUAGES } from "../page/vocabulary.js";
import { isItem } from "./letter.js";
import { zip } from "./zip.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006";
const MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// In twentieths of a point.
const PAPERS = { a4: { width: 11906, height: 16838 }, letter: { width: 12240, height: 15840 } };
const MARGIN = 1134; // 2 cm
const SIZE = 21; // 10.5 pt, as Chinese letters have it (五号), in half points
const EM = SIZE * 10;
const ROOM_TO_SIGN = 3 * EM;

// It draws “ ” … — as wide as the Chinese around them.
const FULL_WIDTH_HINT = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>';

/**
 * @param {object} letter
 * @param {string} letter.title  for the file's properties
 * @param {{text: string, kind?: string}[]} letter.paragraphs  `kind` as a letter's frame names it; tabs and spaces are kept
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
    "word/footer1.xml": pageNumber(),
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

function escapeXml(text) {
  return text.replace(NOT_IN_XML, "").replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

function runContent(line) {
  return line.split(/(\t)/).filter(Boolean)
    .map((piece) => (piece === "\t" ? "<w:tab/>" : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`)).join("");
}

// Where each kind of paragraph stands ---------------------------------------------------------

const RIGHT = '<w:jc w:val="right"/>';
const CENTRED = '<w:jc w:val="center"/>';
const HEADING = '<w:outlineLvl w:val="0"/>';
const BOLD = "<w:b/><w:bCs/>";
const SMALL = size(SIZE - 2);
/** What Word sets Chinese characters in, of the text and of its title: the forms of the one script are not the other's. */
const FACES = {
  Hans: { text: "宋体", title: "黑体" },
  Hant: { text: "新細明體", title: "微軟正黑體" },
};
const ONE_LINE = ' w:line="240" w:lineRule="auto"';
// As Chinese letters have it (固定值); the fonts that stand in for 宋体 would put half as much again between lines.
const FIXED_LINE = ' w:line="273" w:lineRule="exact"';
const SMALL_LINE = ' w:line="234" w:lineRule="exact"';
// In whole numbers, or Word asks whether to repair the file.
const GAP = (2 * EM) / 5;
const SMALL_GAP = EM / 5;
const FIRST_LINE = `<w:ind w:firstLineChars="200" w:firstLine="${2 * EM}"/>`;
const HANGING = `<w:ind w:left="${EM}" w:hanging="${EM}"/>`;

/**
 * The style of each kind: its name as Word knows it, what it says of paragraphs and of their letters. A British letter
 * has its writer and its day on the right, so that the addressee alone stands where an envelope's window is.
 */
const EUROPEAN = {
  sender: { name: "Sender Address", place: spacing(EM) + RIGHT },
  date: { name: "Date", place: spacing(EM) + RIGHT },
  addressee: { name: "Inside Address", place: spacing(EM) },
  subject: { name: "heading 1", place: spacing(GAP) + HEADING, letters: BOLD },
  salutation: { name: "Salutation", place: spacing(GAP) },
  body: { name: "Body Text", place: spacing(GAP) },
  item: { name: "List", place: spacing(GAP) + HANGING },
  close: { name: "Closing", place: spacing(0) },
  signature: { name: "Signature", place: spacing(EM, ROOM_TO_SIGN) },
  attachments: { name: "Attachments", place: spacing(0), letters: SMALL },
};

/** In full-width letters the subject is the title, and writer and day come last, on the right. */
const FULL_WIDTH = {
  subject: { name: "heading 1", place: spacing(EM, 0, ONE_LINE) + CENTRED + HEADING, letters: BOLD + size(SIZE + 7) },
  addressee: { name: "Inside Address", place: spacing(GAP) },
  body: { name: "Body Text", place: spacing(SMALL_GAP) + FIRST_LINE },
  close: { name: "Closing", place: spacing(0) + FIRST_LINE },
  "close-end": { name: "Closing End", place: spacing(GAP) },
  attachments: { name: "Attachments", place: spacing(0, 0, SMALL_LINE), letters: SMALL },
  signature: { name: "Signature", place: spacing(0, ROOM_TO_SIGN) + RIGHT },
  date: { name: "Date", place: spacing(0) + RIGHT },
};

/** What must not begin a page without the lines before it. */
const NEVER_ALONE = ["close", "signature", "date"];

function stylesFor(language) {
  return LANGUAGES[language].fullWidth ? FULL_WIDTH : EUROPEAN;
}

function styleId(name) {
  return name === "heading 1" ? "Heading1" : name.replaceAll(" ", "");
}

function spacing(after, before = 0, line = "") {
  return `<w:spacing w:before="${before}" w:after="${after}"${line}/>`;
}

function size(halfPoints) {
  return `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
}

/** A paragraph of a letter: for each of its lines, one of the file. */
function linesOf({ text, kind }, next, language) {
  const lines = text.replace(/\r\n?/g, "\n").split("\n");
  return lines.map((line, index) => {
    const [first, last] = [index === 0, index === lines.length - 1];
    const style = styleOf(kind, line, first, stylesFor(language));
    // A heading, the line before the last, what is never alone, and what stands before that.
    const kept = last ? NEVER_ALONE.includes(next?.kind) : first || index === lines.length - 2 || NEVER_ALONE.includes(kind);
    const gaps = `${first ? "" : ' w:before="0"'}${last ? "" : ' w:after="0"'}`;
    return `<w:p><w:pPr>${style ? `<w:pStyle w:val="${styleId(style.name)}"/>` : ""}${kept ? "<w:keepNext/>" : ""}`
      + `${gaps && `<w:spacing${gaps}/>`}</w:pPr><w:r>${LANGUAGES[language].fullWidth ? FULL_WIDTH_HINT : ""}${runContent(line)}</w:r></w:p>`;
  });
}

function styleOf(kind, line, first, known) {
  const special = { body: isItem(line) && "item", close: !first && "close-end" }[kind];
  return known[special] ?? known[kind] ?? known.body;
}

// Parts -------------------------------------------------------------------------------------

function wordDocument(paragraphs, language, { width, height }) {
  const body = paragraphs.flatMap((paragraph, index) => linesOf(paragraph, paragraphs[index + 1], language));
  const margins = ["top", "right", "bottom", "left"].map((side) => `w:${side}="${MARGIN}"`).join(" ");
  return `<w:document xmlns:w="${MAIN}" xmlns:r="${OFFICE}/relationships"><w:body>${body.join("")}<w:sectPr>`
    + '<w:footerReference w:type="default" r:id="rId3"/>'
    + `<w:pgSz w:w="${width}" w:h="${height}"/>`
    + `<w:pgMar ${margins} w:header="567" w:footer="567" w:gutter="0"/>`
    + "<w:titlePg/></w:sectPr></w:body></w:document>";
}

/** "2 / 3". The first page has none: a letter of one page needs no number. */
function pageNumber() {
  const field = (code) => `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  return `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr>${CENTRED}</w:pPr>${field("PAGE")}`
    + `<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field("NUMPAGES")}</w:p></w:ftr>`;
}

function faces(latin, chinese) {
  return `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${chinese}" w:cs="${latin}"/>`;
}

function styles(language) {
  const { locale, script, fullWidth } = LANGUAGES[language];
  const { text, title } = FACES[script] ?? FACES.Hans; // As who writes in English to a Chinese firm names it.
  const lettersOf = (name, letters) => (fullWidth && name === "heading 1" ? faces("Arial", title) + letters : letters);
  const ours = Object.values(stylesFor(language)).map(({ name, place, letters = "" }) => (
    `<w:style w:type="paragraph" w:styleId="${styleId(name)}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>`
    + `<w:pPr>${name === "heading 1" ? "<w:keepNext/>" : ""}${place}</w:pPr><w:rPr>${lettersOf(name, letters)}</w:rPr></w:style>`
  ));
  return `<w:styles xmlns:w="${MAIN}"><w:docDefaults><w:rPrDefault><w:rPr>`
    + faces("Times New Roman", text)
    + size(SIZE)
    + `<w:lang w:val="${locale}" w:eastAsia="${fullWidth ? locale : "zh-CN"}" w:bidi="ar-SA"/>`
    + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
    + spacing(GAP, 0, fullWidth ? FIXED_LINE : ONE_LINE)
    + "</w:pPr></w:pPrDefault></w:docDefaults>"
    + '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    + `${ours.join("")}</w:styles>`;
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
    "/word/footer1.xml": `${WORD}.footer+xml`,
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
    [`${OFFICE}/relationships/footer`, "footer1.xml"],
  ]);
}

function relations(targets) {
  const entries = targets.map(
    ([type, target], place) => `<Relationship Id="rId${place + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${entries.join("")}</Relationships>`;
}
