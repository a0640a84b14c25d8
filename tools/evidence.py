"""What was read about each region and each wallet, and what of it may be published.

`evidence/regions/<id>.yml` and `evidence/wallets/<id>.yml` hold the facts as they were collected: what each says,
where it was read, on which day, and how sure the reading is (`confirmed`, `confidence`). They are evidence, not the
text of the site.

A record belongs to the source of the guide that stands at one of its addresses. Where that is not to be published, or
several sources share an address, the record names the guide's source itself: `source: <id>`, or several in a list.
"""

import re
from calendar import month_name
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

EVIDENCE = Path(__file__).parents[1] / "evidence"

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "ninety": 90,
}  # fmt: skip
CHINESE_FIGURES = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
CHINESE_TENS = {"十": 10, "百": 100, "千": 1000}
IN_ENGLISH = rf"\b(?:{'|'.join(NUMBER_WORDS)})(?:-(?:{'|'.join(NUMBER_WORDS)}))?\b"
IN_CHINESE = f"[{''.join((*CHINESE_FIGURES, *CHINESE_TENS))}]+"

UNITS = {
    "business-days": ("个?(?:完整)?(?:工作|营业)日", "(?:complete )?(?:working|business) days?"),
    "calendar-days": ("个?(?:自然|日历)日|[日天]", "(?:calendar )?days?"),
    "weeks": ("周|个?星期", "weeks?"),
    "months": ("个月", "months?"),
    "years": ("年", "years?"),
    "hours": ("个?小时", "hours?"),
}
"""How a length of time is written after its number, in Chinese and in English."""
A_CALENDAR_YEAR = 1000
"""A number from which on “years” counts none, but names one."""

SITES = ("url", "official_url", "register_url", "directory_url")
"""What holds the address of a body or firm in its record."""
GOVERNMENT = re.compile(
    r"(^|\.)((gov|govt|gob|gouv|gub|gc|go|mil|police|admin|jus)(\.[a-z]{2}){0,2}|europa\.eu|canada\.ca)$"
)
"""The hosts that governments give to public bodies alone."""
SECOND_LEVEL = {"ac", "co", "com", "edu", "ne", "net", "or", "org"}
"""What stands before a country's letters where names are registered below it: `com.sg`."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")

ADDRESS = re.compile(r"(?:https?://)?(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s;)]*)?")

Record = dict[str, Any]


@cache
def region(id: str) -> Record:
    """Everything that was read about a region."""
    return _read("regions", id)


@cache
def provider(id: str) -> Record:
    """Everything that was read about a wallet."""
    return _read("wallets", id)


def file_of(id: str) -> str:
    """The name of the file with what was read about a region or wallet, from the root of the project."""
    kind = "regions" if (EVIDENCE / f"regions/{id}.yml").exists() else "wallets"
    return f"{EVIDENCE.name}/{kind}/{id}.yml"


def _read(kind: str, id: str) -> Record:
    path = EVIDENCE / kind / f"{id}.yml"
    assert path.exists(), (
        f"{EVIDENCE.name}/{kind}/{id}.yml is missing: write there what was read about “{id}”, each record with its "
        "source_url, confirmed, evidence and confidence"
    )
    return yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)


def file(id: str) -> Record:
    """Everything that was read about a region or wallet."""
    return region(id) if file_of(id).startswith(f"{EVIDENCE.name}/regions") else provider(id)


def behind(id: str, source: str, url: str | None) -> tuple[Record, ...]:
    """Every record of a region or wallet that a source of the guide rests on: those that name it, and those at its
    address that name no other; where there is none, those about the body whose own site it is."""
    address = url and same_address(url)
    records = tuple(_records(file(id)))
    named = (each for each in records if "confirmed" in each and address in addresses(each))
    at_home = (each for each in records if "confirmed" not in each and address in addresses(each))
    of_the_body = (fact for body in at_home for fact in body.get("facts", ()))
    return (
        *(each for each in records if source in names_of_sources(each)),
        *(each for each in named if not names_of_sources(each)),
    ) or tuple(each for each in of_the_body if not names_of_sources(each))


def names_of_sources(record: Record) -> tuple[str, ...]:
    """The sources of the guide that a record names."""
    named = record.get("source", ())
    return (named,) if isinstance(named, str) else tuple(named)


def day_of(id: str, record: Record) -> date:
    """The day on which a record was read: its own, else that of its file."""
    whole = file(id)
    day = next(each[key] for each in (record, whole) for key in ("checked", "checked_on", "compiled") if key in each)
    return date.fromisoformat(str(day))


def written_in(id: str, source: str, url: str | None) -> int | None:
    """The year of the newest words that a source of a region or wallet rests on; None where none bear a day."""
    days = (str(record.get("source_date") or "") for record in behind(id, source, url))
    return max((int(year) for day in days for year in YEAR.findall(day)), default=None)


def is_official(id: str, record: Record) -> bool:
    """Whether a record was read where a public body or the firm itself publishes, be it in a stored copy.

    What may not be linked was not. Where the words were read in another copy (`read_via`), the addresses of that count.
    """
    via = record.get("read_via") or ""
    elsewhere = via and not via.startswith(("same URL", "("))
    read_at = ADDRESS.findall(via) if elsewhere else [record.get("source_url") or ""]
    return record.get("link") is not False and any(is_own_address(id, address) for address in read_at)


def is_own_address(id: str, address: str) -> bool:
    """Whether an address is a government's, or of a body or firm that a region or wallet is about."""
    host, slash, path = same_address(address).partition("/")
    host = host.partition(":")[0]
    return bool(GOVERNMENT.search(host)) or any(
        f"{host}{slash}{path}".startswith(own) if "/" in own else f".{host}".endswith(f".{own}")
        for own in own_addresses(id)
    )


