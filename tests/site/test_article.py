"""Every point of the article this guide was born from is in the guide, in both languages, and its risky advice is not.

The points are in `article_points.yml`.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml
from bs4 import BeautifulSoup

from macros.model.languages import WRITTEN, Language

TABLE = yaml.load((Path(__file__).parent / "article_points.yml").read_text("utf-8"), yaml.CSafeLoader)
PREFIX = {"zh": "", "en": "en"}


@cache
def words_of(file: Path) -> str:
    """What a reader reads in the body of a page, with single spaces."""
    html = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    return " ".join(html.select_one("article.md-content__inner").get_text().split())


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("point", TABLE["points"], ids=lambda point: point["id"])
def test_the_guide_makes_the_point(point: dict, language: Language, site: Path):
    folder = "" if point["page"] == "index" else point["page"]
    words = words_of(site / PREFIX[language] / folder / "index.html")

    assert [phrase for phrase in point[language] if phrase not in words] == []


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("advice", TABLE["never"], ids=lambda advice: advice["en"][0])
def test_the_guide_never_gives_the_risky_advice(advice: dict, language: Language, site: Path):
    pages = [file for file in site.rglob("index.html") if (site / "en" in file.parents) == (language == "en")]
    found = [
        f"{file.relative_to(site)}: {phrase}"
        for file in pages
        for phrase in advice[language]
        if phrase.casefold() in words_of(file).casefold()
    ]

    assert pages
    assert found == []


def test_no_point_is_counted_twice():
    ids = [point["id"] for point in TABLE["points"]]

    assert len(ids) == len(set(ids))
