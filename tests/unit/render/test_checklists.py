"""Checklists, as macros make them."""

import pytest
from bs4 import Tag

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, Language
from macros.render.checklists import checklist
from tests.unit.render.looked_at import read_out, shared, soup, view


@pytest.mark.parametrize(
    ("language", "label", "texts"),
    [
        ("zh", "几分钟内", ["别再付", "查状态"]),
        ("en", "Within minutes", ["Do not pay again", "Look at the status"]),
    ],
)
def test_a_checklist_is_a_named_list_of_boxes_to_tick(
    small: Guide, language: Language, label: str, texts: list[str]
) -> None:
    (items,) = soup(checklist(view(small, language), "lost", "minutes"))("ol")
    assert items["aria-label"] == label
    assert [read_out(item.label) for item in items("li")] == texts
    assert [item.label.input["type"] for item in items("li")] == ["checkbox", "checkbox"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("issue", ["lost", "slow"])
def test_a_box_carries_the_id_of_its_item_wherever_it_is_shown(small: Guide, language: Language, issue: str) -> None:
    boxes = soup(checklist(view(small, language), issue, "minutes"))("input")
    assert boxes[0]["data-item"] == "stop-paying"


def test_a_reason_describes_its_box(small: Guide) -> None:
    html = soup(checklist(view(small), "lost", "minutes"))
    plain, explained = html("input")
    assert read_out(html.find(id=explained["aria-describedby"])) == "Each has its own place"
    assert "aria-describedby" not in plain.attrs


def test_a_shared_item_has_another_html_id_on_each_page_that_lists_it(small: Guide) -> None:
    """Two checklists can stand on one page."""
    ids = {
        soup(checklist(view(small), issue, "evidence")).find("input")["aria-describedby"] for issue in ("lost", "slow")
    }
    assert len(ids) == 2


@pytest.mark.parametrize(("language", "needs"), [("zh", ["必备", "加分"]), ("en", ["essential", "helpful"])])
def test_evidence_says_how_much_it_is_needed(small: Guide, language: Language, needs: list[str]) -> None:
    html = soup(checklist(view(small, language), "lost", "evidence"))
    assert [read_out(need) for need in html(class_="tick-need")] == needs
    assert [need["class"][1] for need in html(class_="tick-need")] == ["tick-need-essential", "tick-need-nice"]


def test_only_evidence_says_how_much_it_is_needed(small: Guide) -> None:
    assert not soup(checklist(view(small), "lost", "minutes"))(class_="tick-need")


@pytest.mark.parametrize(("language", "text"), [("zh", "请看：钱没到"), ("en", "Go to: Not arrived")])
def test_an_item_leads_on_to_the_better_page(small: Guide, language: Language, text: str) -> None:
    (link,) = soup(checklist(view(small, language), "slow", "minutes"))("a")
    assert (link["href"], read_out(link)) == ("../../issues/lost/", text)


def test_the_words_of_the_script_come_with_their_placeholders(small: Guide) -> None:
    ticks = soup(checklist(view(small), "lost", "today")).find("tick-list")
    assert ticks["data-progress"] == "{done} of {total} done"
    assert ticks["data-cleared"] == "Cleared: {count}"
    assert ticks["data-restored"] == "Restored"


def test_what_needs_the_script_is_hidden_without_it(small: Guide) -> None:
    html = soup(f"{checklist(view(small), 'lost', 'today')}{shared(small)['templates']}")
    parts = html("button") + html(class_=["ticks-bar", "ticks-not-kept"])
    assert len(html(class_="way-copy")) == 1
    assert all(part.find_parent(_needs_script) or _needs_script(part) for part in parts)


def _needs_script(part: Tag) -> bool:
    return part.name == "template" or part.has_attr("hidden") or part.has_attr("data-awaits-script")
