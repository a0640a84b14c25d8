"""Regions and the sources of what is said of them, as macros make them."""

import json

import pytest
from bs4 import Tag

from macros.checks.load import parse
from macros.model.guide import Guide
from macros.model.languages import Language
from macros.model.regions import PostalAddress
from macros.render.facts import facts_by_age, facts_by_state
from macros.render.page import safety
from macros.render.regions import choose_region, compare_regions, who_next
from macros.render.regions import region as region_page
from macros.render.wallets import region_wallets
from tests.unit.conftest import GUIDE, edit
from tests.unit.render.looked_at import read_out, shared, soup, view


def region(small: Guide, name: str, language: Language = "en") -> Tag:
    small = small.model_copy()
    small.__dict__.pop("region", None)  # A copy with other regions still knows those it had, by their ids.
    return soup(region_page(view(small, language), name)).find(attrs={"data-region": name})


@pytest.mark.parametrize(
    ("language", "how"),
    [("zh", "官方页面，读于 2026 年 11 月 22 日"), ("en", "official page, read on 22 November 2026")],
)
def test_a_fact_names_its_source_how_it_was_read_and_when(small: Guide, language: Language, how: str) -> None:
    facts = region(small, "home", language)(class_="fact-source")
    assert {read_out(fact).removeprefix(read_out(fact.a)).partition("·")[2].strip() for fact in facts} == {how}
    assert {fact.a["href"] for fact in facts} == {"https://law.example/act"}
    assert {fact.a.text for fact in facts} == {small.source["law"].title[language]}


def test_every_statement_of_a_region_names_its_source(small: Guide) -> None:
    """First rule, register, no deadline, a deadline, four about two bodies, the first hour, a right, a change."""
    assert len(region(small, "home")(class_="fact-source")) == 11


def test_a_region_says_whose_clock_it_is(small: Guide) -> None:
    clocks = region(small, "home").find(class_="clocks")
    assert [label.text for label in clocks("h3")] == ["The provider’s time", "Your time"]
    assert clocks.find(class_="no-deadline").text == "It names none"
    assert [text.text for text in clocks(class_="clock-text")] == ["Sue within three months"]


def test_a_region_with_one_clock_shows_one(small: Guide) -> None:
    clocks = region(small, "away").find(class_="clocks")
    assert [label.text for label in clocks("h3")] == ["The provider’s time"]
    assert [text.text for text in clocks(class_="clock-text")] == ["It answers in fifteen days"]


def test_a_body_is_reached_at_its_own_site_and_phone(small: Guide) -> None:
    site, phone = region(small, "home").find(class_="body")("a", href=lambda href: "law.example" not in href)
    assert (site["href"], site.text) == ("https://www.bank.example/", "www.bank.example")
    assert (phone["href"], phone.text) == ("tel:12363", "123 63")


def test_a_body_names_the_letter_for_its_kind(small: Guide) -> None:
    assert region(small, "home").find(class_="body-letter") is None

    named = edit(
        GUIDE,
        (
            "- id: home-bank\n        role: escalate\n",
            "- id: home-bank\n        role: escalate\n        letter: chase\n",
        ),
    )
    fitting = region(parse(named, "guide.yml").guide, "home").find(class_="body-letter")

    assert read_out(fitting) == "The letter for it: L2 Follow-up"
    assert fitting.a["href"].endswith("letters/#chase")


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


def test_a_letter_cites_a_right_in_its_own_sentence_and_the_reader_sees_what_it_means(small: Guide) -> None:
    assert shared(small)["data"]["regions"]["home"]["rules"] == {
        "home-refund": {
            "name": "The Act, article 3",
            "means": "It must refund",
            "cite": {
                "zh": "条例第三条规定应当退款。",
                "zh-Hant": "條例第三條規定應當退款。",
                "en": "Article 3 of the Act requires a refund.",
            },
            "letters": ["first"],
            "troubles": ["missing"],
            "situations": [],
            "not_in": [],
            "by_choice": False,
            "consumers": False,
            "clock": None,
            "reply_days": None,
        }
    }


