"""Nothing is said of a wallet that was not read: every fact rests on one that may be published, every way is exact."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from macros.checks.load import read
from macros.model.facts import Fact
from macros.model.languages import LANGUAGES
from macros.model.wallets import Channel, Presence, Provider
from tests.conftest import ROOT
from tools import check_facts as check
from tools import evidence
from tools.evidence import everything_in, figures

GUIDE = read(ROOT / "docs/guide.yml", "docs/guide.yml").guide
NOT_READ = "not-read"
LOCAL_BANKS = {("apple-pay", "hk"), ("apple-pay", "nz"), ("google-pay", "ca")}
"""Where what was read of a wallet used everywhere is the page of a bank of that region."""

each_provider = pytest.mark.parametrize("provider", GUIDE.providers, ids=[each.id for each in GUIDE.providers])


def ways(provider: Provider) -> Iterator[Channel]:
    return (way for presence in provider.regions for way in (*presence.freeze, *presence.channels))


def rests_on(provider: Provider, fact: Fact) -> list[evidence.Record]:
    """The published records from the source that a fact names; for what was not read, those of what is known."""
    if fact.source == NOT_READ:
        return [record for record in evidence.published(provider.id) if record["confirmed"] == "knowledge"]
    read_there = evidence.behind(provider.id, fact.source, GUIDE.source[fact.source].url)
    return [record for record in read_there if record.get("publish") is True]


def said(fact: Fact) -> str:
    """Everything a fact says, in every language."""
    texts = (fact.says, getattr(fact, "note", None))
    return " ".join(text[language] for text in texts if text for language in LANGUAGES)


def missing(provider: Provider, what: object) -> str:
    return f"{evidence.file_of(provider.id)}: has no record with `publish: true` for {what}; write what was read there"


def regions_read(provider: Provider) -> set[str]:
    own = set(evidence.provider(provider.id)["regions"])
    return own | {record.get("region") for record in evidence.published(provider.id)}


def test_every_wallet_was_read_and_every_wallet_read_is_there():
    there = {each.id for each in GUIDE.providers}
    was_read = {path.stem for path in (ROOT / "evidence/wallets").glob("*.yml")}

    assert there <= was_read, f"write what was read about {there - was_read} in evidence/wallets/<id>.yml"
    assert was_read <= there, f"{was_read - there} is not among the `providers` of docs/guide.yml; write it there"


@each_provider
def test_every_fact_rests_on_one_that_may_be_published(provider: Provider):
    unread = [said(fact) for fact in GUIDE.facts_of(provider) if not rests_on(provider, fact)]

    assert unread == [], missing(provider, unread)


@each_provider
def test_every_figure_was_read_at_its_own_source(provider: Provider):
    unread = {
        said(fact): made_up
        for fact in GUIDE.facts_of(provider)
        if (made_up := figures(said(fact)) - figures(everything_in(rests_on(provider, fact))))
    }

    assert unread == {}, missing(provider, unread)


@each_provider
def test_what_was_not_read_gives_no_number_and_no_way_to_reach_anyone(provider: Provider):
    by_heart = [fact for fact in GUIDE.facts_of(provider) if fact.source == NOT_READ]

    assert [said(fact) for fact in by_heart if figures(said(fact)) or "@" in said(fact) or "://" in said(fact)] == []


@each_provider
def test_every_phone_number_and_e_mail_address_stands_so_in_the_text_that_was_read(provider: Provider):
    for way in ways(provider):
        read_there = everything_in([each for each in rests_on(provider, way) if each["confirmed"] == "stored-text"])
        if way.phone:
            assert way.phone in read_there, missing(provider, way.phone)
        if way.email:
            assert way.email in read_there, missing(provider, way.email)


@each_provider
def test_every_address_to_go_to_was_read(provider: Provider):
    record = evidence.provider(provider.id)
    official = record["official_url"] if record.get("official_url_confirmed") == "stored-text" else None
    known = {official} | {word for each in evidence.published(provider.id) for word in evidence.words(each)}
    linked = [provider.site, *(way.url for way in ways(provider))]

    unread = [url for url in linked if url and url not in known]
    assert unread == [], missing(provider, unread)
    assert provider.site in (None, official), (
        f"{evidence.file_of(provider.id)}: its official_url is not {provider.site}"
    )


@each_provider
def test_every_licensed_entity_was_read_by_its_name(provider: Provider):
    for presence in provider.regions:
        if presence.entity:
            known = everything_in(rests_on(provider, presence.entity))
            name = presence.entity.name
            assert name.zh in known or name.en in known, missing(provider, name.en)


@each_provider
def test_a_wallet_stands_only_in_regions_that_were_read(provider: Provider):
    unread = {presence.region for presence in provider.regions} - regions_read(provider)

    assert {(provider.id, region) for region in unread} <= LOCAL_BANKS, missing(provider, f"the regions {unread}")


@each_provider
def test_the_supervisor_is_a_body_of_that_region(provider: Provider):
    def knows(presence: Presence) -> bool:
        return presence.supervisor in {body.id for body in GUIDE.region[presence.region].bodies}

    assert [presence.region for presence in provider.regions if presence.supervisor and not knows(presence)] == []


def test_make_check_facts_covers_every_wallet():
    long_after = max(fact.checked for fact in GUIDE.facts) + timedelta(days=check.FRESH_FOR_DAYS + 1)
    aged = {line.partition(":")[0] for line in check.stale(GUIDE, long_after)}
    linked = {
        url for provider in GUIDE.providers for url in (provider.site, *(way.url for way in ways(provider))) if url
    }

    assert {provider.id for provider in GUIDE.providers} <= aged
    assert linked <= set(check.all_links(GUIDE))
