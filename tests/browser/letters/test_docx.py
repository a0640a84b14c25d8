"""docx.js: a letter that word processors open as it was written."""

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Inches, Mm, Pt
from hypothesis import given
from hypothesis import strategies as st

from macros.model.languages import LANGUAGES
from tests.browser.modules import File, Module, OpenModule

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEASURE = r' w:(?:before|after|line|left|right|top|bottom|hanging|firstLine|firstLineChars|w|h|header|footer)="([^"]*)"'
NEAR = Emu(700)
"""A twentieth of a point and a little, in which sizes are counted."""


@pytest.fixture(scope="module")
def writer(open_module: OpenModule) -> Module:
    return open_module("letters/docx.js")


def letter(*texts: str, title: str = "Complaint", language: str = "en", paper: str = "a4") -> dict:
    return {"title": title, "paragraphs": [{"text": text} for text in texts], "language": language, "paper": paper}


def written(writer: Module, given: dict) -> File:
    file = writer.call("letterDocx", given)
    assert file.type == MEDIA_TYPE
    return file


def reopened(writer: Module, given: dict) -> Document:
    return docx.Document(io.BytesIO(written(writer, given).data))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def carried(text: str) -> list[str]:
    """What XML 1.0 can carry of `text`, each of its lines."""
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # As JavaScript sees it.
    lines = re.sub("\r\n?", "\n", paired).split("\n")
    return [re.sub("[^\t -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", line) for line in lines]


def whole_letter(language: str) -> dict:
    """Of every kind one, in the order of the language."""
    return {"title": "Complaint", "paragraphs": WHOLE[language], "language": language, "paper": "a4"}


def kinds_of(pairs: list[tuple[str, str]]) -> list[dict]:
    return [{"kind": kind, "text": text} for kind, text in pairs]


WHOLE = {
    "en": kinds_of([
        ("sender", "Emily Wang\n1 High Street"),
        ("date", "26 November 2026"),
        ("addressee", "PayPal UK Ltd"),
        ("subject", "Complaint"),
        ("salutation", "Dear Sir or Madam,"),
        ("body", "I ask you to:\n1. Pay back\n2. Say why"),
        ("body", "This is true."),
        ("close", "Yours faithfully,"),
        ("signature", "Emily Wang\nfor Tom Wang"),
        ("attachments", "Attachments:\n1. Receipt"),
    ]),
    "zh": kinds_of([
        ("subject", "投诉"),
        ("addressee", "致：支付宝"),
        ("body", "本人请求：\n1. 退款\n2. 说明原因"),
        ("body", "就本人所知，以上所述属实。"),
        ("close", "此致\n敬礼"),
        ("attachments", "附件：\n回单"),
        ("signature", "王小明\n联系方式：1"),
        ("date", "2026 年 11 月 26 日"),
    ]),
    "zh-Hant": kinds_of([
        ("subject", "申訴"),
        ("addressee", "致：街口電子支付股份有限公司"),
        ("body", "本人請求：\n1. 退款\n2. 說明原因"),
        ("body", "就本人所知，以上所述屬實。"),
        ("close", "此致\n敬禮"),
        ("attachments", "附件：\n收據"),
        ("signature", "王小明\n聯絡方式：1"),
        ("date", "2026 年 11 月 26 日"),
    ]),
}  # fmt: skip


def test_every_part_is_well_formed_and_declared(writer: Module):
    archive = zipfile.ZipFile(io.BytesIO(written(writer, letter("Dear team,")).data))
    assert archive.namelist()[0] == "[Content_Types].xml"
    trees = {name: ElementTree.fromstring(archive.read(name)) for name in archive.namelist()}
    declared = {part.get("PartName") for part in trees["[Content_Types].xml"] if part.get("PartName")}
    assert declared == {f"/{name}" for name in trees if not name.endswith(".rels") and name != "[Content_Types].xml"}
    for name, folder in (("_rels/.rels", ""), ("word/_rels/document.xml.rels", "word/")):
        assert all(folder + relation.get("Target") in trees for relation in trees[name])


