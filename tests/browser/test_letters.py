"""Letters in a real browser: read in both languages on either page, copied as plain text, whole and without notes."""

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.model import LANGUAGES, PLACEHOLDER, Guide, Language, Letter

from .conftest import NewContext, start

ISSUE = "account-security"
LETTER = "unauthorised-transactions"
"""One of that issue's, with parts to leave out."""

CLIPBOARD_REFUSED = """
navigator.clipboard.writeText = () => Promise.reject(new DOMException("Not now.", "NotAllowedError"));
"""
CLIPBOARD_MISSING = "Object.defineProperty(navigator, 'clipboard', { value: undefined });"

TEXTS = """
() => [...document.querySelectorAll("letter-text")].map((letter) => [
  letter.closest("[data-letter]").dataset.letter, letter.querySelector("[lang].letter-paper").lang, letter.text,
])
"""


def plain(guide: Guide, letter: Letter, language: Language) -> str:
    """A letter as the reader must find it on the clipboard."""

    def blank(placeholder) -> str:
        return guide.words.letter.blank[language].replace("{label}", guide.field[placeholder[1]].label[language])

    subject = guide.words.letter.subject[language] + letter.subject[language]
    lines = (subject, *(part.text[language] for part in letter.parts))
    return "\n\n".join(PLACEHOLDER.sub(blank, line) for line in lines)


def letters_page(language: Language) -> str:
    return f"{start(language)}letters/"


def letter_text(page: Page, letter: str, language: Language) -> Locator:
    paper = page.locator(f".letter-paper[lang={language}]")
    return page.locator(f"[data-letter={letter}] letter-text", has=paper)


def open_letters(page: Page, path: str) -> None:
    page.goto(path)
    page.locator("details").evaluate_all("(all) => all.forEach((details) => { details.open = true; })")


def copy(letter: Locator) -> None:
    letter.get_by_role("button").click()


def lines(text: str) -> list[str]:
    """Lines that are not empty: a selection spaces paragraphs in its own way."""
    return [line for line in text.splitlines() if line.strip()]


@pytest.fixture
def page(new_context: NewContext) -> Page:
    """A fresh page that may use the clipboard."""
    return new_context(permissions=["clipboard-read", "clipboard-write"]).new_page()


# Copying -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_is_copied_whole_in_both_languages(page: Page, guide: Guide, language: Language):
    open_letters(page, letters_page(language))
    for letter in guide.letters:
        for version in LANGUAGES:
            shown = letter_text(page, letter.id, version)
            copy(shown)
            expect(shown.get_by_role("status")).to_have_text(guide.words.letter.copied[language])
            copied = page.evaluate("navigator.clipboard.readText()")
            assert copied == plain(guide, letter, version), f"{letter.id}, {version}"


@pytest.mark.parametrize("version", LANGUAGES)
def test_notes_to_the_reader_are_shown_but_not_copied(page: Page, guide: Guide, version: Language):
    open_letters(page, letters_page("zh"))
    shown = letter_text(page, LETTER, version)
    note = guide.words.letter.optional["zh"]
    expect(shown.get_by_text(note)).to_have_count(sum(part.optional for part in guide.letter[LETTER].parts))
    copy(shown)
    expect(shown.get_by_role("status")).not_to_be_empty()
    assert note not in page.evaluate("navigator.clipboard.readText()")


def test_only_the_letter_that_was_copied_says_so(page: Page):
    open_letters(page, letters_page("zh"))
    copy(letter_text(page, LETTER, "zh"))
    expect(letter_text(page, LETTER, "zh").get_by_role("status")).not_to_be_empty()
    expect(page.locator("letter-text [role=status]:not(:empty)")).to_have_count(1)