@cache
def own_addresses(id: str) -> frozenset[str]:
    """The sites of the bodies of a region or of a wallet's firm and of the bodies of its regions, and what its file
    calls official beside them (`official_addresses`: hosts, or the beginnings of addresses)."""
    whole = file(id)
    about = (record for record in _records(whole) if "confirmed" not in record or record is whole)
    sites = (str(record[key]) for record in about for key in SITES if record.get(key))
    hosts = {_site_of(same_address(site).partition("/")[0]) for site in sites}
    if file_of(id).startswith(f"{EVIDENCE.name}/regions"):
        return frozenset({*hosts, *whole.get("official_addresses", ())})
    regions = (region for region in whole.get("regions", ()) if (EVIDENCE / f"regions/{region}.yml").exists())
    return frozenset({*hosts, *whole.get("official_addresses", ())}.union(*map(own_addresses, regions)))


def _site_of(host: str) -> str:
    """The part of a host that its owner registered: `gcash.com` of `help.gcash.com`."""
    labels = host.split(".")
    is_shared = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in SECOND_LEVEL
    return ".".join(labels[-3 if is_shared else -2 :])


def published(id: str) -> list[Record]:
    """Every record of a wallet that readers may see."""
    return [record for record in _records(provider(id)) if record.get("publish") is True]


@cache
def facts(id: str) -> tuple[Record, ...]:
    """Every record of a region that says how sure it is."""
    return tuple(record for record in _records(region(id)) if "confirmed" in record)


def may_be_published(fact: Record, *, name_site_or_emergency: bool = False) -> bool:
    """The rule for what readers may count on.

    Read in a stored copy, with high or medium confidence: yes. Known but not read: only a body's name, its official
    site or an emergency number, and only with high confidence. Everything else: no, say "ask the body".
    """
    match fact.get("publish", True), fact["confirmed"], fact.get("confidence"):
        case False, _, _:
            return False
        case _, "stored-text", "high" | "medium":
            return True
        case _, "knowledge", "high":
            return name_site_or_emergency
    return False


def numbers(fact: Record) -> set[int]:
    """Every number a fact names, in figures or in words."""
    text = " ".join(words(fact))
    return {int(figure) for figure in re.findall(r"\d+", text)} | in_words(text)