def test_a_letter_reads_as_it_was_written(writer: Module):
    lines = [
        "Dear team,",
        "line one\nline two\r\nline three\rline four",
        "  spaces  kept  ",
        "a\ttab\t",
        "",
        "1 < 2 & \"3\" > '2' &amp; ]]>",
        "<img src=x onerror=alert(1)> {x} $$ ${y} <w:p>",
        "投诉：“未到账”……",
        "👨‍👩‍👧‍👦 e\u0301 \u200fשלום\u200e \u202bمرحبا\u202c",
        "a\u00a0b\u2028c",
        "x" * 5000,
    ]
    assert texts(reopened(writer, letter(*lines))) == [line for text in lines for line in re.split("\r\n|\r|\n", text)]


def test_what_xml_cannot_carry_is_left_out(writer: Module):
    title = "a\x00b\ud83dc"
    document = reopened(writer, letter("a\x00b\x08\x0b\x0c\x1f\ufffe\uffffc", "\ud83d x \ude00 😀", title=title))
    assert texts(document) == ["abc", " x  😀"]
    assert document.core_properties.title == "abc"


def test_word_is_told_to_keep_every_space(writer: Module):
    document = reopened(writer, letter("  two  ", "tab\t after\n line"))
    kept = [text.get("{http://www.w3.org/XML/1998/namespace}space") for text in document.element.iter(qn("w:t"))]
    assert kept == ["preserve"] * 4


@pytest.mark.parametrize(("language", "names"), [
    ("en", [
        "Sender Address", "Sender Address", "Date", "Inside Address", "Heading 1", "Salutation", "Body Text", "List",
        "List", "Body Text", "Closing", "Signature", "Signature", "Attachments", "Attachments",
    ]),
    *((language, [
        "Heading 1", "Inside Address", "Body Text", "Body Text", "Body Text", "Body Text", "Closing", "Closing End",
        "Attachments", "Attachments", "Signature", "Signature", "Date",
    ]) for language in ("zh", "zh-Hant")),
])  # fmt: skip
def test_each_kind_of_line_has_its_style_and_the_subject_is_a_heading(writer: Module, language: str, names: list[str]):
    document = reopened(writer, whole_letter(language))
    assert [paragraph.style.name for paragraph in document.paragraphs] == names
    assert document.styles["Heading 1"].element.find(f".//{qn('w:outlineLvl')}").get(qn("w:val")) == "0"


def test_an_english_letter_has_its_writer_and_day_on_the_right_and_numbered_lines_hang(writer: Module):
    styles = reopened(writer, whole_letter("en")).styles
    right = [style.name for style in styles if style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT]
    assert right == ["Sender Address", "Date"]
    listed = styles["List"].paragraph_format
    assert listed.first_line_indent == -listed.left_indent == -Pt(10.5)
    assert styles["Heading 1"].font.bold


@pytest.mark.parametrize(
    ("language", "text", "title"), [("zh", "宋体", "黑体"), ("zh-Hant", "新細明體", "微軟正黑體"), ("en", "宋体", None)]
)
def test_characters_are_set_in_a_face_of_their_script(writer: Module, language: str, text: str, title: str | None):
    styles = reopened(writer, whole_letter(language)).styles.element
    of_text = styles.find(f"{qn('w:docDefaults')}//{qn('w:rFonts')}")
    of_title = next(style for style in styles if style.get(qn("w:styleId")) == "Heading1").find(f".//{qn('w:rFonts')}")
    assert of_text.get(qn("w:eastAsia")) == text
    assert (None if of_title is None else of_title.get(qn("w:eastAsia"))) == title


