"""Each page’s copy in Markdown says what the page says to readers without JavaScript, and llms.txt leads to it."""

import re
from pathlib import Path
from urllib.parse import urljoin

import markdown
import pytest
from bs4 import BeautifulSoup

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language, folder_of
from tests.conftest import LIVING, ROOT
from tests.leaves import whole

ADDRESS = "http://127.0.0.1:8000/"
START = {language: folder_of(language) for language in LANGUAGES}
NAMES = sorted(
    path.relative_to(ROOT / "docs/zh").with_suffix("").as_posix()
    for path in (ROOT / "docs/zh").rglob("*.md")
    if path.parent.name != "paper"
)
EVERY = [pytest.param(language, name, id=f"{language}-{name}") for language in LANGUAGES for name in NAMES]
LINK = re.compile(r"\[([^\]]*)\]\(([^)]*)\)")
UNREAD = ["script", "template", "button", "select", "textarea", "svg", "case-bar", "case-notice"]


def folder(site: Path, language: Language, name: str) -> Path:
    return site / START[language] / ("" if name == "index" else name)


def page_of(site: Path, language: Language, name: str) -> BeautifulSoup:
    return whole(folder(site, language, name) / "index.html")


def copy_of(site: Path, language: Language, name: str) -> str:
    return (folder(site, language, name) / "index.md").read_text("utf-8")


def read_without_javascript(page: BeautifulSoup) -> str:
    article = page.article
    for element in [
        *article.find_all(UNREAD),
        *article.find_all(hidden=True),
        *article.find_all(attrs={"data-awaits-script": True}),
        *article.find_all(role="status"),
        *article.find_all(class_=["opener", "page-end", "language-note", "not-begun"]),
    ]:
        element.extract()
    return "".join(article.get_text().split())


def read_in(copy: str) -> str:
    """What a copy says, but for the notes under its title and the boxes to tick."""
    title, _, *rest = copy.split("\n\n")
    html = markdown.markdown("\n\n".join([title, *rest]), extensions=["tables"])
    return "".join(BeautifulSoup(html, "html.parser").get_text().replace("[ ]", "").split())


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_copy_says_all_that_its_page_says_and_nothing_else(site: Path, language: Language, name: str):
    assert read_in(copy_of(site, language, name)) == read_without_javascript(page_of(site, language, name))


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_a_page_names_its_copy_which_begins_with_title_and_address(site: Path, language: Language, name: str):
    page = page_of(site, language, name)
    own = ADDRESS + START[language] + ("" if name == "index" else f"{name}/")
    title, notes, *_ = copy_of(site, language, name).split("\n\n")

    assert page.find("link", type="text/markdown")["href"] == f"{own}index.md"
    assert title == f"# {page.h1.get_text(strip=True)}"
    assert own in notes.splitlines()[0]


def test_only_pages_for_the_screen_have_a_copy(site: Path):
    copies = {path.relative_to(site).as_posix() for path in site.rglob("*.md")}

    assert copies == {
        folder(site, language, name).joinpath("index.md").relative_to(site).as_posix()
        for language in LANGUAGES
        for name in NAMES
    }
    for path in [site / "404.html", *site.rglob("paper/*/index.html")]:
        assert "text/markdown" not in path.read_text("utf-8"), path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["where/hk", "where/us"])
def test_a_copy_says_when_the_oldest_of_its_facts_was_checked(site: Path, guide: Guide, name: str, language: Language):
    oldest = min(guide.days)
    notes = copy_of(site, language, name).split("\n\n")[1]

    assert all(str(part) in notes for part in (oldest.year, oldest.day))


@pytest.mark.parametrize(("language", "name"), EVERY)
def test_links_in_a_copy_are_whole_and_lead_somewhere(site: Path, language: Language, name: str):
    for words, address in LINK.findall(copy_of(site, language, name)):
        assert words.strip(), address
        assert address.startswith(("https://", "http://", "tel:", "mailto:")), address
        if address.startswith(ADDRESS):
            place = site / re.sub(r"[?#].*", "", address.removeprefix(ADDRESS))
            assert place.is_file() or (place / "index.html").is_file(), address


@pytest.mark.parametrize("language", LANGUAGES)
def test_letters_are_quoted_with_every_blank_in_sight(site: Path, guide: Guide, language: Language):
    page, copy = page_of(site, language, "letters"), copy_of(site, language, "letters")
    quoted = [line for line in copy.splitlines() if line.startswith(">")]
    blanks = [blank.get_text() for blank in page.select("mark.blank")]

    assert len(blanks) > len(guide.letters) * len(LANGUAGES)
    text = "\n".join(quoted)
    for blank in blanks:
        assert blank in text
        text = text.replace(blank, "", 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_checklists_are_boxes_to_tick(site: Path, guide: Guide, language: Language):
    for issue in guide.issues:
        boxes = [
            line for line in copy_of(site, language, f"issues/{issue.id}").splitlines() if line.startswith("- [ ] ")
        ]
        shown = page_of(site, language, f"issues/{issue.id}").select("article input[data-item]")
        assert len(boxes) == len(shown) > 20, issue.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms_txt_leads_to_every_page_of_its_language_to_the_data_and_to_the_other_languages(
    site: Path, language: Language
):
    text = (site / START[language] / "llms.txt").read_text("utf-8")
    listed = [address for _, address in LINK.findall(text)]
    others = [f"{START[code]}llms.txt" for code in LANGUAGES if code != language]
    pages = [f"{START[language]}{'' if name == 'index' else f'{name}/'}index.md" for name in NAMES]

    assert sorted(listed) == sorted(
        urljoin(ADDRESS, place) for place in [*pages, "guide.json", "guide.schema.json", *others]
    )
    assert all((site / address.removeprefix(ADDRESS)).is_file() for address in listed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_llms_txt_has_the_form_that_was_proposed_for_it(site: Path, language: Language):
    title, summary, notes, *groups = (site / START[language] / "llms.txt").read_text("utf-8").strip().split("\n\n")

    assert re.fullmatch("# .+", title)
    assert re.fullmatch("> .+", summary)
    assert all(line.startswith("- ") for line in notes.splitlines())
    for heading, links in zip(groups[::2], groups[1::2], strict=True):
        assert re.fullmatch("## .+", heading)
        assert all(re.fullmatch(r"- \[[^\]]+\]\([^)]+\): .+", link) for link in links.splitlines())


def test_copies_stand_beside_pages_addressed_as_files_too(site_for_a_folder: Path):
    assert f"{LIVING}en/issues/slow-support.md" in (site_for_a_folder / "en/llms.txt").read_text("utf-8")
    assert (site_for_a_folder / "en/issues/slow-support.md").is_file()
    assert f"{LIVING}index.md" in (site_for_a_folder / "index.html").read_text("utf-8")
