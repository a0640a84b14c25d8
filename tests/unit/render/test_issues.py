"""An issue's page and the ways to it, as macros make them."""

from datetime import date

import pytest

from macros.checks.load import parse
from macros.model.facts import Source
from macros.model.guide import Guide
from macros.model.languages import Language
from macros.model.situations import Situation
from macros.render.checklists import checklist, paper_kit
from macros.render.issues import danger, issue_list, short_answer
from macros.render.letters import letter
from macros.render.offline import take_along
from macros.render.page import count, glossary, open_data, text_copies
from macros.render.text import how_read, oldest_reading
from tests.unit.conftest import GUIDE, edit
from tests.unit.render.looked_at import read_out, soup, view


@pytest.mark.parametrize(("language", "text"), [("zh", "先看这句 先查状态"), ("en", "In short Check the status")])
def test_the_short_answer_is_labelled(small: Guide, language: Language, text: str) -> None:
    assert read_out(soup(short_answer(view(small, language), "lost"))) == text


def test_what_is_urgent_is_ticked_in_the_red_box_and_not_asked_again_in_its_list() -> None:
    urgent = edit(GUIDE, ("id: stop-paying, text", "id: stop-paying, urgent: true, text"))
    here = view(parse(urgent, "guide.yml").guide)

    box = soup(danger(here, "lost"))
    assert [tick["data-item"] for tick in box("input")] == ["stop-paying"]
    assert [read_out(line) for line in box("li") if not line.label] == ["Cancel it"]
    assert [tick["data-item"] for tick in soup(checklist(here, "lost", "minutes"))("input")] == ["check-status"]


def test_a_red_box_without_urgent_items_has_nothing_to_tick(small: Guide) -> None:
    assert not soup(danger(view(small), "lost"))("tick-list")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("zh", ["钱没到", "客服不回"]),
        ("en", ["Not arrived", "No answer"]),
    ],
)
def test_issues_are_listed_by_name(small: Guide, language: Language, texts: list[str]) -> None:
    links = soup(issue_list(view(small, language)))("a")
    assert [read_out(link) for link in links] == texts


@pytest.mark.parametrize(("directories", "address"), [(True, "../../issues/slow/"), (False, "../../issues/slow.html")])
def test_links_to_issues_are_relative_to_the_page(small: Guide, directories: bool, address: str) -> None:
    here = view(small, directories=directories)
    assert soup(issue_list(here))("a")[1]["href"] == address
    assert here.issue_link("slow") == address


def test_the_zip_is_offered_only_where_there_is_one(small: Guide) -> None:
    assert soup(take_along(view(small))).a["href"] == "../../../guide.zip"
    assert soup(take_along(view(small, zip=""))).get_text(strip=True) == ""


def test_the_open_data_is_found_from_the_root_of_the_site(small: Guide) -> None:
    assert open_data(view(small)) == "../../../guide.json"


@pytest.mark.parametrize(("what", "many"), [("issues", "2"), ("letters", "2"), ("regions", "2"), ("providers", "2")])
def test_what_the_data_has_is_counted(small: Guide, what: str, many: str) -> None:
    assert count(view(small), what) == many


def test_a_letter_is_named_by_its_code(small: Guide) -> None:
    assert (letter(view(small), "first"), letter(view(small), "chase")) == ("L1", "L2")


def test_the_list_of_copies_is_found_in_the_readers_language(small: Guide) -> None:
    assert text_copies(view(small)) == "../../llms.txt"


@pytest.mark.parametrize(
    ("language", "text", "oldest"),
    [
        (
            "en",
            "official page, read on 22 November 2026; knowledge, noted on 5 January 2025",
            date(2025, 1, 5),
        ),
        ("zh", "官方页面，读于 2026 年 11 月 22 日", date(2026, 11, 22)),
        ("zh", "read on 5 January 2025", None),
        ("en", "On 5 January 2025 nothing was read.", None),
    ],
)
def test_the_oldest_reading_is_the_oldest_that_a_page_tells(
    small: Guide, language: Language, text: str, oldest: date | None
) -> None:
    assert oldest_reading(small, language, text) == oldest


@pytest.mark.parametrize(
    ("says", "language", "said"),
    [
        ({}, "en", "official page, read on 5 January 2025"),
        ({}, "zh", "官方页面，读于 2025 年 1 月 5 日"),
        ({"reported_by": {"zh": "日报", "en": "the Daily"}}, "en", "reported by the Daily, read on 5 January 2025"),
        ({"reported_by": {"zh": "日报", "en": "the Daily"}}, "zh", "据日报，读于 2025 年 1 月 5 日"),
        ({"knowledge": True}, "en", "general knowledge, noted on 5 January 2025"),
        ({"knowledge": True}, "zh", "常识，记于 2025 年 1 月 5 日"),
    ],
)
def test_a_source_says_how_it_was_read(small: Guide, says: dict, language: Language, said: str) -> None:
    source = Source.model_validate({"id": "new", "title": {"zh": "新", "en": "New"}, **says})
    assert how_read(small, language, source, date(2025, 1, 5)) == said


def test_a_term_is_named_in_both_languages(small: Guide) -> None:
    (term,) = soup(glossary(view(small)))("dt")
    assert (term["id"], read_out(term), term.span["lang"]) == ("recall", "recall 追回", "zh")


def test_the_paper_kit_has_a_sheet_for_each_situation(small: Guide) -> None:
    html = soup(paper_kit(view(small), "lost"))
    own = [each for each in small.issue["lost"].situations if isinstance(each, Situation)]
    *sheets, _, _ = html(class_="paper-sheet")
    assert [sheet.h2.text for sheet in sheets] == [each.sign.en for each in own]
    for sheet, each in zip(sheets, own, strict=True):
        assert [item.text for item in sheet("li")] == [
            item.text.en for item in (*small.steps(each.id), *small.evidence(each.id))
        ]
        for name in small.situation[each.id].letters:
            assert small.letter[name].title.en in sheet.text
        for wrong in small.situation[each.id].not_here:
            assert wrong.text.en in sheet.text


def test_the_paper_kit_has_what_all_have_in_common_and_room_for_the_contact_log(small: Guide) -> None:
    html = soup(paper_kit(view(small), "lost"))
    *_, common, _ = html(class_="paper-sheet")
    assert [item.text for item in common("li")] == [
        item.text.en for phase in ("contact", "written", "follow_up") for item in small.items("lost", phase)
    ]
    assert [cell.text for cell in html("th")] == ["Which day", "Which way"]
    assert {len(row("td")) for row in html.tbody("tr")} == {2}
