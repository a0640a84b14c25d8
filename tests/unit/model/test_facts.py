"""Nothing is published that was not read: every figure, number and address stands in the collected facts."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from pydantic import BaseModel

from macros.checks.load import read
from macros.model.base import Multilingual
from macros.model.facts import Fact, Source
from macros.model.guide import Guide
from macros.model.languages import WRITTEN
from macros.model.regions import Body, Deadline, Region
from tests.conftest import ROOT
from tools import check_facts as check
from tools import evidence

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


def missing(region: Region, what: object) -> str:
    return f"{evidence.file_of(region.id)}: has no record that may be published with {what}; write what was read there"


def texts(thing: object, source: str | None = None) -> Iterator[tuple[str | None, Multilingual]]:
    """Every text in a region or a part of it, with the source of the fact that it belongs to; no title of a source."""
    if isinstance(thing, Multilingual):
        yield source, thing
    elif isinstance(thing, BaseModel) and not isinstance(thing, Source):
        source = thing.source if isinstance(thing, Fact) else source
        yield from (each for part in thing.__dict__.values() for each in texts(part, source))
    elif isinstance(thing, tuple):
        yield from (each for part in thing for each in texts(part, source))


def unread(region: Region) -> list[str]:
    """Every figure and number in a region's texts that was not read where its fact says, nor is one of its numbers."""
    named = "\n".join((evidence.names(region.id), *numbers_to_call(region)))
    return [
        f"{number}: {text[language]}"
        for source, text in texts(region)
        for read_there in ["\n".join((named, *map(said, publishable(region, source))))]
        for language in WRITTEN
        for number in sorted(not_in(read_there, text[language]))
    ]


def numbers_to_call(region: Region) -> set[str]:
    """The numbers of a region's bodies, each checked by itself, and the emergency numbers that were read of it."""
    own = {body.phone.number for body in region.bodies if body.phone}
    read_of_it = map(evidence.telephones, filter(evidence.may_be_published, evidence.facts(region.id)))
    return own | set(map(evidence.digits, own)) | EMERGENCY.intersection(set().union(*read_of_it))


def publishable(region: Region, source: str | None) -> list[evidence.Record]:
    """What was read at a source and may be published; without a source, all of the region's."""
    address = source and evidence.same_address(GUIDE.source[source].url)
    read_there = evidence.facts_at(region.id, address) if address else evidence.facts(region.id)
    return [fact for fact in read_there if evidence.may_be_published(fact)]


def said(fact: evidence.Record) -> str:
    return evidence.everything_in([fact])


def not_in(read_there: str, text: str) -> set[str]:
    """The figures, lengths of time and telephone numbers of a text that what was read does not have."""
    known = evidence.figures(read_there) | {str(number) for number in evidence.in_words(read_there)}
    to_dial = evidence.telephones({"read": read_there})
    lengths = evidence.lengths(text) - evidence.lengths(read_there)
    return {
        *(evidence.figures(text) - known),
        *(f"{count} {unit}" for count, unit in lengths),
        *(run for run in evidence.dialled(text) if not any(number.endswith(run) for number in to_dial)),
    }


def says_its_length(clock: Deadline) -> bool:
    """Whether a clock's text names what it counts, in every language."""
    return all(
        (clock.count, clock.unit) in evidence.lengths(text)
        and (clock.at_most is None or str(clock.at_most) in evidence.figures(text))
        for text in (clock.text[language] for language in WRITTEN)
    )


def changed(thing: BaseModel | tuple, *path: str | int, to: object) -> BaseModel | tuple:
    """A copy in which one part, deep inside, is another."""
    match path:
        case (int(place), *rest):
            return (*thing[:place], changed(thing[place], *rest, to=to), *thing[place + 1 :])
        case (name, *rest):
            return thing.model_copy(update={name: changed(getattr(thing, name), *rest, to=to)})
    return to


# What is published ---------------------------------------------------------------------------


@by_id(clocks())
def test_every_figure_of_a_clock_was_read_at_its_own_source(region: Region, thing: Deadline):
    read_there = [fact for fact in facts_from(region, thing.source) if evidence.may_be_published(fact)]
    figures = {thing.count, thing.at_most or thing.count}

    made_up = figures - set().union(*map(evidence.numbers, read_there))
    assert not made_up, missing(region, f"{sorted(made_up)} at {GUIDE.source[thing.source].url}")


@pytest.mark.parametrize("region", GUIDE.regions, ids=[region.id for region in GUIDE.regions])
def test_every_figure_and_number_in_a_region_s_texts_was_read_at_its_own_source(region: Region):
    found = unread(region)
    assert found == [], missing(region, found)


@by_id(clocks())
def test_a_clock_s_text_says_how_long_it_runs(region: Region, thing: Deadline):
    assert says_its_length(thing), f"{thing.count} {thing.unit}, at most {thing.at_most}: {thing.text}"


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


# What must be found out ----------------------------------------------------------------------

