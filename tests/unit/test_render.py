"""Each macro turns the guide into HTML: in either language, with what it names, and never with an author's tags."""

import inspect
import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag

from macros.checks.load import parse
from macros.model.checklists import PHASES
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, MAIN, Language
from macros.render.checklists import checklist, paper_kit
from macros.render.facts import facts_by_age, source_list
from macros.render.issues import causes, issue_list, short_answer, triage, who_pressed_pay
from macros.render.letters import Segment, all_letters, desk, issue_letters, letter, letter_list, papers, segments
from macros.render.macros import MACROS
from macros.render.offline import take_along
from macros.render.page import count, glossary, open_data, safety, text_copies
from macros.render.regions import all_regions, compare_regions, who_next
from macros.render.text import marked, oldest_check
from macros.render.view import View
from macros.render.wallets import provider_choice, provider_list

from .conftest import GUIDE, edit

PAYLOAD = """"'><img src=x onerror=alert(1)>"""


def view(guide: Guide, language: Language = "en", **options: Any) -> View:
    """From the page of an issue."""
    return View(guide, language, home="../../", root="../../../", **{"zip": "guide.zip", **options})


def soup(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def shared(guide: Guide) -> dict:
    """What letters and the case share, in English."""
    return json.loads(desk(view(guide)))


def read_out(element: Tag | None) -> str:
    """What a reader reads of it, with single spaces."""
    return " ".join(element.get_text(" ").split())


def every_call() -> Iterator[tuple[Callable[..., str], tuple[str, ...]]]:
    """Each macro with all arguments that the minimal guide knows."""
    for macro in MACROS:
        match list(inspect.signature(macro).parameters)[1:]:
            case []:
                yield macro, ()
            case ["letter"]:
                yield from ((macro, (id,)) for id in ("first", "chase"))
            case ["what"]:
                yield from ((macro, (what,)) for what in ("issues", "letters", "regions", "providers"))
            case ["issue"]:
                yield from ((macro, (issue,)) for issue in ("lost", "slow"))
            case ["issue", "phase"]:
                yield from ((macro, (issue, phase)) for issue in ("lost", "slow") for phase in PHASES)


CALLS = {"-".join((macro.__name__, *arguments)): (macro, arguments) for macro, arguments in every_call()}
ADDRESSES = (open_data, text_copies)
IN_SENTENCES = (*ADDRESSES, count, letter)
NO_BOXES = (all_letters, all_regions, *IN_SENTENCES)
BOXES = {name: call for name, call in CALLS.items() if call[0] not in NO_BOXES}


def hostile(value: Any, key: str = "") -> Any:
    """The data with a script in every text and address."""
    match value:
        # The pattern of a day is all letters that stand for something.
        case {"zh": str(), "en": str()} if key != "date":
            return {language: text + PAYLOAD for language, text in value.items()}
        case dict():
            return {name: hostile(part, name) for name, part in value.items()}
        case list():
            return [hostile(part) for part in value]
        case str() if key in ("url", "site"):
            return value + '"><img/onerror=alert(1)>'
    return value


# Every macro ---------------------------------------------------------------------------------


def test_every_macro_is_tried_here() -> None:
    assert {macro for macro, _ in CALLS.values()} == set(MACROS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), CALLS.values(), ids=CALLS)
def test_tags_in_the_data_stay_text(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    data = small.model_dump(mode="json", by_alias=True, exclude_none=True)
    html = macro(view(Guide.model_validate(hostile(data)), language), *arguments)
    if macro in IN_SENTENCES:
        assert "<" not in html
        return
    assert not soup(html).find_all("img")
    assert PAYLOAD in soup(html).get_text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), CALLS.values(), ids=CALLS)
def test_a_macro_says_the_same_whatever_was_shown_before(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    first = macro(view(small, language), *arguments)
    for other in LANGUAGES:
        macro(view(small, other, directories=False), *arguments)
    assert macro(view(small, language), *arguments) == first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("macro", "arguments"), BOXES.values(), ids=BOXES)
def test_markdown_takes_a_macro_for_one_block_of_html(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...], language: Language
) -> None:
    html = macro(view(small, language), *arguments)
    assert html.startswith(("<div ", "<section "))
    assert len(soup(html).find_all(recursive=False)) == 1


