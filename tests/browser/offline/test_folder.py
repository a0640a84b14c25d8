"""The guide from a folder: unzipped and double-clicked, it does what browsers allow there, and says what it cannot."""

import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, BrowserContext, Page, Request, expect

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, WRITTEN, Language
from macros.publish.folder import FOLDER, PAGES, START, zip_site
from tests.browser.conftest import NewContext, start, unfold
from tests.conftest import LIVING

BUILT = date(2026, 3, 5)
DAY = {"zh": "2026 年 3 月 5 日", "zh-Hant": "2026 年 3 月 5 日", "en": "5 March 2026"}


@pytest.fixture(scope="session")
def folder(site_for_a_folder: Path, guide: Guide, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The one folder of the zip, unzipped where a reader might."""
    place = tmp_path_factory.mktemp("stick") / "我的 文件 & more #1"
    zip_site(site_for_a_folder, place.with_name("guide.zip"), guide, BUILT)
    with zipfile.ZipFile(place.with_name("guide.zip")) as archive:
        archive.extractall(place)
    assert [path.name for path in place.iterdir()] == [FOLDER]
    return place / FOLDER


@pytest.fixture
def context(new_context: NewContext, folder: Path) -> Iterator[BrowserContext]:
    """A fresh profile without a network; whatever it asks must be of the folder."""
    context = new_context(f"{folder.as_uri()}/{PAGES}")
    context.set_offline(True)
    asked = []
    context.on("request", lambda request: asked.append(request))
    yield context
    elsewhere = {request.url for request in asked if not is_local(request, folder)}
    assert not elsewhere


def is_local(request: Request, folder: Path) -> bool:
    return request.url.startswith((f"{folder.as_uri()}/", "data:", "blob:null/"))


def files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.html"))


@cache
def parsed(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text("utf-8"), "html.parser")


def test_a_double_click_opens_the_chinese_home_page_and_the_english_is_one_click_away(page: Page, folder: Path):
    page.goto((folder / START).as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("出了什么事？")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What happened?")


def test_opened_without_the_rest_of_the_folder_the_start_says_what_to_do(
    browser: Browser, folder: Path, tmp_path: Path, guide: Guide
):
    alone = tmp_path / START
    alone.write_bytes((folder / START).read_bytes())
    page = browser.new_page()
    page.goto(alone.as_uri())
    for language in LANGUAGES:
        expect(page.locator("body")).to_contain_text(guide.words.folder.unzip[language])
        expect(page.get_by_role("link", name=f"{LIVING}{start(language)}", exact=True)).to_be_visible()
    page.close()


def test_every_page_opens_without_a_complaint_and_says_how_old_it_is(page: Page, folder: Path):
    for path in files(folder / PAGES):
        page.goto(path.as_uri())
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        language = page.locator("html").get_attribute("lang")
        expect(page.locator(".folder-note")).to_contain_text(DAY[language])
        expect(page.locator(".md-footer")).to_be_visible()
        assert page.evaluate("[...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth)")
        assert page.evaluate("[...document.styleSheets].length") >= 3


def test_every_link_leads_to_a_file_or_to_the_web(folder: Path):
    dead = []
    for path in files(folder):
        page = parsed(path)
        for tag in page.select("[href], [src]"):
            address = tag.get("href") or tag.get("src")
            target = urlsplit(urljoin(path.as_uri(), address))
            if target.scheme == "file" and not Path(unquote(target.path)).is_file():
                dead.append(f"{path.relative_to(folder)}: {address}")
    assert not dead, "\n".join(dead)


def test_every_page_names_itself_on_the_living_guide(folder: Path, site: Path):
    for path in files(folder / PAGES):
        address = parsed(path).select_one(".folder-note a")["href"]
        place = address.removeprefix(LIVING)
        assert place != address
        assert (site / place / "index.html").is_file(), address
        assert parsed(path).select_one("link[rel=canonical]")["href"] == address


def test_nothing_of_it_may_ask_a_network(folder: Path):
    for path in files(folder):
        policy = parsed(path).find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        rules = {name: sources for name, *sources in (rule.split() for rule in policy.split(";"))}
        assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == ["'none'"]
        assert "connect-src" not in rules
        sources = {source for each in rules.values() for source in each if not source.startswith("'sha256-")}
        assert sources <= {"'none'", "file:", "data:", "blob:"}, path


def test_what_a_reader_ticks_is_there_when_they_come_back(page: Page):
    page.goto("issues/funds-not-received.html")
    unfold(page)
    page.locator(".fold input[data-item]").first.check()
    page.goto("en/issues/funds-not-received.html")
    page.reload()
    expect(page.locator(".fold input[data-item]").first).to_be_checked()


def test_a_letter_is_filled_in_and_guarded_and_copied(context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto("issues/funds-not-received.html")
    unfold(page)
    page.locator("#letter-first-complaint > summary").click()
    letter = page.locator("#letter-first-complaint letter-builder")
    letter.locator(".letter-show [value=zh]").check()
    letter.locator("typed-field[data-field=name] .field-value").fill("王小明")
    ways = letter.locator("letter-ways[data-language=zh]")
    ways.locator(".way-copy").click()
    expect(ways.locator(".gate-missing")).to_be_visible()
    ways.locator(".gate-missing .gate-pass").click()
    expect(ways.locator(".way-said")).not_to_be_empty()
    assert "王小明" in page.evaluate("navigator.clipboard.readText()")
    letter.locator("typed-field[data-field=story] .field-value").fill("6222 0212 3456 7890 128")
    ways.locator(".way-copy").click()
    ways.locator(".gate-missing .gate-pass").click()
    expect(ways.locator(".gate-risks")).to_be_visible()


def test_the_chosen_region_shows_on_another_page(page: Page):
    page.goto("en/where.html")
    page.locator("region-choice select").select_option("uk")
    page.wait_for_url("**/where/uk.html")
    page.goto("en/issues/slow-support.html#next")
    here = page.locator(".choice-here")
    expect(here).to_contain_text("Financial Ombudsman Service")
    expect(here.locator("deadline-clock")).to_be_attached()
    broken = here.locator("a[href^='file:']").evaluate_all("(all) => all.map(({ href }) => href)")
    assert all(Path(unquote(urlsplit(address).path)).is_file() for address in broken)


def test_the_chosen_wallet_shows_how_it_is_frozen(page: Page):
    page.goto("issues/account-security.html")
    page.locator("provider-choice select").first.select_option("gcash")
    expect(page.locator("provider-freeze").first).to_be_visible()


def test_what_was_corrected_since_a_page_was_opened_is_said(page: Page):
    page.goto("en/where.html")
    expect(page.locator("change-note")).to_be_hidden()
    kept = {"opened:where": "2026-11-23", "region": "my", "place": "device"}
    keep = "(kept) => Object.entries(kept).forEach(([key, value]) => localStorage.setItem(key, value))"
    page.evaluate(keep, {f"wallet-complaint-guide:v1:{key}": value for key, value in kept.items()})
    page.reload()
    expect(page.locator("change-note")).to_be_visible()
    page.locator("change-note .change-title").click()
    expect(page.locator("#malaysia-days-to-answer")).to_be_in_viewport()
    expect(page.locator("article a[href$='changes.xml']")).to_have_count(0)


def test_a_case_is_kept(page: Page):
    page.goto("issues/slow-support.html")
    unfold(page)
    page.locator(".fold input[data-item]").first.check()
    page.goto("case.html#slow-support")
    page.locator("#slow-support .log-add").click()
    page.locator("#slow-support [data-field=said] .field-value").fill("wait")
    page.reload()
    expect(page.locator("#slow-support .log-entries").get_by_role("group").first).to_contain_text("wait")


@pytest.mark.parametrize(
    ("language", "query", "found"), [("zh", "密语", "about.html"), ("en", "passphrase", "about.html")]
)
def test_the_search_finds_pages(page: Page, language: Language, query: str, found: str):
    page.goto(f"{start(language)}issues/slow-support.html")
    box = page.get_by_role("textbox").first
    box.click()
    box.fill(query)
    result = page.locator(f".md-search-result__link[href*='{found}']").first
    expect(result).to_be_visible()
    result.click()
    page.wait_for_url(f"**/{start(language)}{found}*")


@pytest.mark.parametrize(("language", "query"), [("zh", "被盗刷"), ("en", "hacked")])
def test_what_upset_people_type_leads_first_to_the_right_page(page: Page, language: Language, query: str):
    page.goto(f"{start(language)}paper/slow-support.html")
    box = page.get_by_role("textbox").first
    box.click()
    box.fill(query)
    page.locator(".search-found a").first.click()
    page.wait_for_url(f"**/{start(language)}issues/account-security.html#*")


@pytest.mark.parametrize("language", WRITTEN)
def test_what_cannot_work_is_said(page: Page, guide: Guide, language: Language):
    page.goto(f"{start(language)}about.html")
    page.locator(".folder-note summary").click()
    for limit in guide.words.folder.limits:
        expect(page.get_by_text(limit[language])).to_be_visible()
    assert Axe().run(page, options={"preload": False}).response["violations"] == []
    expect(page.locator("offline-note")).to_have_count(0)  # It promises an update.


def test_sharing_a_page_gives_its_address_on_the_web(context: BrowserContext):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    context.add_init_script("delete Navigator.prototype.share")
    page = context.new_page()
    page.goto("en/issues/slow-support.html#next")
    page.locator("share-page button").click()
    expect(page.locator("share-page [role=status]")).not_to_be_empty()
    assert page.evaluate("navigator.clipboard.readText()") == f"{LIVING}en/issues/slow-support/"


def test_a_date_in_the_calendar_leads_to_the_web(page: Page):
    page.goto("en/where/uk.html#uk-clocks")
    page.locator("#uk-final-response input").fill("2026-12-10")
    with page.expect_download() as download:
        page.locator(".region[data-region=uk] .clock-calendar").click()
    calendar = Path(download.value.path()).read_bytes().decode().replace("\r\n ", "")
    assert "file:" not in calendar
    assert f"URL:{LIVING}en/letters/" in calendar


def test_a_copy_that_knows_no_living_guide_says_so_and_names_no_address(
    site_for_a_folder: Path, guide: Guide, tmp_path: Path
):
    site = tmp_path / "site"
    for path in site_for_a_folder.rglob("*"):
        if path.is_file():
            copied = site / path.relative_to(site_for_a_folder)
            copied.parent.mkdir(parents=True, exist_ok=True)
            content = path.read_bytes()
            copied.write_bytes(content.replace(LIVING.encode(), b"http://127.0.0.1:8000/"))
    zip_site(site, tmp_path / "guide.zip", guide, BUILT)
    with zipfile.ZipFile(tmp_path / "guide.zip") as archive:
        home = archive.read(f"{FOLDER}/{PAGES}index.html").decode()
    assert guide.words.folder.no_living["zh"] in home
    assert "127.0.0.1" not in home
    assert "<share-page" not in home


def test_the_same_guide_makes_the_same_zip(site_for_a_folder: Path, guide: Guide, tmp_path: Path):
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    for target in (one, two):
        zip_site(site_for_a_folder, target, guide, BUILT)
    assert one.read_bytes() == two.read_bytes()


def test_the_web_has_no_such_note(site: Path):
    assert not [path for path in site.rglob("*.html") if "folder-note" in path.read_text("utf-8")]
