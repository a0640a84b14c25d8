"""What a successor of the engine built, after the last step, works in a browser. Run by `make zensical` and the like:

GUIDE_SITE=<its folder> pytest tests/successors.py
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from tests.browser.conftest import context, new_context, page, start  # noqa: F401
from tests.browser.letters.test_letters import field, open_letter, paper
from tools.serving import served

ISSUE, LETTER = "funds-not-received", "first-complaint"
SITUATION, ITEM = "still-processing", "pay-only-once"
SEARCH = "header > nav > label[for=__search], .md-search__input, [data-md-component=search] button:not([type=reset])"
QUERY = {"zh": "钱没到账", "en": "money not arrived"}

each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="session")
def site() -> Path:
    return Path(os.environ["GUIDE_SITE"])


@pytest.fixture(scope="session")
def address(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The site under a path, as on GitHub Pages: a link that leaves it is seen."""
    root = tmp_path_factory.mktemp("host")
    (root / "guide").symlink_to(site.resolve())
    with served(root) as address:
        yield f"{address}guide/"


@each_language
def test_every_page_is_there_and_complains_of_nothing(page: Page, site: Path, language: Language, guide: Guide):  # noqa: F811
    pages = sorted(path.relative_to(site).parent.as_posix() for path in (site / start(language)).rglob("index.html"))
    assert len(pages) >= 15 + len(guide.issues)
    for path in pages:
        page.goto(f"{path}/")
        expect(page.locator("article .page-end")).to_have_count(1)


@each_language
def test_every_link_of_a_page_leads_to_a_page(page: Page, language: Language):  # noqa: F811
    page.goto(f"{start(language)}issues/{ISSUE}/")
    links = page.eval_on_selector_all("a[href]", "links => links.map((link) => link.href.split('#')[0])")
    for link in {link for link in links if link.startswith("http://127.0.0.1")}:
        assert page.request.get(link).ok, link


@each_language
def test_a_tick_is_kept(page: Page, language: Language):  # noqa: F811
    page.goto(f"{start(language)}issues/{ISSUE}/#{SITUATION}")
    box = page.locator(f"#{SITUATION} input[data-item='{ITEM}']")
    box.check()
    page.reload()
    expect(box).to_be_checked()


@each_language
def test_a_letter_is_filled_in(page: Page, language: Language):  # noqa: F811
    letter = open_letter(page, LETTER, ISSUE, language)
    field(letter, "name").fill("王小明 Wang")
    for version in LANGUAGES:
        expect(paper(letter, version)).to_contain_text("王小明 Wang")


@each_language
def test_what_upset_people_type_is_hinted_at(page: Page, language: Language):  # noqa: F811
    page.goto(start(language))
    page.locator(SEARCH).filter(visible=True).first.click()
    page.wait_for_timeout(500)
    page.keyboard.type(QUERY[language])
    hint = page.locator(".search-found a").first
    expect(hint).to_be_visible()
    hint.click()
    page.wait_for_url(f"**/{start(language)}issues/{ISSUE}/")


@each_language
def test_a_case_is_begun_and_has_its_log(page: Page, language: Language):  # noqa: F811
    page.goto(f"{start(language)}case/")
    page.locator(f"[data-begin={ISSUE}]").click()
    page.locator(f".case[data-issue={ISSUE}] .log-add").click()
    page.locator(f".case[data-issue={ISSUE}] [data-field=said] .field-value").fill("wait")
    page.reload()
    expect(page.locator(f".case[data-issue={ISSUE}] .log-entry")).to_contain_text("wait")