@pytest.mark.parametrize(("macro", "arguments"), BOXES.values(), ids=BOXES)
def test_a_macro_gives_both_languages_the_same_elements(
    small: Guide, macro: Callable[..., str], arguments: tuple[str, ...]
) -> None:
    zh, en = (without_foreign_words(macro(view(small, language), *arguments)) for language in LANGUAGES)
    assert [(tag.name, tag.get("class"), tag.get("id")) for tag in zh.find_all()] == [
        (tag.name, tag.get("class"), tag.get("id")) for tag in en.find_all()
    ]


def without_foreign_words(html: str) -> BeautifulSoup:
    """Words of another language are marked on one page only."""
    page = soup(html)
    for words in page.select("span[lang]:not([class])"):
        words.unwrap()
    return page


# Issues --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "text"), [("zh", "先看这句 先查状态"), ("en", "In short Check the status")])
def test_the_short_answer_is_labelled(small: Guide, language: Language, text: str) -> None:
    assert read_out(soup(short_answer(view(small, language), "lost"))) == text


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
        ("en", "Checked on 22 November 2026, and that one: Checked on 5 January 2025.", date(2025, 1, 5)),
        ("zh", "核对于 2026 年 11 月 22 日", date(2026, 11, 22)),
        ("zh", "Checked on 5 January 2025", None),
        ("en", "On 5 January 2025 nothing was checked.", None),
    ],
)
def test_the_oldest_check_is_the_oldest_that_a_page_tells(
    small: Guide, language: Language, text: str, oldest: date | None
) -> None:
    assert oldest_check(small, language, text) == oldest


# Checklists ----------------------------------------------------------------------------------


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
    (items,) = soup(checklist(view(small, language), "lost", "minutes"))("ul")
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


# Letters -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Plain words", [Segment("Plain words", None)]),
        ("{amount}", [Segment("[amount]", "amount")]),
        ("Pay {amount} now", [Segment("Pay ", None), Segment("[amount]", "amount"), Segment(" now", None)]),
        ("{amount}{story}", [Segment("[amount]", "amount"), Segment("[what happened]", "story")]),
        ("{amount}\n{amount}", [Segment("[amount]", "amount"), Segment("\n", None), Segment("[amount]", "amount")]),
        ("", []),
    ],
)
def test_a_letter_is_cut_at_its_blanks(small: Guide, text: str, pieces: list[Segment]) -> None:
    assert list(segments(small, text, "en")) == pieces


def test_a_blank_is_named_in_the_language_of_the_letter(small: Guide) -> None:
    assert list(segments(small, "{amount}", "zh")) == [Segment("【金额】", "amount")]


def test_blanks_are_marked_in_the_text(small: Guide) -> None:
    letter = soup(issue_letters(view(small), "lost")).find(attrs={"data-letter": "first"})
    paper = letter.find(class_="letter-paper", lang="en")
    assert [(blank["data-field"], blank.text) for blank in paper("mark")] == [
        ("amount", "[amount]"),
        ("story", "[what happened]"),
        ("remedy", "[remedy]"),
    ]


