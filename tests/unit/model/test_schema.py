"""The JSON Schema by which editors check while one types: it is fresh, it is named, it lets in what is right."""

import json
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker

from macros.model.guide import Guide
from macros.model.schema import SCHEMA_FILE, schema, schema_text
from tests.unit.conftest import GUIDE

DATA_FILE = SCHEMA_FILE.with_name("guide.yml")


def data(text: str) -> dict[str, Any]:
    """The data of a guide as JSON knows it: days are strings."""
    return json.loads(json.dumps(yaml.load(text, yaml.CSafeLoader), default=str))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA_FILE.read_text("utf-8")), format_checker=FormatChecker())


def test_the_schema_is_fresh() -> None:
    assert SCHEMA_FILE.read_text("utf-8") == schema_text(), "run `make schema`"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())


def test_editors_find_the_schema_named_in_the_first_line_of_the_guide() -> None:
    first, _, _ = DATA_FILE.read_text("utf-8").partition("\n")
    label, _, name = first.partition("=")
    assert label == "# yaml-language-server: $schema"
    assert DATA_FILE.with_name(name) == SCHEMA_FILE


def test_the_guide_is_as_the_schema_says(validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(data(DATA_FILE.read_text("utf-8")))] == []


def test_the_open_data_is_as_the_schema_says(validator: Draft202012Validator, guide: Guide) -> None:
    published = json.loads(guide.model_dump_json(by_alias=True, exclude_none=True))
    assert [error.message for error in validator.iter_errors(published)] == []


BREAKS: dict[str, Callable[[dict[str, Any]], object]] = {
    "a missing translation": lambda guide: guide["issues"][0]["title"].pop("en"),
    "an empty translation": lambda guide: guide["issues"][0]["title"].update(en=""),
    "only spaces": lambda guide: guide["issues"][0]["title"].update(en="  "),
    "a third language": lambda guide: guide["issues"][0]["title"].update(fr="Voir"),
    "an unknown key": lambda guide: guide["issues"][0].update(colour="red"),
    "a missing key": lambda guide: guide.pop("safety"),
    "an empty list": lambda guide: guide["issues"][0].update(letters=[]),
    "a text for a list": lambda guide: guide["issues"][0].update(letters="first"),
    "a number for a phone": lambda guide: guide["regions"][0]["bodies"][0]["phone"].update(number=12363),
    "a text for a number": lambda guide: guide["regions"][0]["deadlines"][0].update(count="3"),
    "a count of nothing": lambda guide: guide["regions"][0]["deadlines"][0].update(count=0),
    "an impossible day": lambda guide: guide["regions"][0]["first"].update(checked="2026-02-30"),
    "an id in capitals": lambda guide: guide["issues"][0].update(id="Lost"),
    "a word that is none of the choices": lambda guide: guide["fields"][0].update(type="email"),
    "thirteen rights": lambda guide: guide["regions"][0].update(rights=guide["regions"][0]["rights"] * 13),
    "a key beside use": lambda guide: guide["issues"][1]["checklist"]["today"][0].update(see="lost"),
}


def test_the_minimal_guide_is_as_the_schema_says(validator: Draft202012Validator) -> None:
    assert validator.is_valid(data(GUIDE))


@pytest.mark.parametrize("spoil", BREAKS.values(), ids=BREAKS)
def test_a_broken_guide_is_not(spoil: Callable[[dict[str, Any]], object], validator: Draft202012Validator) -> None:
    broken = data(GUIDE)
    spoil(broken)
    assert not validator.is_valid(broken)


def test_an_editor_need_not_walk_through_the_file_for_each_use_of_an_anchor() -> None:
    events = yaml.parse(DATA_FILE.read_text("utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    used = [event.start_mark.line + 1 for event in events if isinstance(event, yaml.AliasEvent)]

    assert used == [], "docs/guide.yml: write `use: its-id`, or the text itself, instead of the anchors in these lines"
