"""The README's recipes, followed to the letter in a copy of the tree: what was added is there after one build."""

import re
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.checks.load import Fault, read
from macros.checks.pages import check_pages
from macros.model.languages import LANGUAGES, WRITTEN, Language, folder_of
from macros.render.macros import MACROS
from tests.conftest import copy_project, mkdocs
from tests.leaves import whole
from tools import new

DATA = "docs/guide.yml"
LETTER = """\
  - id: second-opinion
    code: L99
    title: {zh: 请求复核, en: Ask for a second look}
    use_when: {zh: 不同意答复, en: You disagree}
    not_when: {zh: 还没有答复, en: There is no answer yet}
    leave_out: {zh: 猜测, en: Guesses}
    subject: {zh: "复核：{matter}", en: "Second look: {matter}"}
    parts:
      - text: {zh: 请复核, en: Please look again}
      - optional: true
        text: {zh: "理由：{reason}", en: "Reasons: {reason}"}
"""
REPLY = """\
  - id: ask-again
    said: {zh: 请再问, en: Ask again}
    do: {zh: 再问一次, en: Ask once more}
    letters: [second-opinion]
"""

each_language = pytest.mark.parametrize("language", LANGUAGES)
Page = Callable[[Language, str], BeautifulSoup]


def fill(project: Path, begins: str, values: dict[str, str]) -> None:
    """In the entry that begins so: `values` for empty keys, made-up words for empty texts, a number for each id."""
    path, numbers = project / DATA, count()
    before, found, rest = path.read_text("utf-8").partition(begins)
    entry, *after = re.split(r"(?m)^(?=  - |\S|$)", rest, maxsplit=1)
    made_up = ", ".join(f"{language}: 新的 new" for language in WRITTEN)
    entry = re.sub(r"(?m)\{(?:\w+: (?:, )?)+\}$", f"{{{made_up}}}", found + entry)
    entry = re.sub(r"(?m)^(    sources:\n      - id:)$", rf"\1 {values.get('source')}", entry)
    for key, value in values.items():
        entry = re.sub(rf"(?m)^(  [ -]*{key}:)$", rf"\1 {value}", entry)
    entry = re.sub(r"(?m)^([ -]*id:)$", lambda empty: f"{empty[1]} {values['ids']}-{next(numbers)}", entry)
    path.write_text(before + entry + "".join(after), "utf-8")


def write(project: Path, after: str, added: str, within: str = "version: 2\n") -> None:
    """Write `added` into the data file after the first `after` that follows `within`."""
    path = project / DATA
    before, found, rest = path.read_text("utf-8").partition(within)
    head, stood, tail = rest.partition(after)
    assert stood, f"no {after!r} follows {within!r}"
    path.write_text(before + found + head + stood + added + tail, "utf-8")