REMINDERS = {"zh": "中文 主题：催办 请答复", "en": "English Subject: Reminder Please answer"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_letter_stands_there_in_the_readers_language(small: Guide, language: Language) -> None:
    (paper,) = soup(issue_letters(view(small, language), "slow"))(class_="letter-paper")
    assert (paper["lang"], read_out(paper)) == (language, REMINDERS[language])


@pytest.mark.parametrize(
    ("language", "home", "way", "words", "spoken"),
    [
        ("zh", "../../", "../../en/letters/#chase", "In English", "en"),
        ("en", "../../", "../../../letters/#chase", "中文版", "zh"),
    ],
)
def test_a_link_leads_to_the_letter_in_the_other_language(
    small: Guide, language: Language, home: str, way: str, words: str, spoken: str
) -> None:
    there = View(small, language, home=home, root=home if language == MAIN else f"{home}../")
    link = soup(issue_letters(there, "slow")).select_one(".letter-other a")
    assert (link["href"], link.text, link["lang"]) == (way, words, spoken)


@pytest.mark.parametrize(("language", "other"), [("zh", "en"), ("en", "zh")])
def test_each_letter_comes_in_the_other_language_when_it_is_opened(
    small: Guide, language: Language, other: Language
) -> None:
    others = json.loads(papers(view(small, language)))
    assert list(others) == ["first", "chase"]
    (paper,) = soup(others["chase"])(class_="letter-paper")
    assert (paper["lang"], read_out(paper)) == (other, REMINDERS[other])


def test_lines_of_a_letter_hold_nothing_but_the_letter(small: Guide) -> None:
    """They are what is copied."""
    letter = soup(issue_letters(view(small), "lost")).find(attrs={"data-letter": "first"})
    paper = letter.find(class_="letter-paper", lang="en")
    assert [line.text for line in paper(class_="letter-line")] == [
        "Subject: Complaint: [amount]",
        "It went so: [what happened]",
        "I ask for [remedy]",
    ]


@pytest.mark.parametrize(("language", "note"), [("zh", "用不上就删掉"), ("en", "Delete if it does not apply")])
def test_an_optional_part_says_so_in_the_readers_language(small: Guide, language: Language, note: str) -> None:
    optional = soup(issue_letters(view(small, language), "lost"))(class_="letter-optional")
    other = soup(json.loads(papers(view(small, language)))["first"])(class_="letter-optional")
    for parts in (optional, other):
        assert [read_out(part.find(class_="letter-note")) for part in parts] == [note]
        assert {part.find("mark")["data-field"] for part in parts} == {"remedy"}


@pytest.mark.parametrize(("issue", "letters"), [("lost", ["letter-first", "letter-chase"]), ("slow", ["letter-chase"])])
def test_an_issue_shows_its_own_letters_folded(small: Guide, issue: str, letters: list[str]) -> None:
    folds = soup(issue_letters(view(small), issue)).select(".letters > details")
    assert [fold["id"] for fold in folds] == letters
    assert not any(fold.has_attr("open") for fold in folds)


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("zh", ["## L1 首次投诉 { #first }", "## L2 催办 { #chase }"]),
        ("en", ["## L1 First complaint { #first }", "## L2 Follow-up { #chase }"]),
    ],
)
def test_the_page_of_letters_has_each_under_its_own_heading(
    small: Guide, language: Language, headings: list[str]
) -> None:
    lines = all_letters(view(small, language)).splitlines()
    assert [line for line in lines if line.startswith("#")] == headings


def test_each_letter_on_the_page_of_letters_can_be_gone_to(small: Guide):
    links = soup(letter_list(view(small, "en")))("a")
    assert {link["href"]: link.text for link in links} == {
        f"#{letter.id}": f"{letter.code} {letter.title.en}" for letter in small.letters
    }


@pytest.mark.parametrize("macro", [lambda here: issue_letters(here, "slow"), all_letters])
def test_a_letter_says_when_to_use_it_and_what_to_leave_out(small: Guide, macro: Callable[[View], str]) -> None:
    text = read_out(soup(macro(view(small))))
    for advice in (
        "Use this when The date has passed",
        "Do not use it when It is not due",
        "Leave out Blame",
    ):
        assert advice in text


# Regions and sources -------------------------------------------------------------------------


def region(small: Guide, name: str, language: Language = "en") -> Tag:
    return soup(all_regions(view(small, language))).find(attrs={"data-region": name})


@pytest.mark.parametrize(
    ("language", "day"), [("zh", "核对于 2026 年 11 月 22 日"), ("en", "Checked on 22 November 2026")]
)
def test_a_fact_names_its_source_and_the_day_it_was_checked(small: Guide, language: Language, day: str) -> None:
    facts = region(small, "home", language)(class_="fact-source")
    assert {read_out(fact.find(class_="checked")) for fact in facts} == {day}
    assert {fact.a["href"] for fact in facts} == {"https://law.example/act"}
    assert {fact.a.text for fact in facts} == {small.source["law"].title[language]}


def test_every_statement_of_a_region_names_its_source(small: Guide) -> None:
    """First rule, register, no deadline, a deadline, four about two bodies, the first hour, a right, a change."""
    assert len(region(small, "home")(class_="fact-source")) == 11


def test_a_region_says_whose_clock_it_is(small: Guide) -> None:
    clocks = region(small, "home").find(class_="clocks")
    assert [label.text for label in clocks("h4")] == ["The provider’s time", "Your time"]
    assert clocks.find(class_="no-deadline").text == "It names none"
    assert [text.text for text in clocks(class_="clock-text")] == ["Sue within three months"]


