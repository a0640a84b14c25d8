"""The table of languages: in `mkdocs.yml` for the theme, and the same for Python and for scripts."""

from datetime import date

import pytest
import yaml

from macros.model.base import Multilingual
from macros.model.languages import EDITIONS, LANGUAGES, MAIN, OTHERS, WRITTEN, Language, folder_of
from macros.render.text import said_day
from tests.conftest import ROOT


def test_the_main_language_stands_at_the_root_and_each_other_in_a_folder():
    assert (LANGUAGES[0], folder_of(MAIN)) == (MAIN, "")
    assert all(folder_of(language).strip("/") + "/" == folder_of(language) for language in OTHERS)


@pytest.mark.parametrize("language", OTHERS)
def test_each_other_language_is_built_with_settings_of_its_own(language: Language):
    settings = yaml.load((ROOT / f"mkdocs.{language}.yml").read_text("utf-8"), Loader=yaml.BaseLoader)
    assert (settings["theme"]["language"], settings["site_dir"]) == (
        language,
        f"site/{folder_of(language).rstrip('/')}",
    )


def test_a_text_has_every_language_and_those_that_are_made_need_not_be_written():
    assert tuple(Multilingual.model_fields) == LANGUAGES
    assert tuple(name for name, field in Multilingual.model_fields.items() if field.is_required()) == WRITTEN


def test_what_a_language_is_made_from_is_written():
    assert {edition.made_from for edition in EDITIONS.values()} - {None} <= set(WRITTEN)


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "2026 年 3 月 5 日"), ("zh-Hant", "2026 年 3 月 5 日"), ("en", "5 March 2026")]
)
def test_a_day_is_written_as_its_language_does(language: Language, said: str):
    assert said_day(date(2026, 3, 5), language) == said