def test_a_right_that_no_letter_can_cite_is_offered_in_none_and_stands_on_the_page(small: Guide) -> None:
    (home, *others) = small.regions
    rumour = home.rights[0].model_copy(update={"id": "rumour", "cite": None, "letters": (), "troubles": ()})
    told = small.model_copy(update={"regions": (home.model_copy(update={"rights": (rumour,)}), *others)})
    assert shared(told)["data"]["regions"]["home"]["rules"] == {}
    assert "The Act, article 3" in read_out(region(told, "home"))


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
    told = {name: clock[f"data-{name}"] for name in ("count", "unit", "whose", "purpose")}
    assert told == {"count": "15", "unit": "business-days", "whose": "provider", "purpose": "answer"}
    assert "data-troubles" not in clock.attrs, "it is for all of them"


def test_a_clock_says_with_which_other_it_starts(small: Guide) -> None:
    (answer,) = small.regions[1].deadlines
    later = answer.model_copy(update={"id": "away-later"})
    away = small.regions[1].model_copy(update={"deadlines": (answer, later)})
    html = region(small.model_copy(update={"regions": (away,)}), "away")
    assert [html.find(id=id).get("data-starts") for id in ("away-answer", "away-later")] == [None, "away-answer"]


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


def test_a_region_begins_with_the_first_hour_and_who_is_next(small: Guide) -> None:
    assert [heading["id"] for heading in region(small, "home")("h2")][:2] == ["home-fraud", "home-ladder"]


def test_the_ladder_is_a_picture_of_who_comes_in_which_order_with_the_time_between(small: Guide) -> None:
    stairs = region(small, "home").find(class_="stairs")
    assert stairs.name == "ol"
    assert [read_out(stair) for stair in stairs("li")] == [
        "You", "The firm The provider’s time None named", "The regulator Your time To go on: 3 months", "The court"
    ]  # fmt: skip
    away = region(small, "away").find(class_="stairs")
    assert read_out(away("li")[1]) == "The firm The provider’s time 15 business days from the complaint arrives"


def test_what_an_outside_body_passes_on_has_its_time_at_the_step_of_that_body(small: Guide) -> None:
    """Ten days from filing on a public platform stood under the provider, as if from the first complaint."""
    (answer,) = small.regions[1].deadlines
    (office,) = small.regions[1].bodies
    passed_on = answer.model_copy(update={"id": "away-passed-on", "event": "referral", "by": office.id, "count": 10})
    away = small.regions[1].model_copy(update={"deadlines": (answer, passed_on)})
    stairs = region(small.model_copy(update={"regions": (away,)}), "away").find(class_="stairs")
    _, firm, body = (read_out(stair) for stair in stairs("li"))
    assert "15 business days" in firm
    assert "10 business days" not in firm
    assert "The provider’s time 10 business days" in body


def test_a_time_limit_for_court_stands_at_the_step_of_the_court(small: Guide) -> None:
    """Three years to sue stood beside the People’s Bank, which takes no action."""
    home = small.regions[0]
    (limit,) = home.deadlines
    first, court = (rung[0] for rung in home.rungs)
    sue = limit.model_copy(update={"to": court.id})
    changed = home.model_copy(update={"deadlines": (sue,)})
    stairs = region(small.model_copy(update={"regions": (changed,)}), "home").find(class_="stairs")
    _, _, regulator, at_court = (read_out(stair) for stair in stairs("li"))
    assert regulator == first.name.en
    assert "3 months" in at_court


def test_what_is_done_after_another_step_is_called_by_its_name_and_no_report(small: Guide) -> None:
    """“To report it: 3 days” was the time to hand in papers after a stop on the account. Left out, the EU's shortest
    limit, 3 months with a Lithuanian provider, stood in a fold alone."""
    (court,) = small.regions[0].deadlines
    papers = court.model_copy(
        update={"id": "home-papers", "purpose": "report", "called": small.words.region.forms, "count": 3}
    )
    home = small.regions[0].model_copy(update={"deadlines": (papers, court)})
    told = small.model_copy(update={"regions": (home,)})
    page = region(told, "home")
    row = soup(compare_regions(view(told))).tbody.tr
    assert read_out(row("td")[3]) == "What forms ask for: 3 months To go on: 3 months"
    assert read_out(page.find(class_="stair-you")) == "You Your time What forms ask for: 3 months"
    assert page.find(id="home-papers").find(class_="clock-what").text == "What forms ask for"


