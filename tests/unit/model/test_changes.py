"""What was corrected or has changed: entries that say nothing, or nothing true, are refused."""

import re
from datetime import date

import pytest

from macros.checks.load import parse, read
from macros.model.changes import Change
from macros.model.languages import LANGUAGES
from tests.conftest import ROOT
from tests.unit.conftest import GUIDE, edit
from tools.evidence import figures

REAL = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
SOURCES = "    sources: [{source: law, checked: 2026-11-25}]\n"

REFUSED = {
    "nothing that it concerns": (("{letters: [first]}", "{}"), "names nothing; say which `regions`"),
    "an unknown region": (("concerns: {regions: [home]}", "concerns: {regions: [hone]}"), "did you mean “home”?"),
    "an unknown wallet": (("{letters: [first]}", "{wallets: [purze]}"), "did you mean “purse”?"),
    "an unknown issue": (("{letters: [first]}", "{issues: [los]}"), "did you mean “lost”?"),
    "an unknown letter": (("{letters: [first]}", "{letters: [frist]}"), "did you mean “first”?"),
    "a fact without its source": ((SOURCES, ""), "add its `sources`, each with `source` and `checked`"),
    "a source without its day": (("{source: law, checked: 2026-11-25}", "{source: law}"), "is missing; add `checked:`"),
    "mended before it was said": (("since: 2026-11-22", "since: 2026-11-27"), "was mended before the guide said it"),
    "the oldest first": (("day: 2026-11-25\n    kind", "day: 2026-11-27\n    kind"), "put the newest first"),
    "an id that is taken": (("id: new-form", "id: home-three-months"), "ids are permanent"),
    "no kind that there is": (("kind: mended", "kind: moved"), "must be 'mended' or 'changed'"),
    "one language alone": (("en: Whoever writes", "fr: Qui"), "has no text in “en”"),
}


@pytest.mark.parametrize(("change", "says"), REFUSED.values(), ids=REFUSED)
def test_an_entry_is_refused(change: tuple[str, str], says: str) -> None:
    faults = parse(edit(GUIDE, change), "guide.yml").faults

    assert any(says in fault.what for fault in faults), faults
    assert all("changes" in fault.where for fault in faults)


def test_a_rule_may_be_told_before_it_holds_and_an_entry_of_letters_needs_no_source() -> None:
    reading = parse(GUIDE, "guide.yml")

    assert reading.faults == ()
    assert [(entry.id, entry.kind) for entry in reading.guide.changes] == [
        ("home-three-months", "mended"), ("new-form", "changed")
    ]  # fmt: skip


def test_a_source_that_an_entry_alone_names_is_a_shared_one() -> None:
    paper = '{id: paper, title: {zh: 报纸, en: The paper}, url: "https://paper.example/"}'
    named = (SOURCES, SOURCES.replace("source: law", "source: paper"))
    shared = edit(GUIDE, named, ("shared_sources:\n", f"shared_sources:\n  - {paper}\n"))
    at_home = edit(
        GUIDE, named, ("    sources:\n      - {id: code", f"    sources:\n      - {paper}\n      - {{id: code")
    )

    assert parse(shared, "guide.yml").faults == ()
    (fault,) = parse(at_home, "guide.yml").faults
    assert fault.what == "is named by an entry of `changes` alone; put it under `shared_sources`"


# The guide's own entries ------------------------------------------------------------------------

each_entry = pytest.mark.parametrize("entry", REAL.changes, ids=[entry.id for entry in REAL.changes])


@each_entry
def test_an_entry_names_no_figure_that_its_region_or_wallet_does_not(entry: Change) -> None:
    about = entry.concerns
    things = [*(REAL.region[id] for id in about.regions), *(REAL.provider[id] for id in about.wallets)]
    there = figures(" ".join(thing.model_dump_json() for thing in things))
    days = {str(part) for day in (entry.day, entry.since) for part in (day.year, day.month, day.day)}
    said = " ".join(text[language] for text in (entry.now, entry.affected) for language in LANGUAGES)

    assert figures(re.sub(r"\bL\d+", "", said)) - there - days == set(), "an entry says nothing that no fact says"


@each_entry
def test_what_an_entry_says_was_checked_when_the_fact_was(entry: Change) -> None:
    checked = {(fact.source, fact.checked) for fact in REAL.facts}

    assert {(fact.source, fact.checked) for fact in entry.sources} <= checked
    assert entry.day <= date.today()