def test_a_chinese_letter_has_its_title_in_the_middle_two_characters_before_a_line_and_its_end_on_the_right(
    writer: Module,
):
    styles = reopened(writer, whole_letter("zh")).styles
    assert styles["Heading 1"].paragraph_format.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert styles["Heading 1"].element.find(f".//{qn('w:rFonts')}").get(qn("w:eastAsia")) == "黑体"
    indented = {style.name for style in styles if style.paragraph_format.first_line_indent == Pt(21)}
    assert indented == {"Body Text", "Closing"}
    assert styles["Body Text"].element.find(f".//{qn('w:ind')}").get(qn("w:firstLineChars")) == "200"
    right = [style.name for style in styles if style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT]
    assert right == ["Signature", "Date"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_room_to_sign_above_the_name_alone(writer: Module, language: str):
    document = reopened(writer, whole_letter(language))
    assert document.styles["Signature"].paragraph_format.space_before == 3 * Pt(10.5)
    name, line = [each for each in document.paragraphs if each.style.name == "Signature"]
    assert name.paragraph_format.space_before is None
    assert line.paragraph_format.space_before == 0


@pytest.mark.parametrize(("language", "kept"), [
    ("en", ["This is true.", "Yours faithfully,", "Emily Wang"]),
    ("zh", ["就本人所知，以上所述属实。", "此致", "附件：", "回单", "王小明", "联系方式：1"]),
    ("zh-Hant", ["就本人所知，以上所述屬實。", "此致", "附件：", "收據", "王小明", "聯絡方式：1"]),
])  # fmt: skip
def test_the_name_never_begins_a_page(writer: Module, language: str, kept: list[str]):
    document = reopened(writer, whole_letter(language))
    closing = texts(document).index(kept[0])
    together = [each.text for each in document.paragraphs[closing:] if each.paragraph_format.keep_with_next]
    assert [text for text in together if text not in ("Attachments:",)] == kept


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_a_whole_number_so_that_word_need_not_repair_the_file(writer: Module, language: str):
    archive = zipfile.ZipFile(io.BytesIO(written(writer, whole_letter(language)).data))
    written_parts = (archive.read(name).decode() for name in ("word/document.xml", "word/styles.xml"))
    measures = [value for part in written_parts for value in re.findall(MEASURE, part)]
    assert len(measures) > 40
    assert [value for value in measures if not value.isdecimal()] == []


def test_pages_are_numbered_from_the_second(writer: Module):
    (section,) = reopened(writer, letter("x")).sections
    assert section.different_first_page_header_footer
    assert section.first_page_footer.is_linked_to_previous, "the first has none"
    fields = [field.get(qn("w:instr")).strip() for field in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", Mm(210), Mm(297)), ("letter", Inches(8.5), Inches(11))])
def test_it_fits_the_paper(writer: Module, paper: str, width: Emu, height: Emu):
    [section] = reopened(writer, letter("x", paper=paper)).sections
    assert section.page_width == pytest.approx(width, abs=NEAR)
    assert section.page_height == pytest.approx(height, abs=NEAR)
    for margin in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin):
        assert margin == pytest.approx(Cm(2), abs=NEAR)


@pytest.mark.parametrize(("language", "code"), [("zh", "zh-CN"), ("en", "en-GB")])
def test_it_says_its_language_and_has_a_font_for_chinese(writer: Module, language: str, code: str):
    document = reopened(writer, letter("您好", title="投诉 <1>", language=language))
    defaults = document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    assert defaults.find(qn("w:lang")).get(qn("w:val")) == code
    assert defaults.find(qn("w:lang")).get(qn("w:eastAsia")) == "zh-CN"
    assert defaults.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "宋体"
    hints = [fonts.get(qn("w:hint")) for fonts in document.element.iter(qn("w:rFonts"))]
    assert hints == (["eastAsia"] if language == "zh" else [])
    assert document.core_properties.language == code
    assert document.core_properties.title == "投诉 <1>"


def test_it_names_nobody_as_its_author(writer: Module):
    properties = reopened(writer, letter("x")).core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")


def test_the_same_letter_at_the_same_time_is_the_same_file(writer: Module):
    same = writer.run(
        """
        async ({ letterDocx }, letter) => {
          const when = new Date("2026-11-20T12:00:00Z");
          const [one, other] = [letterDocx({ ...letter, when }), letterDocx({ ...letter, when })];
          return (await one.text()) === (await other.text());
        }
        """,
        letter("x"),
    )
    assert same


@given(st.lists(st.text(st.characters(), max_size=30), max_size=6), st.sampled_from(LANGUAGES))
def test_any_text_comes_back_when_the_letter_is_opened(writer: Module, lines: list[str], language: str):
    assert texts(reopened(writer, letter(*lines, language=language))) == [
        line for text in lines for line in carried(text)
    ]