def test_a_region_with_one_clock_shows_one(small: Guide) -> None:
    clocks = region(small, "away").find(class_="clocks")
    assert [label.text for label in clocks("h4")] == ["The provider’s time"]
    assert [text.text for text in clocks(class_="clock-text")] == ["It answers in fifteen days"]


def test_a_body_is_reached_at_its_own_site_and_phone(small: Guide) -> None:
    site, phone = region(small, "home").find(class_="body")("a", href=lambda href: "law.example" not in href)
    assert (site["href"], site.text) == ("https://www.bank.example/", "www.bank.example")
    assert (phone["href"], phone.text) == ("tel:12363", "123 63")


def test_a_phone_number_comes_with_its_warning(small: Guide) -> None:
    assert [guard.text for guard in region(small, "home")(class_="phone-guard")] == ["Use only this number"]


def test_a_body_without_a_phone_shows_none(small: Guide) -> None:
    text = read_out(region(small, "away"))
    assert "Phone:" not in text
    assert "Use only this number" not in text


def test_only_what_is_known_of_a_body_is_said(small: Guide) -> None:
    text = read_out(region(small, "home").find(class_="body"))
    assert "Takes: Complaints" in text
    assert "Cost: Free" in text
    assert not any(label in text for label in ("Refuses:", "When:", "Binding:"))


@pytest.mark.parametrize(
    ("language", "cited"), [("zh", "条例第三条 应当退款"), ("en", "The Act, article 3 It must refund")]
)
def test_a_right_is_cited_with_its_article(small: Guide, language: Language, cited: str) -> None:
    assert cited in read_out(region(small, "home", language))


def test_a_letter_cites_a_right_with_what_it_says_in_the_manner_of_each_language(small: Guide) -> None:
    assert shared(small)["data"]["regions"]["home"]["rights"] == {
        "home-refund": {"zh": "条例第三条：应当退款", "en": "The Act, article 3: It must refund"}
    }


def test_a_region_without_rights_has_no_heading_for_them(small: Guide) -> None:
    assert "Rules to cite" in read_out(region(small, "home"))
    assert "Rules to cite" not in read_out(region(small, "away"))
    assert "What is changing" not in read_out(region(small, "away"))


@pytest.mark.parametrize(
    ("language", "length"),
    [("zh", "15 个工作日，最长 35 个工作日"), ("en", "15 business days, 35 business days at most")],
)
def test_a_clock_says_how_long_it_runs(small: Guide, language: Language, length: str) -> None:
    clock = small.regions[1].deadlines[0].model_copy(update={"at_most": 35})
    away = small.regions[1].model_copy(update={"deadlines": (clock,)})
    guide = small.model_copy(update={"regions": (away,)})
    assert region(guide, "away", language).find(class_="clock-length").text == length


def test_a_clock_carries_what_its_date_is_worked_out_from(small: Guide) -> None:
    clock = region(small, "away").find(id="away-answer")
    told = {name: clock[f"data-{name}"] for name in ("count", "unit", "whose", "purpose", "starts")}
    assert told == {
        "count": "15", "unit": "business-days", "whose": "provider", "purpose": "answer", "starts": "away-answer"
    }  # fmt: skip


def test_a_clock_after_silence_follows_the_providers_answer(small: Guide) -> None:
    (answer,) = small.regions[1].deadlines
    silence = answer.model_copy(
        update={"id": "away-silence", "purpose": "escalate", "event": "no-answer", "starts": small.words.guide}
    )
    away = small.regions[1].model_copy(update={"deadlines": (answer, silence)})
    html = region(small.model_copy(update={"regions": (away,)}), "away")
    assert html.find(id="away-silence")["data-follows"] == "away-answer"


def test_bodies_to_choose_between_are_one_step_of_the_ladder(small: Guide) -> None:
    bank, court = small.regions[0].bodies
    home = small.regions[0].model_copy(update={"bodies": (bank, court.model_copy(update={"beside": bank.id}))})
    beside = region(small.model_copy(update={"regions": (home,)}), "home")
    assert len(region(small, "home")(class_="rung")) == 4  # you, the firm, the regulator, the court
    assert [len(rung(class_="body")) for rung in beside(class_="rung")] == [0, 0, 2]
    assert "In no order" in read_out(beside)