def test_where_the_law_names_no_days_for_a_report_the_reader_is_told_to_report_at_once(small: Guide) -> None:
    told = small.regions[1].first.model_copy(update={"text": small.words.guide})
    away = small.regions[1].model_copy(update={"report_at_once": told})
    page = region(small.model_copy(update={"regions": (away,)}), "away")
    assert read_out(page.find(class_="stair-you")) == "You Your time To report: at once"
    assert page.find(class_="clocks-reader").find(class_="no-deadline").text == small.words.guide.en


def test_in_which_language_its_forms_are_stands_by_the_ladder(small: Guide) -> None:
    assert region(small, "home").find(class_="region-language") is None
    told = small.regions[0].first.model_copy(update={"text": small.words.guide})
    home = small.regions[0].model_copy(update={"forms_in": told})
    said = region(small.model_copy(update={"regions": (home,)}), "home").find(class_="region-language")
    assert read_out(said) == f"Language: {small.words.guide.en}"
    assert said.find_next_sibling()["class"] == ["fact-source"]


def test_a_sum_a_postal_address_and_what_is_good_to_know_have_labels_of_their_own(small: Guide) -> None:
    """“When you can go: from KRW 50,000”."""
    bank, court = small.regions[0].bodies
    fact = bank.takes.model_copy(update={"text": small.words.guide})
    post = PostalAddress(address="Bahnhofplatz 9, Home", spoken="de", source="law", checked="2026-11-22")
    bank = bank.model_copy(update={"amount": fact, "to_know": (fact, fact), "post": post})
    home = small.regions[0].model_copy(update={"bodies": (bank, court)})
    text = read_out(region(small.model_copy(update={"regions": (home,)}), "home").find(id="home-bank"))
    assert "By post: Bahnhofplatz 9, Home" in text
    assert f"Amount: {small.words.guide.en}" in text
    assert text.count(f"To know: {small.words.guide.en}") == 2


def test_where_no_wallet_was_read_about_the_heading_says_so(small: Guide) -> None:
    bare = small.model_copy(update={"providers": ()})
    assert read_out(soup(region_wallets(view(bare), "home")).p) == "None read yet"
    assert "None read yet" not in read_out(soup(region_wallets(view(small), "home")))


def test_each_step_of_the_picture_leads_to_all_about_it(small: Guide) -> None:
    home = region(small, "home")
    links = [link["href"] for link in home.find(class_="stairs")("a")]
    assert links == ["#home-firm", "#home-bank", "#home-court-office"]
    assert all(home.find(id=link[1:]) for link in links)


def test_a_clock_says_for_which_trouble_it_is(small: Guide) -> None:
    (court,) = small.regions[0].deadlines
    narrow = court.model_copy(update={"troubles": ("scam", "missing")})
    home = small.regions[0].model_copy(update={"deadlines": (narrow,)})
    told = region(small.model_copy(update={"regions": (home,)}), "home")
    assert read_out(told.find(class_="clock-for")) == "In: scams, missing money"
    assert read_out(region(small, "home").find(class_="clock-for")) == "In: every trouble"


def test_what_the_form_of_a_body_asks_for_stands_under_a_heading_of_its_own(small: Guide) -> None:
    assert region(small, "home").find(id="home-forms") is None
    bank, court = small.regions[0].bodies
    asks = bank.takes.model_copy(update={"text": small.words.guide})
    home = small.regions[0].model_copy(update={"bodies": (bank.model_copy(update={"asks": asks}), court)})
    forms = region(small.model_copy(update={"regions": (home,)}), "home").find(id="home-forms").find_parent("details")
    assert read_out(forms.li).startswith(f"The regulator {small.words.guide.en} Source")


def test_where_each_region_once_stood_on_one_page_there_is_the_way_to_its_own(small: Guide) -> None:
    home, away = soup(choose_region(view(small))).select(".region-pages li")
    assert (home.a["id"], home.a["href"]) == ("home", "../../where/home/")
    assert [place["id"] for place in away("span")] == [
        "away-ladder", "away-clocks", "away-provider-clock", "away-reader-clock", "away-fraud", "away-rights",
        "away-office", "away-answer",
    ]  # fmt: skip


