"""A page that weighs more than it may is named, so that the comparison fails."""

import random
from pathlib import Path

import pytest

from tools.bench import page_weight
from tools.bench.bytes_sent import AIMS, FIRST


def incompressible(size: int) -> str:
    return random.Random(0).randbytes(size).hex()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Two small pages: that of an issue, and one that names a script more."""
    for page, scripts in ((FIRST, ("shared.js",)), ("where/", ("shared.js", "own.js"))):
        file = tmp_path / page / "index.html"
        file.parent.mkdir(parents=True)
        way = "../" * page.count("/")
        file.write_text("".join(f'<script src="{way}{script}"></script>' for script in scripts), "utf-8")
    for script in ("shared.js", "own.js"):
        (tmp_path / script).write_text(incompressible(10_000), "utf-8")
    return tmp_path


def test_what_the_first_page_has_brought_is_not_counted_again(site: Path):
    first, second = page_weight.weigh(site)
    assert 20_000 < first["where/"] < 30_000
    assert 10_000 < second["where/"] < 15_000
    assert second[FIRST] < 1_000
    assert page_weight.too_heavy(site) == []


def test_a_page_above_the_aim_is_named_with_when_it_is(site: Path):
    (site / "where/index.html").write_text(incompressible(AIMS[1]), "utf-8")
    (told,) = page_weight.too_heavy(site)
    assert told.startswith("/where/: ")
    assert told.endswith(" as a second page")
    assert any(line.startswith(page_weight.TOO_HEAVY) for line in page_weight.measure(site))
