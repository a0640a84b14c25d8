"""A filled letter looks like one: on the screen, printed, and as a file opened by a word processor."""

import io
import json
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from macros.model.languages import LANGUAGES, Language, in_han
from tests.browser.conftest import start

ISSUE = "funds-not-received"
LETTER = "first-complaint"

NEEDS_LIBREOFFICE = pytest.mark.skipif(
    shutil.which("soffice") is None,
    reason="opens the letter in LibreOffice: apt-get install --no-install-recommends libreoffice-writer-nogui",
)

PERSON = {
    "zh": {"name": "王小明", "contact": "wang@example.com，138 0013 8000"},
    "zh-Hant": {"name": "王小明", "contact": "wang@example.com，0912 345 678"},
    "en": {"name": "Emily Wang", "contact": "emily.wang@example.com, 07700 900123"},
}
MATTER = {
    "zh": {
        "entity": "支付宝（中国）网络技术有限公司",
        "matter": "转账未到账",
        "account": "wang@example.com",
        "transaction": "2026112022001234567890123456",
        "amount": json.dumps({"amount": "1200.5", "currency": "CNY"}),
        "happened": json.dumps({"local": "2026-11-20T14:05", "zone": "Asia/Shanghai"}),
        "reason": "承诺 2 小时到账",
        "right": "cn-unauthorised",
        "impact": "本月房租",
        "remedy": "退回 1,200.50 元\n书面说明原因\n提供该笔转账的处理记录",
        "next-body": "中国人民银行（12363）",
        "attachments": "\n".join(f"附件 {number}：转账页面截图" for number in range(1, 7)),
    },
    "zh-Hant": {
        "entity": "街口電子支付股份有限公司",
        "matter": "轉帳沒有到帳",
        "account": "0912345678",
        "transaction": "2026112022001234567890123456",
        "amount": json.dumps({"amount": "1200", "currency": "TWD"}),
        "happened": json.dumps({"local": "2026-11-20T14:05", "zone": "Asia/Taipei"}),
        "reason": "答應兩小時到帳",
        "right": "tw-forged-payment",
        "impact": "這個月的房租",
        "remedy": "退回 1,200 元\n書面說明原因\n提供這筆轉帳的處理紀錄",
        "next-body": "金融消費評議中心",
        "attachments": "\n".join(f"附件 {number}：轉帳頁面截圖" for number in range(1, 7)),
    },
    "en": {
        "entity": "PayPal UK Ltd",
        "matter": "a transfer that did not arrive",
        "account": "emily.wang@example.com",
        "transaction": "2026112022001234567890123456",
        "amount": json.dumps({"amount": "1200.5", "currency": "GBP"}),
        "happened": json.dumps({"local": "2026-11-20T14:05", "zone": "Europe/London"}),
        "reason": "the terms promise the money within two hours",
        "right": "us-liability",
        "impact": "the rent",
        "remedy": "Pay back GBP 1,200.50\nTell me why it was held\nSend me the log of the transfer",
        "next-body": "the Financial Ombudsman Service",
        "attachments": "\n".join(f"Attachment {number}: screenshot of the transfer" for number in range(1, 7)),
    },
}
"""An ordinary letter: with `EVENTS` eight lines of story, five contacts, three requests, six attachments, a rule."""
ONE_SHEET = 2
"""How many lines of story leave it on one sheet, in the wider of the fonts that a machine may have."""
EVENTS = {
    "zh": "11 月 {} 日 14:05 页面显示“处理中”，银行说款项中午已付到钱包，客服让再等等。",
    "zh-Hant": "11 月 {} 日 14:05 頁面顯示「處理中」，銀行說款項中午已付到錢包，客服要我再等等。",
    "en": "{} November, 14:05: the app said “processing”; the bank says that it was paid out at noon.",
}
CONTACT = {
    "zh": {"channel": "phone", "who": "小李", "reference": "A1", "said": "正在处理，请耐心等待"},
    "zh-Hant": {"channel": "phone", "who": "小李", "reference": "A1", "said": "正在處理，請耐心等候"},
    "en": {"channel": "phone", "who": "Sam", "reference": "A1", "said": "it is being looked into"},
}