def test_the_days_off_stand_in_the_page(small: Guide) -> None:
    days = json.loads(region(small, "away").find("deadline-clock")["data-days-off"])
    assert days["2026"][1] == "0104 0214 0228 0509 0920 1010"  # The weekends China works in 2026.


def test_the_comparison_says_what_starts_the_providers_time(small: Guide) -> None:
    home, away = soup(compare_regions(view(small))).tbody("tr")
    assert [read_out(cell) for cell in home("td")] == [
        "Go to the firm first", "None named", "The regulator", "To go on: 3 months"
    ]  # fmt: skip
    assert read_out(away("td")[1]) == "15 business days from The complaint arrives"


COURT = "      - id: home-court\n        purpose: escalate\n        count: 3\n        unit: months\n"
SOONER = """\
      - {id: home-sooner, purpose: escalate, count: 50, unit: business-days, event: final-response, source: law,
         checked: 2026-11-22, starts: {zh: 收到答复, en: The answer comes}, text: {zh: 快去, en: Sue soon},
         missed: {zh: 问律师, en: Ask a lawyer}}
"""


@pytest.mark.parametrize(
    ("deadlines", "said"),
    [
        (f"{COURT}        applies: {{zh: 银行, en: Banks}}\n", "To go on: 3 months for some"),
        (SOONER + COURT, "To go on: 50 business days at least"),
        (SOONER.replace("50, unit: business-days", "90, unit: calendar-days") + COURT, "To go on: 90 days at least"),
        (SOONER.replace("50, unit: business-days", "13, unit: weeks") + COURT, "To go on: 3 months at least"),
        (SOONER.replace("50, unit: business-days", "3, unit: months") + COURT, "To go on: 3 months"),
    ],
)
def test_of_several_time_limits_the_comparison_tells_the_shortest(deadlines: str, said: str) -> None:
    assert GUIDE.count(COURT) == 1
    home, _ = soup(compare_regions(view(parse(GUIDE.replace(COURT, deadlines), "guide.yml").guide))).tbody("tr")
    assert read_out(home("td")[3]) == said


def test_an_issue_page_names_the_next_body_and_leads_to_the_rest(small: Guide) -> None:
    home, _ = soup(who_next(view(small))).find(class_="region-list")("li")
    assert (home.a["href"], read_out(home)) == ("../../where/#home", "Home The regulator")


def test_the_facts_checked_longest_ago_come_first(small: Guide) -> None:
    groups = [read_out(group.summary) for group in soup(facts_by_age(view(small)))("details")]
    assert groups == [
        "Checked on 5 January 2025 · Away (4)",
        "Checked on 22 November 2026 · Home (11)",
        "Checked on 22 November 2026 · Purse (8)",
    ]


def test_readers_elsewhere_are_told_what_to_do(small: Guide) -> None:
    assert read_out(soup(who_next(view(small)))).endswith("Ask the regulator")


def test_other_sites_do_not_learn_where_the_reader_came_from(small: Guide) -> None:
    html = soup(f"{all_regions(view(small))}{source_list(view(small))}")
    links = html("a", href=lambda href: href.startswith("http"))
    assert len(links) > 10
    assert all({"noopener", "noreferrer"} <= set(link["rel"]) for link in links)


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        (
            "zh",
            [
                "守则 code.example 核对于 2025 年 1 月 5 日",
                "应用里 核对于 2026 年 11 月 22 日",
                "条例全文 law.example 核对于 2026 年 11 月 22 日",
            ],
        ),
        (
            "en",
            [
                "The Code code.example Checked on 5 January 2025",
                "In the app Checked on 22 November 2026",
                "The Act in full law.example Checked on 22 November 2026",
            ],
        ),
    ],
)
def test_a_source_shows_its_domain_if_it_has_one_and_when_it_was_checked(
    small: Guide, language: Language, texts: list[str]
) -> None:
    html = soup(source_list(view(small, language)))
    assert [read_out(item) for item in html("li")] == texts
    assert [link["href"] for link in html("a")] == ["https://code.example/", "https://law.example/act"]


