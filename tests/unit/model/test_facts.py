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
from macros.model.languages import WRITTEN, Language
from macros.model.regions import Body, Deadline, Region
from macros.model.wallets import Provider
from tests.conftest import ROOT
from tools import check_facts as check
from tools import evidence

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
MAILBOX = re.compile(r"[\w.-]+@[\w-]+\.[\w.]*\w")
EMERGENCY = {"110", "111", "999", "000", "112", "911", "190"}
NOT_READ = "not-read"


def by_id(things: Iterator) -> pytest.MarkDecorator:
    things = list(things)
    return pytest.mark.parametrize(("region", "thing"), things, ids=[thing.id for _, thing in things])


def clocks() -> Iterator[tuple[Region, Deadline]]:
    return ((region, clock) for region in GUIDE.regions for clock in region.deadlines)


def bodies() -> Iterator[tuple[Region, Body]]:
    return ((region, body) for region in GUIDE.regions for body in region.bodies)


def things() -> Iterator[tuple[Region | Provider, Source]]:
    """Every region and wallet, with each source that its facts name."""
    for thing in (*GUIDE.regions, *GUIDE.providers):
        used = {fact.source for fact in GUIDE.facts_of(thing)}
        yield from ((thing, source) for source in GUIDE.source.values() if source.id in used)


def behind(thing: Region | Provider, source: str) -> tuple[evidence.Record, ...]:
    """The records that a source of a region or wallet rests on."""
    return evidence.behind(thing.id, source, GUIDE.source[source].url)


def counted_on(thing: Region | Provider, source: str) -> list[evidence.Record]:
    """Those of them that readers may see."""
    return [
        record
        for record in behind(thing, source)
        if record.get("publish", True) and evidence.may_be_published(record, name_site_or_emergency=True)
    ]


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
    read_there = behind(region, source) if source else evidence.facts(region.id)
    return [fact for fact in read_there if evidence.may_be_published(fact)]


def said(fact: evidence.Record) -> str:
    return evidence.everything_in([fact])


def not_in(read_there: str, text: str) -> set[str]:
    """The figures, lengths of time and telephone numbers of a text that what was read does not have."""
    known = evidence.figures(read_there) | {str(number) for number in evidence.in_words(read_there)}
    to_dial = evidence.telephones({"read": read_there}) if evidence.dialled(text) else set()
    lengths = evidence.lengths(text) - evidence.lengths(read_there)
    return {
        *(evidence.figures(text) - known),
        *(f"{count} {unit}" for count, unit in lengths),
        *(run for run in evidence.dialled(text) if not any(number.endswith(run) for number in to_dial)),
    }


