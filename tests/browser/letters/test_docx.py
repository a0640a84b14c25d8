"""docx.js: a letter that word processors open as it was written."""

import io
import re
import zipfile
from xml.etree import ElementTree

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Inches, Mm
from hypothesis import given
from hypothesis import strategies as st

from macros.model.languages import LANGUAGES
from tests.browser.modules import File, Module, OpenModule

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
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


def carried(text: str) -> str:
    """What XML 1.0 can carry of `text`, with line ends of one kind."""
    paired = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")  # As JavaScript sees it.
    return re.sub("[^\t\n -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", re.sub("\r\n?", "\n", paired))


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
    assert texts(reopened(writer, letter(*lines))) == [line.replace("\r\n", "\n").replace("\r", "\n") for line in lines]


def test_what_xml_cannot_carry_is_left_out(writer: Module):
    title = "a\x00b\ud83dc"
    document = reopened(writer, letter("a\x00b\x08\x0b\x0c\x1f\ufffe\uffffc", "\ud83d x \ude00 😀", title=title))
    assert texts(document) == ["abc", " x  😀"]
    assert document.core_properties.title == "abc"


def test_word_is_told_to_keep_every_space(writer: Module):
    document = reopened(writer, letter("  two  ", "tab\t after\n line"))
    kept = [text.get("{http://www.w3.org/XML/1998/namespace}space") for text in document.element.iter(qn("w:t"))]
    assert kept == ["preserve"] * 4


def test_headings_are_real_headings(writer: Module):
    given = letter("x", "y", "z")
    given["paragraphs"][0]["style"] = "heading"
    given["paragraphs"][1]["style"] = "body"
    document = reopened(writer, given)
    assert [paragraph.style.name for paragraph in document.paragraphs] == ["Heading 1", "Normal", "Normal"]


@pytest.mark.parametrize(("paper", "width", "height"), [("a4", Mm(210), Mm(297)), ("letter", Inches(8.5), Inches(11))])
def test_it_fits_the_paper(writer: Module, paper: str, width: Emu, height: Emu):
    [section] = reopened(writer, letter("x", paper=paper)).sections
    assert section.page_width == pytest.approx(width, abs=NEAR)
    assert section.page_height == pytest.approx(height, abs=NEAR)
    for margin in (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin):
        assert margin == pytest.approx(Cm(2.5), abs=NEAR)


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
    assert texts(reopened(writer, letter(*lines, language=language))) == [carried(line) for line in lines]