KEEP = """
async ([script, issue, letter, language, values, contacts]) => {
  const { $kept_cases: cases, $kept_store: store } = await import(script);
  store.write("letters:language", language);
  cases.keep(issue, Object.fromEntries(Object.entries(values).map(([id, value]) => (
    [cases.fieldKey({ id, scope: ["name", "contact"].includes(id) ? "person" : "case" }, issue, letter), value]
  ))));
  contacts.forEach((contact, index) => cases.keepContact(issue, { id: `c${index}`, ...contact }));
}
"""

# Where the ink of each paragraph's first line begins and ends, as parts of the width of the text: 0 is its left edge.
PLACES = """
(paper, selector) => {
  const { paddingLeft, paddingRight } = getComputedStyle(paper);
  const box = paper.getBoundingClientRect();
  const left = box.left + paper.clientLeft + parseFloat(paddingLeft);
  const width = box.right - paper.clientLeft - parseFloat(paddingRight) - left;
  const em = (line) => parseFloat(getComputedStyle(line).fontSize);
  return [...paper.querySelectorAll(selector)].filter((line) => line.checkVisibility()).map((line) => {
    const range = document.createRange();
    range.selectNodeContents(line);
    const inks = [...range.getClientRects()].filter((ink) => ink.width > 0);
    const first = inks.filter((ink) => Math.abs(ink.top - inks[0].top) < 4);
    return {
      text: line.textContent,
      kind: /letter-(?!line)(\\w+)/.exec(line.closest(".letter-line").className)[1],
      indent: Math.round((first[0].left - left) / em(line) * 10) / 10,
      left: (first[0].left - left) / width,
      right: 1 - (Math.max(...first.map((ink) => ink.right)) - left) / width,
      below: inks[0].top - box.top,
      em: em(line),
      weight: Number(getComputedStyle(line).fontWeight),
    };
  });
}
"""


# The sheet stays, to be looked at and printed more than once.
NO_PRINTER = """
window.print = () => {};
addEventListener("afterprint", (event) => event.stopImmediatePropagation());
"""

# The page's other letters are not shown, but laying them out takes most of the time.
LEAVE_THE_SHEET = "document.querySelector('article').replaceChildren()"


def story(language: Language, lines: int) -> str:
    return "\n".join(EVENTS[language].format(1 + line % 28) for line in range(lines))


@pytest.fixture
def page(page: Page) -> Page:
    page.add_init_script(NO_PRINTER)
    return page


@pytest.fixture
def filled(page: Page, guide_script: str):
    """Opens the letter filled in, in the language in which it is sent."""

    def open_filled(language: Language, lines: int = 8, letter: str = LETTER, **others: str) -> Locator:
        page.goto(f"{start(language)}letters/")
        values = {**MATTER[language], **PERSON[language], "story": story(language, lines), **others}
        zone = json.loads(values["happened"])["zone"]
        contacts = [
            {"when": {"local": f"2026-11-2{day}T10:00", "zone": zone}, **CONTACT[language]} for day in range(1, 6)
        ]
        page.evaluate(KEEP, [guide_script, ISSUE, letter, language, values, contacts])
        page.goto(f"{start(language)}letters/?case={ISSUE}#{letter}")
        builder = page.locator(f"letter-builder[data-letter={letter}]")
        builder.locator("xpath=ancestor::details").last.evaluate("(fold) => { fold.open = true; }")
        expect(builder.locator(f".letter-paper[lang={language}] .letter-subject")).to_contain_text(values["name"])
        return builder

    return open_filled


def ways(builder: Locator, language: Language) -> Locator:
    way = builder.locator(f"letter-ways[data-language={language}]")
    way.locator(".way-more > summary").click()
    return way


def pdf(page: Page, size: str = "A4") -> PdfReader:
    """What comes out of the printer."""
    page.emulate_media(media="print")
    return PdfReader(io.BytesIO(page.pdf(format=size)))


def printed(page: Page, builder: Locator, language: Language) -> PdfReader:
    ways(builder, language).locator(".way-print").click()
    return pdf(page)


def saved(page: Page, builder: Locator, language: Language, folder: Path) -> Path:
    way = ways(builder, language)
    way.locator(".way-paper").select_option("a4")
    with page.expect_download() as download:
        way.locator(".way-word").click()
    download.value.save_as(folder / "letter.docx")
    return folder / "letter.docx"


def opened(file: Path) -> PdfReader:
    """A file as LibreOffice shows it."""
    profile = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return PdfReader(file.with_suffix(".pdf"))