@pytest.mark.parametrize("path", [f"issues/{ISSUE}/", letters_page("zh")])
def test_a_letter_is_opened_and_copied_by_keyboard(page: Page, guide: Guide, path: str):
    page.goto(path)
    shown = letter_text(page, LETTER, "zh")
    expect(shown).to_be_hidden()
    page.locator("details", has=shown).locator("summary").press("Enter")
    expect(shown).to_be_visible()
    page.keyboard.press("Tab")
    expect(shown.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(shown.get_by_role("status")).to_have_text(guide.words.letter.copied["zh"])
    assert page.evaluate("navigator.clipboard.readText()") == plain(guide, guide.letter[LETTER], "zh")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_is_the_same_on_every_page_that_has_it(page: Page, guide: Guide, language: Language):
    versions = (language, *(other for other in LANGUAGES if other != language))
    fitting = {f"{start(language)}issues/{issue.id}/": issue.letters for issue in guide.issues}
    for path, letters in {**fitting, letters_page(language): list(guide.letter)}.items():
        page.goto(path)
        expected = [[id, version, plain(guide, guide.letter[id], version)] for id in letters for version in versions]
        assert page.evaluate(TEXTS) == expected, path


# Where the clipboard is refused ------------------------------------------------------------


@pytest.mark.parametrize("clipboard", [CLIPBOARD_REFUSED, CLIPBOARD_MISSING], ids=["refused", "missing"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_where_copying_is_refused_the_letter_is_selected(page: Page, guide: Guide, clipboard: str, language: Language):
    page.add_init_script(clipboard)
    open_letters(page, letters_page(language))
    for version in LANGUAGES:
        shown = letter_text(page, LETTER, version)
        copy(shown)
        expect(shown.get_by_role("status")).to_have_text(guide.words.letter.copy_refused[language])
        selected = page.evaluate("getSelection().toString()")
        assert lines(selected) == lines(plain(guide, guide.letter[LETTER], version))


def test_a_selected_letter_copied_by_hand_holds_no_notes(page: Page, guide: Guide):
    page.add_init_script(CLIPBOARD_REFUSED)
    open_letters(page, letters_page("zh"))
    shown = letter_text(page, LETTER, "zh")
    copy(shown)
    expect(shown.get_by_role("status")).to_have_text(guide.words.letter.copy_refused["zh"])
    page.keyboard.press("ControlOrMeta+c")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert lines(copied) == lines(plain(guide, guide.letter[LETTER], "zh"))


# Reading -----------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_letter_stands_in_both_languages_the_readers_own_first(page: Page, guide: Guide, language: Language):
    open_letters(page, letters_page(language))
    for letter in guide.letters:
        papers = page.locator(f"[data-letter={letter.id}] .letter-paper")
        expect(papers).to_have_count(len(LANGUAGES))
        expect(papers.first).to_have_attribute("lang", language)
        for version in LANGUAGES:
            first_part = lines(plain(guide, letter, version))[0]
            expect(letter_text(page, letter.id, version)).to_contain_text(first_part, use_inner_text=True)


@pytest.mark.parametrize("version", LANGUAGES)
def test_every_blank_is_marked_with_its_field(page: Page, guide: Guide, version: Language):
    open_letters(page, letters_page("zh"))
    for letter in guide.letters:
        texts = (letter.subject, *(part.text for part in letter.parts))
        fields = [field for text in texts for field in PLACEHOLDER.findall(text[version])]
        blanks = letter_text(page, letter.id, version).locator("mark.blank")
        assert blanks.evaluate_all("(blanks) => blanks.map((blank) => blank.dataset.field)") == fields
        labels = [guide.field[field].label[version] for field in fields]
        assert blanks.all_text_contents() == [
            guide.words.letter.blank[version].replace("{label}", label) for label in labels
        ]


def test_a_letter_to_copy_by_hand_needs_no_javascript(new_context: NewContext, guide: Guide):
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"issues/{ISSUE}/")
    page.locator("details", has=letter_text(page, LETTER, "zh")).locator("summary").click()
    for version in LANGUAGES:
        seen = letter_text(page, LETTER, version).inner_text()
        for line in lines(plain(guide, guide.letter[LETTER], version)):
            assert line in seen
    expect(page.get_by_role("article").get_by_role("button")).to_have_count(0)
