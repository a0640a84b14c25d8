"""`/guide.json`: everything the guide knows, whole and readable, for whoever wants to build on it."""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator, FormatChecker
from mkdocs.config import load_config

from macros.model.made import with_made_texts
from tests.conftest import LIVING, ROOT


@pytest.fixture(scope="module")
def published(site: Path) -> dict:
    return json.loads((site / "guide.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def schema(site: Path) -> dict:
    return json.loads((site / "guide.schema.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def data() -> dict:
    """The data file, read by YAML alone, with the texts that are made of it; days as JSON writes them."""
    text = (ROOT / "docs/guide.yml").read_text("utf-8")
    return json.loads(json.dumps(with_made_texts(yaml.load(text, yaml.CSafeLoader)), default=str))


BY_DEFAULT = {
    ("scope", "case"),
    ("rung", "complain"),
    ("complaint", True),
    ("reply_days", 14),
    ("to", "entity"),
    ("reads", "en"),
    ("type", "line"),
}
ALL_CLOCKS = ["answer", "act", "opens", "report", "escalate", "appeal"]
"""What a situation's `clocks` are where it names none; one that has none says so with an empty list."""


def said(value: Any) -> Any:
    """`value` without what it says by default: the JSON spells out `optional: false`, what is empty and the like."""
    if isinstance(value, dict):
        value = {key: child for key, child in value.items() if (key, child) != ("clocks", ALL_CLOCKS)}
        return {
            key: said(child)
            for key, child in value.items()
            if child is not False
            and child not in ([], {})
            and (isinstance(child, dict | list) or (key, child) not in BY_DEFAULT)
        }
    if isinstance(value, list):
        return [said(child) for child in value]
    return value


def test_everything_in_the_data_file_is_published_and_nothing_else(published: dict, data: dict):
    assert said(published) == said({"$schema": published["$schema"], **data})


def test_the_published_data_is_valid_by_the_published_schema(published: dict, schema: dict):
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=FormatChecker())

    assert [f"{error.json_path}: {error.message}" for error in validator.iter_errors(published)] == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda guide: guide["issues"][0]["title"].pop("en"),
        lambda guide: guide["letters"][0].update(colour="red"),
        lambda guide: guide["regions"][0]["first"].update(checked="yesterday"),
        lambda guide: guide.pop("regions"),
    ],
    ids=["no translation", "an unknown key", "no day", "a collection missing"],
)
def test_the_published_schema_refuses_what_the_guide_does_not_allow(spoil, published: dict, schema: dict):
    spoilt = json.loads(json.dumps(published))
    spoil(spoilt)

    assert not Draft202012Validator(schema, format_checker=FormatChecker()).is_valid(spoilt)


def test_the_published_schema_is_the_one_editors_use(schema: dict):
    assert schema == json.loads((ROOT / "docs/guide.schema.json").read_text("utf-8"))


def test_the_data_names_its_schema_by_the_address_where_it_is_published(published: dict):
    site_url = load_config(str(ROOT / "mkdocs.yml")).site_url

    assert published["$schema"] == f"{site_url}guide.schema.json"


def test_the_schema_has_its_address_under_a_site_in_a_folder_too(site_for_a_folder: Path):
    published = json.loads((site_for_a_folder / "guide.json").read_text("utf-8"))

    assert published["$schema"] == f"{LIVING}guide.schema.json"


@pytest.mark.parametrize("name", ["guide.json", "guide.schema.json"])
def test_the_files_are_plain_utf_8_that_people_can_read(name: str, site: Path):
    content = (site / name).read_bytes()

    assert not content.startswith(b"\xef\xbb\xbf")
    assert "\\u" not in content.decode("utf-8")
    assert content.count(b"\n") > 100


def test_chinese_stands_in_the_data_as_chinese(site: Path, data: dict):
    assert f'"{data["words"]["guide"]["zh"]}"' in (site / "guide.json").read_text("utf-8")


def test_there_is_one_copy_of_the_data_for_both_languages(site: Path):
    assert {path.relative_to(site).as_posix() for path in site.rglob("guide*.json")} == {
        "guide.json",
        "guide.schema.json",
    }