@cache
def in_words(text: str) -> frozenset[int]:
    """Every number in a text that is written in words: “forty-five” and “四十五” are 45."""
    return frozenset(number(word) for word in re.findall(f"{IN_ENGLISH}|{IN_CHINESE}", text.lower()))


def number(written: str) -> int:
    """What stands for a number, in figures or in words, as a number."""
    if re.fullmatch(IN_CHINESE, written):
        total, last = 0, 0
        for sign in written:
            last = CHINESE_FIGURES.get(sign, last)
            if sign in CHINESE_TENS:
                total, last = total + (last or 1) * CHINESE_TENS[sign], 0
        return total + last
    words = written.lower().split("-")
    return sum(NUMBER_WORDS[word] for word in words) if words[0] in NUMBER_WORDS else int(written.replace(",", ""))


@cache
def figures(text: str) -> frozenset[str]:
    """Every number in a text in figures, without commas; a month by its English name is one too.

    A zero before three figures or more stays: it is of a telephone number, “0000” no less than “0800”.
    """
    months = {str(month) for month, name in enumerate(month_name) if name and re.search(rf"\b{name}\b", text)}
    found = (figure.replace(",", "") for figure in re.findall(r"\d[\d,]*", text))
    return frozenset(months | {figure if len(figure) > 2 else str(int(figure)) for figure in found})


@cache
def lengths(text: str) -> frozenset[tuple[int, str]]:
    """Every length of time that a text names, in figures or in words, with its unit. Days of a month are none."""
    written = rf"({IN_ENGLISH}|{IN_CHINESE}|\d[\d,]*)"
    found = {
        (number(count), unit)
        for unit, ways in UNITS.items()
        for way in ways
        for count in re.findall(rf"(?<![\d第下哪])(?<!月 ){written}[ -]?(?:{way})", text, re.IGNORECASE)
    }
    next_day = {(1, "business-days")} if re.search("working day after|下一个工作日", text) else set()
    return frozenset({length for length in found if length[0] < A_CALENDAR_YEAR} | next_day)


def dialled(text: str) -> set[str]:
    """Every run of digits in a text in which spaces or dashes stand, as in telephone numbers, without those."""
    return {digits(run) for run in re.findall(r"\d[\d ()-]*\d", text) if not run.isdigit()}


def telephones(fact: Record) -> set[str]:
    """Every run of digits in a fact that could be dialled, without spaces, brackets and dashes."""
    return {digits(run) for word in words(fact) for run in re.findall(r"[+(]?\d[\d ()-]*", word)}


@cache
def names(id: str) -> str:
    """What the bodies and laws of a region are called: a line may be named by its number."""
    called = ("name_zh", "name_en", "law_zh", "law_en")
    return everything_in({key: record.get(key) for key in called} for record in everything(id))


def digits(number: str) -> str:
    return re.sub(r"\D", "", number)


def addresses(record: Record) -> set[str]:
    """Every address in a record, as `same_address` compares them."""
    return {same_address(word) for word in words(record) if re.match(r"https?://", word)}


def same_address(address: str) -> str:
    """An address without what makes no other page: the scheme and a slash at the end."""
    return re.sub(r"^https?://", "", address).rstrip("/")


def words(record: Any) -> Iterator[str]:
    """Every value in a record as text, but not those of the facts inside it."""
    if isinstance(record, dict):
        for value in record.values():
            if not any("confirmed" in inner for inner in _records(value)):
                yield from words(value)
    elif isinstance(record, list):
        for value in record:
            yield from words(value)
    elif record is not None:
        yield str(record)


def everything_in(records: Iterable[Record]) -> str:
    """All that records say, in one text."""
    return "\n".join(word for record in records for word in words(record))


def _records(value: Any) -> Iterator[Record]:
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from _records(child)
    elif isinstance(value, list):
        for child in value:
            yield from _records(child)


@cache
def everything(id: str) -> tuple[Record, ...]:
    """Every record of a region or wallet, those that name a body included."""
    return tuple(_records(file(id)))
