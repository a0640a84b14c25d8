"""Nothing is published that was not read: every figure, number and address stands in the collected facts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from macros.checks.load import read
from macros.model.facts import Source
from macros.model.guide import Guide
from macros.model.regions import Body, Deadline, Region

from ..conftest import ROOT
from ..facts import check, evidence

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
EMERGENCY = {"110", "111", "999", "000", "112", "911"}


def by_id(things: Iterator) -> pytest.MarkDecorator:
    things = list(things)
    return pytest.mark.parametrize(("region", "thing"), things, ids=[thing.id for _, thing in things])


def clocks() -> Iterator[tuple[Region, Deadline]]:
    return ((region, clock) for region in GUIDE.regions for clock in region.deadlines)


def bodies() -> Iterator[tuple[Region, Body]]:
    return ((region, body) for region in GUIDE.regions for body in region.bodies)


def sources() -> Iterator[tuple[Region, Source]]:
    for region in GUIDE.regions:
        used = {fact.source for fact in GUIDE.facts_of(region)}
        yield from ((region, source) for source in GUIDE.source.values() if source.id in used)


def facts_from(region: Region, source: str) -> list[evidence.Record]:
    address = evidence.same_address(GUIDE.source[source].url)
    return [fact for fact in evidence.facts(region.id) if address in evidence.addresses(fact)]


def missing(region: Region, what: str) -> str:
    return f"{evidence.file_of(region.id)}: has no record that may be published with {what}; write what was read there"


# What is published ---------------------------------------------------------------------------


@by_id(clocks())
def test_every_figure_of_a_clock_was_read_at_its_own_source(region: Region, thing: Deadline):
    read_there = [fact for fact in facts_from(region, thing.source) if evidence.may_be_published(fact)]
    figures = {thing.count, thing.at_most or thing.count}

    unread = figures - set().union(*map(evidence.numbers, read_there))
    assert not unread, missing(region, f"{sorted(unread)} at {GUIDE.source[thing.source].url}")


@by_id((region, body) for region, body in bodies() if body.phone)
def test_every_phone_number_was_read(region: Region, thing: Body):
    number = evidence.digits(thing.phone.number)
    emergency = number in EMERGENCY
    read_somewhere = [fact for fact in evidence.facts(region.id) if number in evidence.telephones(fact)]

    assert any(evidence.may_be_published(fact, name_site_or_emergency=emergency) for fact in read_somewhere), missing(
        region, f"the number {thing.phone.number}"
    )


@by_id((region, body) for region, body in bodies() if body.site)
def test_every_official_site_was_read(region: Region, thing: Body):
    known = set().union(*map(evidence.addresses, evidence.everything(region.id)))

    assert evidence.same_address(thing.site) in known, missing(region, f"the address {thing.site}")


@by_id(sources())
def test_every_source_was_read(region: Region, thing: Source):
    assert thing.url, f"docs/guide.yml: the source {thing.id} has no `url`; a region’s sources have one"
    address = evidence.same_address(thing.url)
    naming = [record for record in evidence.everything(region.id) if address in evidence.addresses(record)]

    assert any(
        "confirmed" not in record or evidence.may_be_published(record, name_site_or_emergency=True) for record in naming
    ), missing(region, f"the address {thing.url}")


# The rule ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fact", "usually", "as_a_name"),
    [
        ({"confirmed": "stored-text", "confidence": "high"}, True, True),
        ({"confirmed": "stored-text", "confidence": "medium"}, True, True),
        ({"confirmed": "stored-text", "confidence": "low"}, False, False),
        ({"confirmed": "knowledge", "confidence": "high"}, False, True),
        ({"confirmed": "knowledge", "confidence": "medium"}, False, False),
        ({"confirmed": "unsure", "confidence": "high"}, False, False),
        ({"confirmed": "reversed", "confidence": "high"}, False, False),
        ({"confirmed": "stored-text", "confidence": "high", "publish": False}, False, False),
    ],
)
def test_only_what_was_read_or_is_surely_known_may_be_published(fact: evidence.Record, usually: bool, as_a_name: bool):
    assert evidence.may_be_published(fact) is usually
    assert evidence.may_be_published(fact, name_site_or_emergency=True) is as_a_name


@pytest.mark.parametrize(
    ("said", "found"),
    [("within 15 business days", {15}), ("two months", {2}), ("855-411-2372", {855, 411, 2372}), ("soon", set())],
)
def test_a_number_is_found_in_figures_and_in_words(said: str, found: set[int]):
    assert evidence.numbers({"evidence": said}) == found


@pytest.mark.parametrize("written", ["0800 023 4567", "(0800) 023-4567", "Tel: 0800 023 4567 or by post"])
def test_a_phone_number_is_found_however_it_is_written(written: str):
    assert "08000234567" in evidence.telephones({"evidence": written})


def test_a_record_does_not_answer_for_the_facts_inside_it():
    body = {"name": "FOS", "facts": [{"confirmed": "unsure", "value": 99}]}

    assert evidence.numbers(body) == set()


# make check-facts ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def guide() -> Guide:
    return GUIDE


def newest(guide: Guide) -> date:
    return max(fact.checked for fact in guide.facts)


def test_a_fact_is_fresh_for_twelve_months(guide: Guide):
    assert check.stale(guide, today=newest(guide) + timedelta(days=365)) == []


def test_a_fact_older_than_twelve_months_is_reported_with_its_place_and_age(guide: Guide):
    oldest = min(fact.checked for fact in guide.facts)
    found = check.stale(guide, today=oldest + timedelta(days=366))

    assert re.match(rf"[a-z-]+: checked on {oldest}, 366 days ago; read (https?://|“)", found[0])


def test_no_number_stands_in_prose_or_a_letter_without_being_a_fact():
    assert check.numbers_that_are_no_facts() == []


@pytest.mark.parametrize(
    ("status", "is_dead"), [(200, False), (301, False), (403, False), (429, False), (404, True), (410, True)]
)
def test_only_an_address_that_is_gone_is_a_dead_link(status: int, is_dead: bool):
    assert check.is_dead(status) is is_dead


def test_without_a_network_no_link_is_called_dead():
    dead, unreached = check.links(["https://a.example/", "https://b.example/"], ask=lambda address: None)

    assert dead == []
    assert unreached == 2


def test_a_dead_link_is_named():
    answers = {"https://a.example/": 200, "https://b.example/": 404, "https://c.example/": None}
    dead, unreached = check.links(list(answers), ask=answers.get)

    assert dead == ["https://b.example/: 404"]
    assert unreached == 1