@pytest.mark.parametrize(
    ("language", "lines"),
    [("zh", ["不要给验证码", "不要付手续费"]), ("en", ["Never give a code", "Never pay a fee"])],
)
def test_the_safety_box_has_every_line(small: Guide, language: Language, lines: list[str]) -> None:
    box = soup(safety(view(small, language)))
    assert [item.text for item in box("li")] == lines
    assert box.p.text == small.words.safety[language]


# What is going on, and where to go -------------------------------------------------------------


def test_a_sign_leads_in_one_more_choice_to_the_place_on_the_page(small: Guide) -> None:
    (sign,) = soup(triage(view(small)))("details")
    assert sign.summary.text == "Money is gone"
    assert [(link.text, link["href"]) for link in sign("a")] == [("Just now", "../../issues/lost/#minutes")]


@pytest.mark.parametrize(
    ("issue", "links"),
    [
        ("lost", [("Use L1 First complaint", "../../letters/#first")]),
        ("slow", [("Go to: Not arrived", "../../issues/lost/")]),
    ],
)
def test_a_cause_leads_on_to_its_letter_or_the_better_page(
    small: Guide, issue: str, links: list[tuple[str, str]]
) -> None:
    html = soup(causes(view(small), issue))
    assert [(link.text, link["href"]) for link in html("a")] == links


def test_a_cause_says_why_how_to_tell_and_who_acts(small: Guide) -> None:
    (cause,) = soup(causes(view(small), "lost"))("details")
    assert [tag.text for tag in cause(["summary", "dt", "dd"])] == [
        "Still moving", "Cause", "A holiday", "How to tell", "See the status page", "Who acts", "The sender’s firm"
    ]  # fmt: skip


def test_who_pressed_pay_leads_to_the_letter(small: Guide) -> None:
    (situation,) = soup(who_pressed_pay(view(small)))("details")
    assert situation.summary.text == "It was not me"
    assert [link["href"] for link in situation("a")] == ["../../letters/#first"]


def test_a_term_is_named_in_both_languages(small: Guide) -> None:
    (term,) = soup(glossary(view(small)))("dt")
    assert (term["id"], read_out(term), term.span["lang"]) == ("recall", "recall 追回", "zh")


def test_the_paper_kit_has_every_step_and_room_for_the_contact_log(small: Guide) -> None:
    html = soup(paper_kit(view(small), "lost"))
    steps = [item.text.en for phase in PHASES for item in small.items("lost", phase)]
    assert [item.text for item in html("li")] == steps
    assert [cell.text for cell in html("th")] == ["Which day", "Which way"]
    assert {len(row("td")) for row in html.tbody("tr")} == {2}


# Wallets -------------------------------------------------------------------------------------


def entry(guide: Guide, id: str, language: Language = "en", **options: object) -> Tag:
    page = soup(provider_list(view(guide, language, **options)))
    return page.find("h3", id=id).find_parent("details")


def parts(presence: Tag) -> dict[str, str]:
    return {read_out(part.dt): read_out(part.dd) for part in presence.select("dl > div")}


def test_every_wallet_is_folded_under_its_name_and_reached_by_its_id(small: Guide) -> None:
    page = soup(provider_list(view(small)))
    assert [(fold.summary.h3["id"], read_out(fold.summary)) for fold in page.select(".provider")] == [
        ("purse", "Purse Home"), ("pouch", "Pouch Home")
    ]  # fmt: skip


def test_how_to_stop_a_loss_stands_before_everything_else_of_a_wallet(small: Guide) -> None:
    assert list(parts(entry(small, "purse").select_one(".presence")))[:3] == ["Freeze first", "Company", "Licence"]


def test_a_number_can_be_called_and_copied_and_stands_as_its_source_writes_it(small: Guide) -> None:
    phone, mail = entry(small, "purse").select("copy-text")
    assert (phone.a["href"], phone.a.text, phone["data-text"]) == ("tel:12345678", "1 (234) 56-78", "1 (234) 56-78")
    assert (mail.a["href"], mail["data-text"]) == ("mailto:desk@purse.example", "desk@purse.example")
    assert phone.button["aria-label"] == "Copy 1 (234) 56-78"
    assert phone.button.has_attr("hidden")


