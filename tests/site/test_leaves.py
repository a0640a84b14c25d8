"""What an issue's page folds is a page of its own, whole without scripts: each plan, and the letters that fit."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from macros.model.guide import Guide
from macros.model.languages import EDITIONS, LANGUAGES, Language, folder_of
from tests.leaves import parsed

each_language = pytest.mark.parametrize("language", LANGUAGES)
OF_LANG = {edition.lang: code for code, edition in EDITIONS.items()}
Leaves = dict[str, dict[str, BeautifulSoup]]


@pytest.fixture(scope="module")
def leaves(site: Path) -> dict[str, Leaves]:
    """By language and issue, each leaf by its name."""
    return {
        language: {
            issue.name: {leaf.parent.name: parsed(leaf) for leaf in issue.glob("*/index.html")}
            for issue in (site / folder_of(language) / "issues").iterdir()
        }
        for language in LANGUAGES
    }


def own_words(leaf: BeautifulSoup) -> str:
    return leaf.select_one(".leaf").get_text()


@each_language
def test_every_situation_and_the_letters_of_every_issue_have_an_address(
    language: Language, guide: Guide, leaves: dict[str, Leaves]
):
    assert {issue: {*its} for issue, its in leaves[language].items()} == {
        issue.id: {"letters", *(situation.id for situation in guide.situations(issue.id))} for issue in guide.issues
    }


@each_language
def test_a_plan_is_found_and_shared_under_what_happened(language: Language, guide: Guide, leaves: dict[str, Leaves]):
    for issue in guide.issues:
        for situation in guide.situations(issue.id):
            leaf = leaves[language][issue.id][situation.id]
            sign = situation.sign[language]

            assert leaf.h1.get_text() == leaf.find("meta", property="og:title")["content"] == sign
            assert leaf.title.get_text() == f"{sign} - {guide.words.guide[language]}"
            assert leaf.find("meta", attrs={"name": "description"})["content"] == situation.what[language]
            assert [box["data-item"] for box in leaf.select(".plan-now [data-item]")] == [
                step.id for step in guide.steps(situation.id)
            ]
            assert situation.not_here[0].text[language] in own_words(leaf)
            assert guide.safety[0][language] in leaf.article.get_text()


@each_language
def test_the_letters_of_an_issue_stand_whole_on_their_leaf(language: Language, guide: Guide, leaves: dict[str, Leaves]):
    for issue in guide.issues:
        leaf = leaves[language][issue.id]["letters"]
        assert [fold["id"] for fold in leaf.select(".leaf .letters > details")] == [
            f"letter-{id}" for id in issue.letters
        ]
        assert all(paper.get_text(strip=True) for paper in leaf.select(".letter-paper"))


@each_language
def test_without_scripts_an_issues_page_leads_to_each_leaf_from_its_place(
    language: Language, guide: Guide, site: Path, leaves: dict[str, Leaves]
):
    for issue in guide.issues:
        page = parsed(site / folder_of(language) / "issues" / issue.id / "index.html")
        for situation in guide.situations(issue.id):
            (link,) = page.select(f"details#{situation.id} page-leaf a")
            assert link["href"] == f"{situation.id}/"
        assert [link["href"] for link in page.select("#letters ~ page-leaf a")] == [
            f"letters/#letter-{letter}" for letter in issue.letters
        ]


def test_every_link_of_a_leaf_leads_somewhere(site: Path, leaves: dict[str, Leaves]):
    ids: dict[Path, set[str]] = {}
    for language, issues in leaves.items():
        for issue, its in issues.items():
            for name, leaf in its.items():
                base = f"http://here/{folder_of(language)}issues/{issue}/{name}/"
                for tag in leaf.select("[href], [src]"):
                    to = urlsplit(urljoin(base, tag.get("href") or tag["src"]))
                    if to.hostname != "here":
                        continue
                    file = site / to.path.lstrip("/")
                    file = file / "index.html" if file.is_dir() else file
                    assert file.is_file(), f"{base}: {tag}"
                    if to.fragment:
                        if file not in ids:
                            ids[file] = {each["id"] for each in parsed(file).find_all(id=True)}
                        assert to.fragment in ids[file], f"{base}: {tag}"


def test_the_language_link_of_a_leaf_leads_to_the_same_leaf(leaves: dict[str, Leaves]):
    for language, issues in leaves.items():
        for issue, its in issues.items():
            for name, leaf in its.items():
                for link in leaf.select("a.other-language"):
                    to = urljoin(f"/{folder_of(language)}issues/{issue}/{name}/", link["href"])
                    assert to == f"/{folder_of(OF_LANG[link['hreflang']])}issues/{issue}/{name}/"


def test_nothing_of_the_workshop_is_left_on_pages_and_leaves(site: Path):
    for file in site.rglob("index.html"):
        text = file.read_text("utf-8")
        assert "data-leaf" not in text, file
        assert "guide-home:" not in text, file
        assert "guide-root:" not in text, file


def test_no_id_stands_twice_on_a_leaf_and_a_term_is_linked_once(leaves: dict[str, Leaves]):
    for issues in leaves.values():
        for its in issues.values():
            for name, leaf in its.items():
                ids = [tag["id"] for tag in leaf.find_all(id=True)]
                terms = [link["href"] for link in leaf.select("article a.term")]
                assert len(ids) == len({*ids}), name
                assert len(terms) == len({*terms}), name