def test_the_days_off_stand_in_the_page(small: Guide) -> None:
    days = json.loads(region(small, "away").find("deadline-clock")["data-days-off"])
    assert days["weekend"] == [0, 6]
    assert days["years"]["2026"][1] == "0104 0214 0228 0509 0920 1010"  # The weekends China works in 2026.


def test_the_comparison_says_what_starts_the_providers_time(small: Guide) -> None:
    home, away = soup(compare_regions(view(small))).tbody("tr")
    assert [read_out(cell) for cell in home("td")] == [
        "Go to the firm first", "None named", "The regulator", "To go on: 3 months"
    ]  # fmt: skip
    assert read_out(away("td")[1]) == "15 business days from the complaint arrives"


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
        (SOONER + COURT, "To go on: the earliest is 50 business days"),
        (
            SOONER.replace("50, unit: business-days", "90, unit: calendar-days") + COURT,
            "To go on: the earliest is 90 days",
        ),
        (SOONER.replace("50, unit: business-days", "13, unit: weeks") + COURT, "To go on: the earliest is 3 months"),
        (SOONER.replace("50, unit: business-days", "3, unit: months") + COURT, "To go on: 3 months"),
    ],
)
def test_of_several_time_limits_the_comparison_tells_the_shortest(deadlines: str, said: str) -> None:
    assert GUIDE.count(COURT) == 1
    home, _ = soup(compare_regions(view(parse(GUIDE.replace(COURT, deadlines), "guide.yml").guide))).tbody("tr")
    assert read_out(home("td")[3]) == said


def test_an_issue_page_names_the_next_body_and_leads_to_the_rest(small: Guide) -> None:
    home, _ = soup(who_next(view(small))).find(class_="region-list")("li")
    assert (home.a["href"], read_out(home)) == ("../../where/home/", "Home The regulator")


def test_the_facts_read_longest_ago_come_first(small: Guide) -> None:
    groups = [(read_out(group), group.a["href"]) for group in soup(facts_by_age(view(small)))("li")]
    assert groups == [
        ("5 January 2025 · Away (4)", "../../where/away/"),
        ("22 November 2026 · Home (11)", "../../where/home/"),
        ("22 November 2026 · Purse (9)", "../../where/home/#purse"),
    ]


def test_facts_are_counted_by_how_and_when_they_were_read(small: Guide) -> None:
    by_others, by_heart = ", reported_by: {zh: 日报, en: Daily}", ", knowledge: true"
    text = GUIDE.replace('"https://code.example/"', f'"https://code.example/"{by_others}')
    text = text.replace("en: In the app}}", f"en: In the app}}{by_heart}}}")
    table = soup(facts_by_state(view(parse(text, "guide.yml").guide)))
    rows = [[read_out(cell) for cell in row(["th", "td"])] for row in table("tr")]
    assert rows == [
        ["Region or wallet", "Official", "Reported", "Knowledge"],
        ["In all", "19", "4", "1"],
        ["Read on: 5 January 2025 (4), 22 November 2026 (19)"],
        ["Noted on: 22 November 2026 (1)"],
        ["Home", "11", "0", "0"],
        ["Read on: 22 November 2026 (11)"],
        ["Away", "0", "4", "0"],
        ["Read on: 5 January 2025 (4)"],
        ["Purse", "8", "0", "1"],
        ["Read on: 22 November 2026 (8)"],
        ["Noted on: 22 November 2026 (1)"],
    ]


def test_readers_elsewhere_are_told_what_to_do(small: Guide) -> None:
    assert read_out(soup(who_next(view(small)))).endswith("Ask the regulator")


def test_other_sites_do_not_learn_where_the_reader_came_from(small: Guide) -> None:
    html = soup(region_page(view(small), "home"))
    links = html("a", href=lambda href: href.startswith("http"))
    assert len(links) > 5
    # Each page sends no referrer (tests/site/test_head.py); of another window the other site would know this one.
    assert not any(link.get("target") for link in links)


@pytest.mark.parametrize(
    ("language", "lines"),
    [("zh", ["不要给验证码", "不要付手续费"]), ("en", ["Never give a code", "Never pay a fee"])],
)
def test_the_safety_box_has_every_line(small: Guide, language: Language, lines: list[str]) -> None:
    box = soup(safety(view(small, language)))
    assert [item.text for item in box("li")] == lines
    assert box.p.text == small.words.safety[language]