def faults(project: Path) -> list[Fault]:
    """Every fault of the data file and the pages."""
    reading = read(project / DATA, DATA)
    assert reading.ids, reading.faults
    return [*reading.faults, *check_pages(project, DATA, reading.ids, {macro.__name__: macro for macro in MACROS})]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tree to follow the recipes in, with what was read and what is searched for."""
    project = copy_project(tmp_path_factory.mktemp("recipes"))
    for kind in ("regions", "wallets"):
        (project / new.EVIDENCE / kind).mkdir(parents=True)
    return project


@pytest.fixture(scope="module")
def stubs(project: Path) -> dict[str, list[str]]:
    """Follow the recipes that begin with `make`; the places of what each leaves to write, before it is written."""
    left = {}
    new.region(project, "de")
    left["de"] = [f"{fault.path} {fault.where}" for fault in faults(project)]
    fill(project, "  - id: de\n", {
        "source": "de-read", "checked": "2026-11-22", "role": "escalate", "site": "https://body.example/",
        "purpose": "answer", "count": "3", "unit": "weeks", "event": "complaint", "country": "DE", "until": "2026",
        "ids": "de",
    })  # fmt: skip
    new.wallet(project, "vipps")
    left["vipps"] = [fault.where for fault in faults(project) if "/where/de.md" not in fault.path]
    fill(project, "  - id: vipps\n", {
        "source": "vipps-read", "checked": "2026-11-22", "region": "de", "kind": "app", "ids": "vipps",
    })  # fmt: skip
    new.issue(project, "fees")
    left["fees"] = [f"{fault.path} {fault.where}" for fault in faults(project) if "/where/de.md" not in fault.path]
    fill(project, "  - id: fees\n", {
        "icon": "M4 4h16", "need": "nice", "trouble": "charge", "pressed_pay": "me", "use": "official-statement",
        "ids": "fees",
    })  # fmt: skip
    for words in ("    searched: {zh: [", "        typed: {zh: ["):
        write(project, words, "手续费", within="  - id: fees\n")
        write(project, f"{words}手续费], en: [", "fees", within="  - id: fees\n")
    for letters in ("\n    letters: [", "\n        letters: ["):
        write(project, letters, "first-complaint", within="  - id: fees\n")
    write(project, "        aside:\n", "          - fees-0\n", within="      - id: still-processing\n")
    for page in [*project.glob("docs/*/*/fees.md"), *project.glob("docs/*/where/de.md")]:
        page.write_text(page.read_text("utf-8").replace("…", f"新的 new {page.parent.name}"), "utf-8")
    return left


@pytest.fixture(scope="module")
def site(project: Path, stubs: dict[str, list[str]]) -> Path:
    """The site after every recipe, built once."""
    item = "        - {id: take-a-breath, text: {zh: 喘口气, en: Take a breath}}\n"
    write(project, "      today:\n", item, within="  - id: slow-support\n")
    write(project, "      today:\n", "        - use: take-a-breath\n", within="  - id: fees\n")
    write(project, "\nletters:\n", LETTER)
    write(project, "\n    letters: [first-complaint", ", second-opinion", within="  - id: fees\n")
    write(project, "\nreplies:\n", REPLY)
    write(project, "\nzones:\n", "  - {id: Atlantic/Reykjavik, label: {zh: 冰岛时间, en: Iceland time}}\n")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stderr
    return project / "site"


@pytest.fixture(scope="module")
def page(site: Path) -> Page:
    """The parsed page of that language and name."""

    return lambda language, name: whole(site / folder_of(language) / name / "index.html")


@pytest.mark.parametrize("id", ["de", "vipps"])
def test_what_a_stub_of_a_region_or_wallet_leaves_to_write_stops_the_build_and_nothing_else_does(
    id: str, stubs: dict[str, list[str]]
):
    assert stubs[id]
    assert [place for place in stubs[id] if f"[{id}]" not in place and f"/where/{id}.md" not in place] == []


def test_what_a_stub_of_an_issue_leaves_to_write_stops_the_build_and_nothing_else_does(stubs: dict[str, list[str]]):
    pages = {f"docs/{language}/{kind}/fees.md" for language in WRITTEN for kind in ("issues", "paper")}
    begun = {place.partition(" ")[0] for place in stubs["fees"] if not re.search(r" issues\[fees\]", place)}

    assert begun == pages


@each_language
def test_a_new_item_stands_in_both_places_and_is_ticked_as_one(language: Language, page: Page):
    for issue in ("slow-support", "fees"):
        assert page(language, f"issues/{issue}").select("input[data-item=take-a-breath]")


@each_language
def test_a_new_letter_stands_among_the_letters_and_on_the_page_of_its_issue(language: Language, page: Page):
    assert page(language, "letters").select("[data-letter=second-opinion]")
    assert page(language, "issues/fees").select("#letter-second-opinion")
    assert not page(language, "issues/slow-support").select("#letter-second-opinion")


@each_language
def test_a_new_reply_stands_on_every_issue_page(language: Language, page: Page):
    for issue in ("slow-support", "fees"):
        assert {"zh": "请再问", "zh-Hant": "請再問", "en": "Ask again"}[language] in page(
            language, f"issues/{issue}"
        ).get_text()


@each_language
def test_a_new_time_zone_can_be_chosen_in_a_letter(language: Language, site: Path):
    (desk,) = site.rglob(f"desk.{language}.json")

    assert {"zh": "冰岛时间", "zh-Hant": "冰島時間", "en": "Iceland time"}[language] in desk.read_text("utf-8")


@each_language
def test_a_new_region_stands_on_its_page_in_the_comparison_and_in_the_choices(language: Language, page: Page):
    where, own = page(language, "where"), page(language, "where/de")

    assert own.select(".region[data-region=de] .clock")
    assert own.select("#vipps")
    assert where.select(".compare a[href$='de/']")
    assert where.select("select option[value=de]")
    assert page(language, "issues/fees").select(".region-list a[href$='/where/de/']")


@each_language
def test_a_new_wallet_stands_in_the_directory_and_in_the_choices(language: Language, page: Page):
    assert page(language, "providers").select("#vipps")
    assert "vipps" in str(page(language, "issues/fees").select("provider-choice"))


@each_language
def test_a_new_issue_has_its_pages_and_the_ways_to_them(language: Language, page: Page, site: Path):
    home = page(language, "")

    assert page(language, "issues/fees").h1
    assert page(language, "paper/fees").select("input, td")
    assert home.select("article a[href$='issues/fees/']")
    assert page(language, "issues/funds-not-received").select("#still-processing a[href$='issues/fees/#fees-0']")
    assert home.select("nav a[href$='issues/fees/']")
    assert "issues/fees/" in (site / folder_of(language) / "llms.txt").read_text("utf-8")


def test_every_new_thing_has_a_file_for_what_was_read(project: Path, stubs: dict[str, list[str]]):
    assert yaml.safe_load((project / new.EVIDENCE / "regions/de.yml").read_text("utf-8"))["id"] == "de"
    assert yaml.safe_load((project / new.EVIDENCE / "wallets/vipps.yml").read_text("utf-8"))["id"] == "vipps"