HONG_KONG = GUIDE.region["hk"]
CHINA = GUIDE.region["cn"]


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize(
    ("path", "made_up"),
    [
        (("first_hour", 0, "text"), {"zh": "拨打 0000。", "en": "Call 0000."}),
        (("first_hour", 1, "text"), {"zh": "拨打 1188 2878。", "en": "Call 1188 2878."}),
        (("first", "text"), {"zh": "41 天内投诉。", "en": "Complain within 41 days."}),
        (("first", "text"), {"zh": "15 个工作日内投诉。", "en": "Complain within 15 working days."}),
        (("bodies", 0, "takes", "text"), {"zh": "四十一天内投诉。", "en": "Complain within forty-one days."}),
        (("bodies", 0, "name"), {"zh": "申诉热线 76543", "en": "The 76543 line"}),
        (("deadlines", 0, "missed"), {"zh": "拨打 76543。", "en": "Call 76543."}),
        (("deadlines", 0, "starts"), {"zh": "第 321 天", "en": "Day 321"}),
        (("rights", 0, "article"), {"zh": "第 9876 条", "en": "article 9876"}),
        (("holidays", "assumed"), {"zh": "每年 41 天假", "en": "41 days off"}),
    ],
)
def test_a_made_up_figure_or_number_is_found_wherever_it_stands(path: tuple, made_up: dict, language: str):
    region = next(each for each in (HONG_KONG, CHINA) if path[0] not in ("deadlines", "rights") or each.deadlines)
    before = Multilingual(zh="没有数字", en="no figures")
    broken = changed(region, *path, to=before.model_copy(update={language: made_up[language]}))

    assert any(line.endswith(made_up[language]) for line in unread(broken))


@pytest.mark.parametrize(
    ("clock", "of_it"),
    [
        ({"count": 14}, "a count beside another in the text"),
        ({"at_most": 61}, "a longest time beside another"),
        ({"unit": "business-days"}, "days of another kind"),
        ({"text": Multilingual(zh="15 天内答复，最长 60 天", en="It answers in 41 days, 60 at most")}, "English alone"),
        (
            {"text": Multilingual(zh="四十一天内答复，最长 60 天", en="It answers in 15 days, 60 at most")},
            "Chinese alone",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_clock_that_counts_otherwise_than_its_text_is_found(clock: dict, of_it: str):
    after_referral = CHINA.deadlines[0]

    assert says_its_length(after_referral)
    assert not says_its_length(after_referral.model_copy(update=clock))


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("within 15 working days, or 35", {(15, "business-days")}),
        ("15 business days", {(15, "business-days")}),
        ("2 complete business days", {(2, "business-days")}),
        ("the end of the working day after it becomes aware", {(1, "business-days")}),
        ("56 days", {(56, "calendar-days")}),
        ("within two months or eight weeks", {(2, "months"), (8, "weeks")}),
        ("forty-five calendar days", {(45, "calendar-days")}),
        ("within 24 hours", {(24, "hours")}),
        ("一共 15 个工作日", {(15, "business-days")}),
        ("2 个完整工作日", {(2, "business-days")}),
        ("十五日内，最长六十天", {(15, "calendar-days"), (60, "calendar-days")}),
        ("180 个自然日或 3 个日历日", {(180, "calendar-days"), (3, "calendar-days")}),
        ("两个月、8 周、3 年", {(2, "months"), (8, "weeks"), (3, "years")}),
        ("as soon as possible", set()),
        ("尽快", set()),
    ],
)
def test_a_length_of_time_is_found_in_figures_and_in_words_of_both_languages(text: str, named: set):
    assert evidence.lengths(text) == named


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Call 0800 023 4567", {"0800", "023", "4567"}),
        ("Call 0000", {"0000"}),
        ("Rs 10,000 on 05 March", {"10000", "5", "3"}),
    ],
)
def test_the_zeros_of_a_telephone_number_are_no_ornament(text: str, figures: set):
    assert evidence.figures(text) == figures


def test_a_name_that_begins_as_a_month_does_is_no_month():
    assert evidence.figures("Maya and Marchetti, on 3 May") == {"3", "5"}


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
    [
        ("within 15 business days", {15}),
        ("two months", {2}),
        ("forty-five days", {45}),
        ("四十五日、两百零三条", {45, 203}),
        ("855-411-2372", {855, 411, 2372}),
        ("soon", set()),
    ],
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


def oldest(guide: Guide) -> date:
    return min(fact.checked for fact in guide.facts)


def test_a_fact_is_fresh_for_twelve_months(guide: Guide):
    assert check.stale(guide, today=oldest(guide) + timedelta(days=365)) == []


def test_a_fact_older_than_twelve_months_is_reported_with_its_place_and_age(guide: Guide):
    found = check.stale(guide, today=oldest(guide) + timedelta(days=366))

    assert re.match(rf"[a-z-]+: checked on {oldest(guide)}, 366 days ago; read (https?://|“)", found[0])


def test_no_number_stands_in_prose_or_a_letter_without_being_a_fact():
    assert check.numbers_that_are_no_facts() == []


@pytest.mark.parametrize(
    ("status", "is_dead"), [(200, False), (301, False), (403, False), (429, False), (404, True), (410, True)]
)
def test_only_an_address_that_is_gone_is_a_dead_link(status: int, is_dead: bool):
    assert check.is_dead(status) is is_dead


@pytest.mark.parametrize(
    ("address", "asked"),
    [
        ("https://www.law.example/법", "https://www.law.example/%EB%B2%95"),
        ("https://a.example:443/%EB%B2%95?a=1&b=x_y#z", "https://a.example:443/%EB%B2%95?a=1&b=x_y#z"),
    ],
)
def test_an_address_in_another_script_is_asked_for_as_servers_know_it(address: str, asked: str):
    assert check.in_ascii(address) == asked


def test_without_a_network_no_link_is_called_dead():
    dead, unreached = check.links(["https://a.example/", "https://b.example/"], ask=lambda address: None)

    assert dead == []
    assert unreached == 2


def test_a_dead_link_is_named():
    answers = {"https://a.example/": 200, "https://b.example/": 404, "https://c.example/": None}
    dead, unreached = check.links(list(answers), ask=answers.get)

    assert dead == ["https://b.example/: 404"]
    assert unreached == 1