def says_its_length(clock: Deadline) -> bool:
    """Whether a clock's text names what it counts, in every language."""
    unit = "calendar-days" if clock.unit == "days" else clock.unit  # In words they look alike.
    return all(
        (clock.count, unit) in evidence.lengths(text)
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
    figures = {thing.count, thing.at_most or thing.count}

    made_up = figures - set().union(*map(evidence.numbers, publishable(region, thing.source)))
    assert not made_up, missing(region, f"{sorted(made_up)} for the source {thing.source}")


@pytest.mark.parametrize("region", GUIDE.regions, ids=[region.id for region in GUIDE.regions])
def test_every_figure_and_number_in_a_region_s_texts_was_read_at_its_own_source(region: Region):
    found = unread(region)
    assert found == [], missing(region, found)


def test_no_clock_runs_by_general_knowledge():
    assert [clock.id for _, clock in clocks() if GUIDE.source[clock.source].state == "knowledge"] == []


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


@by_id((region, body) for region, body in bodies() if body.mail)
def test_every_mailbox_was_read(region: Region, thing: Body):
    assert thing.mail.email in str(evidence.facts(region.id)), missing(region, f"the mailbox {thing.mail.email}")


def test_whoever_writes_to_a_body_is_told_its_postal_address_as_it_was_read():
    """An ombudsman that asks for copies on paper had a telephone and a site alone; so had AFCA and AMCM."""
    told = {body.id: body.post.address for _, body in bodies() if body.post}
    read_of = {
        fact.get("value") or fact["text_en"].rstrip(".")
        for region in GUIDE.regions
        for fact in evidence.facts(region.id)
        if fact.get("kind") == "address" and evidence.may_be_published(fact)
    }

    assert {*told.values()} == read_of
    assert {"au-afca", "mo-amcm", "ch-ombudsman"} <= told.keys()


@pytest.mark.parametrize("language", WRITTEN)
def test_korea_names_no_days_for_a_report_and_counts_mediation_from_the_application(language: Language):
    korea = GUIDE.region["kr"]
    reports = [clock for clock in korea.deadlines if clock.purpose == "report"]

    assert korea.report_at_once
    assert all(clock.called for clock in reports)
    assert {"zh": "从申请之日起 30 天内", "en": "within 30 days of the application"}[language] in GUIDE.body[
        "kr-fss"
    ].binding.text[language]


def test_korea_tells_whose_transfer_is_held_that_it_must_be_told_and_offers_the_rule_for_the_letter():
    """Rules on held transfers, on stops and on balances were read, and nobody was told."""
    rules = {right.id: right for right in GUIDE.region["kr"].rights}

    assert {"kr-stop", "kr-temporary-measure", "kr-safeguarding"} <= rules.keys()
    assert "account-unfreeze" in rules["kr-temporary-measure"].letters
    assert all(rules[id].by_choice for id in ("kr-temporary-measure", "kr-stop"))  # The Act's list has no wallets.


def test_in_the_united_states_the_year_to_court_is_for_payments_and_stands_at_the_court():
    (limit,) = (clock for clock in GUIDE.region["us"].deadlines if clock.to == "us-court")

    assert (limit.whose, limit.troubles) == ("reader", ("unauthorised", "missing", "charge"))


def test_nobody_with_line_pay_money_is_sent_to_ipass_for_a_freeze():
    """The number of iPASS is for a balance that was left there."""
    (taiwan,) = (provider.regions for provider in GUIDE.providers if provider.id == "line-pay-money")

    assert taiwan[0].quickest
    assert taiwan[0].quickest.kind == "app"


def test_every_region_names_a_number_for_the_police_or_an_emergency_where_one_is_known():
    """Brazil had none at all."""
    without = {
        region.id
        for region in GUIDE.regions
        for urgent in [region.bodies_for("urgent")]
        if not any(body.phone for body in urgent)
        and not EMERGENCY & {number for _, text in texts((*region.first_hour, *urgent)) for number in figures_of(text)}
    }

    assert without == {"id"}  # None was read.


def figures_of(text: Multilingual) -> frozenset[str]:
    return evidence.figures(text.en)


def test_whoever_writes_to_a_body_is_told_its_mailbox_where_one_was_read():
    told = {body.mail.email for _, body in bodies() if body.mail}
    known = {
        mail for region in GUIDE.regions for fact in evidence.facts(region.id) for mail in MAILBOX.findall(str(fact))
    }

    assert known - told == {
        "info@afca.org.au",  # In a note on another number; nothing of the page itself was kept.
    }


@by_id((region, body) for region, body in bodies() if body.site)
def test_every_official_site_was_read(region: Region, thing: Body):
    known = set().union(*map(evidence.addresses, evidence.everything(region.id)))

    assert evidence.same_address(thing.site) in known, missing(region, f"the address {thing.site}")


each_source = pytest.mark.parametrize(
    ("thing", "source"), list(things()), ids=[f"{thing.id}: {source.id}" for thing, source in things()]
)


@each_source
def test_every_source_was_read(thing: Region | Provider, source: Source):
    if source.id != NOT_READ:
        assert counted_on(thing, source.id) or at_home(thing, source), (
            f"{evidence.file_of(thing.id)}: no record that may be published has the address of “{source.id}” or names "
            f"it; write `source: {source.id}` on those that it rests on"
        )


def at_home(thing: Region | Provider, source: Source) -> bool:
    """Whether it is the own site of a body that was read about."""
    bodies = (record for record in evidence.everything(thing.id) if "confirmed" not in record)
    return bool(source.url) and any(evidence.same_address(source.url) in evidence.addresses(body) for body in bodies)


@each_source
def test_a_source_that_is_no_official_page_says_who_reports_it(thing: Region | Provider, source: Source):
    """Beside what was read there, a name or an emergency number may be known by heart."""
    said = {says(thing, record) for record in counted_on(thing, source.id)}

    assert source.state != "official" or (said <= {"official", "knowledge"} and said != {"knowledge"}), (
        f"docs/guide.yml: the source “{source.id}” says nothing of how it was read, so readers are told that it is an "
        f"official page; {evidence.file_of(thing.id)} has for it: {', '.join(sorted(said))}. Write `reported_by: "
        "{zh: …, en: …}` with the publisher’s name, or `knowledge: true`. If some records are official, give the "
        "others a source of their own (`source: <id>` in the record). If the host is the body’s or firm’s own, name "
        "it in `official_addresses` there"
    )


def says(thing: Region | Provider, record: evidence.Record) -> str:
    """How the evidence says that something is known, in the words of an author."""
    if record["confirmed"] == "knowledge":
        return "knowledge"
    if evidence.is_official(thing.id, record):
        return "official"
    return f"read at {record.get('read_via') or record.get('source_url') or record.get('source_title')}"


@each_source
def test_what_the_evidence_does_not_link_is_not_linked(thing: Region | Provider, source: Source):
    copies = {
        evidence.same_address(record["source_url"])
        for record in behind(thing, source.id)
        if record.get("link") is False and record.get("source_url")
    }

    assert source.url is None or evidence.same_address(source.url) not in copies, (
        f"docs/guide.yml: “{source.id}” links what {evidence.file_of(thing.id)} says `link: false` of; write its "
        f"`cite_url`, or take the `url` away and write `source: {source.id}` on the records that it rests on"
    )


def test_nothing_leads_to_a_number_on_a_page_that_is_not_official():
    """A number that somebody else passes on may be a swindler's tomorrow, whatever else the page was read for."""
    led_to = {
        source.id: thing.id
        for thing, source in things()
        if source.url and not evidence.is_own_address(thing.id, source.url) and has_a_number(thing, source)
    }

    assert led_to == {}, "take their `url` away; their records in evidence/ name them with `source: <id>`"


def has_a_number(thing: Region | Provider, source: Source) -> bool:
    """Whether a fact says that a number or address to write to was read there, or a record has one that was."""
    says_one = (
        any(getattr(fact, way, None) for way in ("number", "phone", "email"))
        for fact in GUIDE.facts_of(thing)
        if fact.source == source.id
    )
    read_there = set().union(*map(dialled_in, at_address(thing, source.url)))
    return any(says_one) or bool(read_there & numbers_of(thing))


def at_address(thing: Region | Provider, url: str) -> list[evidence.Record]:
    """Every record that was read at an address, those that may not be published too."""
    address = evidence.same_address(url)
    return [
        each for each in evidence.everything(thing.id) if evidence.same_address(each.get("source_url") or "") == address
    ]


def numbers_of(thing: Region | Provider) -> set[str]:
    """The numbers that were read about a region or wallet, but those of emergencies, which everybody knows."""
    of_phones = (each.get("value") for each in evidence.everything(thing.id) if "phone" in str(each.get("kind")))
    of_bodies = (each.get("phone") for each in evidence.everything(thing.id))
    numbers = set().union(*(evidence.telephones({"number": number}) for number in (*of_phones, *of_bodies)))
    return {number for number in numbers if len(number) > 2} - EMERGENCY


def dialled_in(record: evidence.Record) -> set[str]:
    """Every run of digits in what a record says and quotes, its address and its days left out."""
    return evidence.telephones({key: record.get(key) for key in ("text_zh", "text_en", "value", "evidence")})


@pytest.mark.parametrize("thing", [*GUIDE.regions, *GUIDE.providers], ids=lambda thing: thing.id)
def test_every_fact_has_the_day_on_which_it_was_read(thing: Region | Provider):
    wrong = {
        f"{fact.source}, {fact.checked}: {fact.says.en}": sorted(map(str, days))
        for fact in GUIDE.facts_of(thing)
        if fact.source != NOT_READ
        for days in [days_of(thing, fact)]
        if fact.checked not in days
    }

    assert wrong == {}, f"docs/guide.yml: write the day that {evidence.file_of(thing.id)} has for it"


def days_of(thing: Region | Provider, fact: Fact) -> set[date]:
    """The days of the records that a fact may rest on: of those at its source the ones that share a figure with it."""
    figures = evidence.figures(fact.says.en)
    records = behind(thing, fact.source) or evidence.everything(thing.id)[:1]
    sharing = [record for record in records if figures & evidence.figures(said(record))]
    return {evidence.day_of(thing.id, record) for record in sharing or records}


@pytest.mark.parametrize("language", WRITTEN)
def test_what_one_repost_alone_says_of_malaysian_complaints_is_told_as_reported_and_not_counted_on(language: str):
    """10 working days more for others' papers, and 60 in all: read in a repost of a press text, and nowhere else."""
    clocks = [clock for clock in GUIDE.region["my"].deadlines if clock.unit == "business-days"]

    assert {clock.count for clock in clocks} == {20}
    assert {clock.at_most for clock in clocks} == {None}
    for clock in clocks:
        assert {(10, "business-days"), (60, "business-days")} <= evidence.lengths(clock.extends[language])
        assert {"zh": "据《马来邮报》报道", "en": "The Malay Mail reported"}[language] in clock.extends[language]


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

    assert re.match(rf"[a-z-]+: read on {oldest(guide)}, 366 days ago; read (https?://|“)", found[0])


def test_what_to_read_again_comes_in_the_order_of_its_risk(guide: Guide):
    """A number or an address that no official page gave; then what was written long ago; then what much rests on."""
    today = max(fact.checked for fact in guide.facts)
    lines = check.riskiest(guide, today)
    states = [re.match(r"[a-z0-9-]+: (\w+)", line)[1] for line in lines]
    assert set(states) == {"official", "reported", "knowledge"}
    assert states[0] != "official"
    assert any("@" in line for line in lines)

    first = [line for line in lines if not re.match(r"[a-z0-9-]+: official", line) and ", numbers: " in line]
    assert lines[: len(first)] == first
    years = [int(year[1]) if (year := re.search(r"written in (\d+)", line)) else today.year for line in first]
    assert years == sorted(years)
    assert years[0] < 2020
    resting = [
        int(re.search(r"facts: (\d+)", line)[1]) for line, year in zip(first, years, strict=True) if year == today.year
    ]
    assert len(resting) > 5
    assert resting == sorted(resting, reverse=True)


def test_an_older_reading_comes_before_a_newer_one(guide: Guide):
    source = next(source for source in guide.source.values() if source.state == "reported")
    aged = re.compile(rf"{source.id}: reported \(.+\), (?:written in \d+, )?(\d+) days old")
    today = oldest(guide) + timedelta(days=400)
    (line,) = (line for line in check.riskiest(guide, today) if line.startswith(f"{source.id}:"))
    assert 390 < int(aged.match(line)[1]) <= 400


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