def test_every_fact_of_a_wallet_has_its_source_and_day_beside_it(small: Guide) -> None:
    facts = list(small.facts_of(small.provider["purse"]))
    origins = [read_out(line) for line in entry(small, "purse").select(".fact-source")]
    assert len(origins) == len(facts)
    assert all("Checked on 22 November 2026" in line for line in origins)
    assert any("In the app" in line for line in origins)


def test_every_wallet_warns_of_numbers_from_elsewhere(small: Guide) -> None:
    page = soup(provider_list(view(small)))
    assert [read_out(line) for line in page.select(".provider-guard")] == ["No number from a search"] * 2


def test_what_is_not_known_of_a_wallet_is_said_to_be_not_known(small: Guide) -> None:
    pouch = entry(small, "pouch").select_one(".presence")
    assert parts(pouch) == dict.fromkeys(("Freeze first", "Company", "Complain"), "Not known; see the terms")
    assert read_out(pouch.select("p.not-known")[-1]) == (
        "Not known: Licence, Supervisor, Times, Promise, Balance, Not for"
    )


def test_where_a_bank_answers_the_licence_says_so_in_place_of_the_company() -> None:
    bank = parse(edit(GUIDE, ("        entity: {source: law, checked: 2026-11-22, name: {zh: 钱包公司, en: Purse Ltd}, "
                              "note: {zh: 照抄, en: Copy it}}\n", "")), "guide.yml").guide  # fmt: skip
    known = parts(entry(bank, "purse").select_one(".presence"))
    assert known["Company"].startswith("A payment firm")
    assert "Licence" not in known


def test_a_report_is_filled_in_and_goes_where_the_site_says(small: Guide) -> None:
    there = "https://desk.example/new?title={title}&body={body}"
    link = entry(small, "purse", report_url=there).select_one(".provider-report a")
    assert link["href"] == "https://desk.example/new?title=Changed%3A%20Purse&body=Wallet%3A%20Purse"
    assert {"noopener", "noreferrer"} <= set(link["rel"])


def test_where_the_site_names_no_place_for_reports_there_is_no_link(small: Guide) -> None:
    assert entry(small, "purse").select_one(".provider-report") is None


def test_a_wallet_is_chosen_under_its_region_and_one_in_several_under_them_all() -> None:
    guide = parse(
        edit(GUIDE, ("regions: [{region: home}]", "regions: [{region: home}, {region: away}]")), "guide.yml"
    ).guide
    groups = soup(provider_choice(view(guide)))("optgroup")
    assert [(group["label"], [option["value"] for option in group("option")]) for group in groups] == [
        ("Home", ["purse"]), ("Several", ["pouch"])
    ]  # fmt: skip


def test_a_wallet_is_chosen_on_the_page_of_an_issue_and_in_its_letters(small: Guide) -> None:
    page, templates = provider_choice(view(small), "lost"), shared(small)["templates"]
    assert [len(soup(html)("select", class_="chooser-wallet")) for html in (page, templates)] == [1, 1]


def test_a_case_file_can_call_a_starting_day_by_its_region_and_event(small: Guide) -> None:
    assert shared(small)["data"]["starts"] == {
        "home-court": "Home · The answer comes",
        "away-answer": "Away · The complaint arrives",
    }


def test_letters_know_whom_to_address(small: Guide) -> None:
    wallets = shared(small)["data"]["providers"]
    assert wallets["purse"] == {
        "name": "Purse",
        "regions": ["home"],
        "entities": {"home": {"zh": "钱包公司", "en": "Purse Ltd"}}
    }  # fmt: skip
    assert wallets["pouch"] == {"name": "Pouch", "regions": ["home"], "entities": {}}


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Open 我的 → 设置 now", 'Open <span lang="zh">我的 → 设置</span> now'),
        ("en", "Block, Inc.", "Block, Inc."),
        ("zh", "Octopus Cards Limited", '<span lang="en">Octopus Cards Limited</span>'),
        ("zh", "PayPal", "PayPal"),
        ("zh", "支付宝 Alipay HK", "支付宝 Alipay HK"),
        ("zh", "A & B <Ltd> Company", '<span lang="en">A &amp; B &lt;Ltd&gt; Company</span>'),
    ],
)
def test_words_of_another_language_are_told_to_be_so(language: Language, text: str, shown: str) -> None:
    assert marked(text, language) == shown
