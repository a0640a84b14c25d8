"""What was read about each region and each wallet, and what of it may be published.

`<region>.yml` and `providers/<wallet>.yml` beside this file hold the facts as they were collected: what each says,
where it was read, and how sure the reading is (`confirmed`, `confidence`). They are evidence, not the text of the
site.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import yaml

NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "fifteen": 15,
}  # fmt: skip

Record = dict[str, Any]


@cache
def region(id: str) -> Record:
    """Everything that was read about a region."""
    return _read(f"{id}.yml", "region", id)


@cache
def provider(id: str) -> Record:
    """Everything that was read about a wallet."""
    return _read(f"providers/{id}.yml", "wallet", id)


def file_of(id: str) -> str:
    """The name of the file with what was read about a region or wallet, from the root of the project."""
    here = Path(__file__).parent
    return f"tests/facts/{id}.yml" if (here / f"{id}.yml").exists() else f"tests/facts/providers/{id}.yml"


def _read(name: str, kind: str, id: str) -> Record:
    path = Path(__file__).parent / name
    assert path.exists(), (
        f"tests/facts/{name} is missing: write there what was read about the {kind} “{id}”, each record with its "
        "source_url, confirmed, evidence and confidence"
    )
    return yaml.safe_load(path.read_text("utf-8"))


def published(id: str) -> list[Record]:
    """Every record of a wallet that readers may see."""
    return [record for record in _records(provider(id)) if record.get("publish") is True]


def facts(id: str) -> list[Record]:
    """Every record of a region that says how sure it is."""
    return [record for record in _records(region(id)) if "confirmed" in record]


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
    """Every number a fact names, in figures or in English words."""
    text = " ".join(words(fact)).lower()
    found = {int(figure) for figure in re.findall(r"\d+", text)}
    return found | {NUMBER_WORDS[word] for word in re.findall("[a-z]+", text) if word in NUMBER_WORDS}


def telephones(fact: Record) -> set[str]:
    """Every run of digits in a fact that could be dialled, without spaces, brackets and dashes."""
    return {digits(run) for word in words(fact) for run in re.findall(r"[+(]?\d[\d ()-]*", word)}


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


def _records(value: Any) -> Iterator[Record]:
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from _records(child)
    elif isinstance(value, list):
        for child in value:
            yield from _records(child)


def everything(id: str) -> list[Record]:
    """Every record of a region, those that name a body included."""
    return list(_records(region(id)))