def bare(text: str) -> str:
    """Without what a PDF does not carry over: spaces, and which of two characters that look alike it was."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def lines_of(page: object) -> list[tuple[float, str]]:
    """The lines of a PDF's page from the top: in points, where each begins, and its text."""
    pieces: dict[int, list[tuple[float, str]]] = {}

    def take(text: str, outer: list[float], inner: list[float], *_: object) -> None:
        if text.strip():
            x, y = inner[4] * outer[0] + outer[4], inner[5] * outer[3] + outer[5]
            pieces.setdefault(round(y), []).append((x, text))

    page.extract_text(visitor_text=take)
    rows = [sorted(pieces[y]) for y in sorted(pieces, reverse=True)]
    return [(row[0][0], bare("".join(text for _, text in row))) for row in rows]


def places(paper: Locator, selector: str = ".letter-line") -> dict[str, list[dict]]:
    found: dict[str, list[dict]] = {}
    for place in paper.evaluate(PLACES, selector):
        found.setdefault(place["kind"], []).append(place)
    return found


def assert_english(kinds: dict[str, list[dict]]) -> None:
    assert list(kinds) == [
        "sender", "date", "addressee", "subject", "salutation", "body", "statement", "close", "signature",
        "attachments",
    ]  # fmt: skip
    for kind in ("sender", "date"):
        assert all(place["right"] == pytest.approx(0, abs=0.01) and place["left"] > 0.2 for place in kinds[kind]), kind
    for kind in ("addressee", "subject", "salutation", "body", "close", "signature", "attachments"):
        assert kinds[kind][0]["left"] == pytest.approx(0, abs=0.01), kind
    assert kinds["subject"][0]["weight"] >= 600


def assert_chinese(kinds: dict[str, list[dict]]) -> None:
    assert list(kinds) == ["subject", "addressee", "body", "statement", "close", "attachments", "signature", "date"]
    (subject,) = kinds["subject"]
    assert subject["left"] == pytest.approx(subject["right"], abs=0.02)
    assert subject["weight"] >= 600
    for kind in ("addressee", "attachments"):
        assert all(place["indent"] == 0 for place in kinds[kind]), kind
    assert all(
        place["indent"] == pytest.approx(2, abs=0.1)
        for place in (*kinds["body"], *kinds["statement"], kinds["close"][0])
    )
    for kind in ("signature", "date"):
        assert all(place["right"] == pytest.approx(0, abs=0.01) and place["left"] > 0.2 for place in kinds[kind]), kind


LIKE_A_LETTER = {"zh": assert_chinese, "zh-Hant": assert_chinese, "en": assert_english}


# On the screen -----------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [390, 1400])
def test_on_the_screen_each_paragraph_stands_where_a_letter_has_it(page: Page, filled, width: int, language: Language):
    page.set_viewport_size({"width": width, "height": 900})
    LIKE_A_LETTER[language](places(filled(language).locator(f".letter-paper[lang={language}]")))


# Printed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_paper_each_line_stands_where_a_letter_has_it(page: Page, filled, language: Language):
    ways(filled(language), language).locator(".way-print").click()
    page.emulate_media(media="print")
    kinds = places(page.locator(".letter-sheet"), ".sheet-line")
    LIKE_A_LETTER[language](kinds)
    if in_han(language):
        assert [line["indent"] for line in kinds["close"]] == [pytest.approx(2, abs=0.1), 0]
    signature = kinds["signature"][0]
    before = kinds["close" if language == "en" else "attachments"][-1]
    assert signature["below"] - before["below"] >= 4 * signature["em"], "a line, and room to sign by hand"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_ordinary_letter_is_one_sheet_without_a_number(page: Page, filled, language: Language):
    (sheet,) = printed(page, filled(language, lines=ONE_SHEET), language).pages
    assert "1/1" not in bare(sheet.extract_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_letter_is_numbered_from_its_second_sheet(page: Page, filled, language: Language):
    first, *others = printed(page, filled(language, lines=150), language).pages
    count = len(others) + 1
    assert count >= 3
    assert f"1/{count}" not in bare(first.extract_text())
    for number, sheet in enumerate(others, 2):
        assert f"{number}/{count}" in bare(sheet.extract_text())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_name_never_begins_a_sheet(page: Page, filled, language: Language):
    """Wherever the sheet ends: the letter is pushed down over it, a little more each time."""
    name = "WangXiaoming"  # In letters that the fonts of every machine have: a PDF says no others.
    ways(filled(language, name=name), language).locator(".way-print").click()
    page.evaluate(LEAVE_THE_SHEET)
    seen = {}
    for millimetres in range(8, 88, 5):
        page.locator(".letter-sheet").evaluate("(sheet, by) => { sheet.style.paddingTop = `${by}mm`; }", millimetres)
        _first, *others = pdf(page).pages
        for sheet in others:
            texts = [text for _, text in lines_of(sheet) if text != "2/2"]
            seen[texts[0]] = name in texts
            assert texts[0] != name
    assert len(seen) >= 4, "the second sheet began with each of several lines"
    assert any(seen.values()), "and had the name among them"


@pytest.mark.parametrize("language", LANGUAGES)
def test_addresses_stand_under_the_names_that_they_belong_to(page: Page, filled, language: Language):
    way = ways(filled(language), language)
    way.locator(".way-post > summary").click()
    way.locator(".way-sender").fill("1 High Street\nLeeds")
    way.locator(".way-firm").fill("Whittaker House\nRichmond")
    way.locator(".way-post-print").click()
    sheet = page.locator(".letter-sheet")
    writer = "signature" if in_han(language) else "sender"
    expect(sheet.locator(f".letter-{writer} .sheet-line")).to_contain_text(["1 High Street", "Leeds"])
    expect(sheet.locator(".letter-addressee .sheet-line").nth(2)).to_have_text("Richmond")
    expect(sheet.get_by_text("High Street")).to_have_count(1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_in_the_complaint_pack_looks_like_one(page: Page, filled, language: Language):
    way = ways(filled(language), language)
    way.get_by_role("group").filter(has=page.locator(".way-pack")).last.locator("summary").click()
    way.locator(".way-pack").click()
    page.emulate_media(media="print")
    LIKE_A_LETTER[language](places(page.locator(".pack"), ".sheet-line"))
    _cover, *others = pdf(page).pages
    for number, sheet in enumerate(others, 2):
        assert f"{number}/{len(others) + 1}" in bare(sheet.extract_text())


# In a word processor -----------------------------------------------------------------------


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_processor_shows_an_ordinary_letter_on_one_page_in_its_order(
    page: Page, filled, tmp_path: Path, language: Language
):
    builder = filled(language, lines=ONE_SHEET)
    texts = builder.locator(f".letter-paper[lang={language}] .letter-line").all_text_contents()
    standing = [bare(line) for text in texts if "[" not in text and "【" not in text for line in text.split("\n")]
    (sheet,) = opened(saved(page, builder, language, tmp_path)).pages
    assert bare(sheet.extract_text()) == "".join(standing)


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_processor_puts_each_line_where_a_letter_has_it(page: Page, filled, tmp_path: Path, language: Language):
    (sheet,) = opened(saved(page, filled(language, lines=ONE_SHEET), language, tmp_path)).pages
    lines = [(round(left - 56.7), text) for left, text in lines_of(sheet)]  # Points from a margin of 2 cm.
    name, contact = (bare(PERSON[language][field]) for field in ("name", "contact"))
    at = {text: left for left, text in reversed(lines)}
    half = 240
    if language == "en":
        assert [text for left, text in lines if left > 100][:2] == [name, contact], "on the right"
        assert lines[-8] == (0, name)
        assert [left for left, _ in lines[3:-8]] == [0] * len(lines[3:-8])
    else:
        assert 50 < lines[0][0] < half, "the title in the middle"
        assert lines[1] == (0, bare(f"致：{MATTER[language]['entity']}"))
        greeting, asked = {"zh": ("敬礼", "本人请求："), "zh-Hant": ("敬禮", "本人請求：")}[language]
        first = f"1. {MATTER[language]['remedy'].splitlines()[0]}"
        assert (at["此致"], at[greeting], at["附件:"]) == (21, 0, 0)
        assert at[bare(asked)] == at[bare(first)] == 21
        assert [left > half for left, _ in lines[-3:]] == [True] * 3, "name, contact and day on the right"


@NEEDS_LIBREOFFICE
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_processor_numbers_a_long_letter_from_its_second_page(
    page: Page, filled, tmp_path: Path, language: Language
):
    first, *others = opened(saved(page, filled(language, lines=150), language, tmp_path)).pages
    count = len(others) + 1
    assert count >= 3
    assert f"1/{count}" not in bare(first.extract_text())
    assert all(f"{number}/{count}" in bare(sheet.extract_text()) for number, sheet in enumerate(others, 2))
