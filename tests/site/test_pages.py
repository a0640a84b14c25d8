"""What `mkdocs build` publishes: whole pages, alike in both languages, with nothing dangling and no residue."""

import copy
import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from mkdocs.config import load_config

from macros.checks.load import parse
from macros.model.checklists import PHASES
from macros.model.guide import Guide
from macros.model.languages import EDITIONS, LANGUAGES, MAIN, OTHERS, Language, folder_of
from macros.model.regions import Region
from macros.publish import FULL
from macros.publish.finished import pages_of
from macros.render.text import how_read
from tests.conftest import REPORTS, ROOT
from tests.leaves import parsed, whole
from tools.bench.page_weight import too_heavy
from tools.bench.projects import rendered

PREFIX = {language: folder_of(language) for language in LANGUAGES}
NAMES = sorted(path.relative_to(ROOT / "docs/zh").with_suffix("").as_posix() for path in ROOT.glob("docs/zh/**/*.md"))
ISSUES = [name.removeprefix("issues/") for name in NAMES if name.startswith("issues/")]
NOT_FOUND = "404"
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
THEME_CREDIT = "squidfunk.github.io"
TERM = "a.term"

each_name = pytest.mark.parametrize("name", NAMES)
each_issue = pytest.mark.parametrize("issue", ISSUES)
each_language = pytest.mark.parametrize("language", LANGUAGES)
each_other = pytest.mark.parametrize("language", OTHERS)
each_file = pytest.mark.parametrize("name", [*NAMES, NOT_FOUND])

Pages = Callable[[Language, str], BeautifulSoup]


def file_of(language: Language, name: str) -> str:
    return PREFIX[language] + (f"{name}.html" if name in ("index", NOT_FOUND) else f"{name}/index.html")


def address_of(language: Language, name: str) -> str:
    return file_of(language, name).removesuffix("index.html")


as_sent = cache(parsed)
as_read = cache(whole)


@cache
def ids(file: Path) -> frozenset[str]:
    """Every place of a page that a link can lead to."""
    return frozenset(tag["id"] for tag in as_sent(file).find_all(id=True))


@pytest.fixture(scope="session")
def page(site: Path) -> Pages:
    """The page of that language and name, with its leaves."""
    return lambda language, name: as_read(site / file_of(language, name))


@pytest.fixture(scope="session")
def leaves(site: Path) -> dict[str, BeautifulSoup]:
    """Each leaf of each page, by its address seen from the root."""
    files = [
        file
        for name in ISSUES
        for language in LANGUAGES
        for file in (site / file_of(language, f"issues/{name}")).parent.glob("*/index.html")
    ]
    return {file.parent.relative_to(site).as_posix(): as_sent(file) for file in files}


@pytest.fixture(scope="session")
def site_url() -> str:
    return load_config(str(ROOT / "mkdocs.yml")).site_url


def article(page: BeautifulSoup) -> Tag:
    return page.select_one("article.md-content__inner")


def headings(page: BeautifulSoup) -> list[str | None]:
    """Ids of the page's own headings; those of cases, situations and their paper are their templates'."""
    theirs = re.compile("^(my-case-page|situations|paper-kit)$")
    own = [heading for heading in article(page).find_all(HEADINGS) if not heading.find_parent(class_=theirs)]
    return [heading.get("id") for heading in own]


def ticks(page: BeautifulSoup) -> list[str]:
    return [box["data-item"] for box in page.select("input[data-item]")]


def letters(page: BeautifulSoup) -> list[str]:
    return [letter["data-letter"] for letter in page.select("[data-letter]")]


def blocks(page: BeautifulSoup) -> list[str]:
    """What stands around the body of a letter has its own order in each language."""
    names = [*HEADINGS, "p", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "th", "td", "blockquote", "details"]
    return [
        block.name
        for block in article(page).find_all(names)
        if block.find_parent(class_="letter-paper") is None or "letter-body" in block.get("class", ())
    ]


def visible(tag: Tag) -> str:
    """What is read, with blanks between elements. A linked term, a number or a code is part of its sentence, and so is
    what is quoted in other characters."""
    tag = copy.copy(tag)
    for term in tag.select(f"{TERM}, .number, span:is([lang], [translate]):not([class])"):
        term.unwrap()
    tag.smooth()
    return " ".join(tag.get_text(" ").split())


# Both languages alike ------------------------------------------------------------------------


def test_the_site_has_every_page_in_both_languages_and_no_other(site: Path, leaves: dict[str, BeautifulSoup]):
    built = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}

    written = {file_of(language, name) for language in LANGUAGES for name in [*NAMES, NOT_FOUND]}
    assert built == written | {f"{address}/index.html" for address in leaves}


@each_name
@pytest.mark.parametrize("part", [headings, ticks, letters, blocks], ids=lambda part: part.__name__)
@each_other
def test_all_languages_have_the_same(part: Callable, name: str, language: Language, page: Pages):
    assert part(page(language, name)) == part(page(MAIN, name))


@each_name
@each_other
def test_all_languages_link_to_the_same_pages(name: str, language: Language, page: Pages):
    def targets(language: Language) -> list[str]:
        base = f"/{address_of(language, name)}"
        own = f"{TERM}, .letter-other a, .language-note a, .page-report a"
        links = article(page(language, name)).select(f"a[href]:not({own})")
        hrefs = [urljoin(base, link["href"]) for link in links]
        return [href.removeprefix(f"/{PREFIX[language]}").removeprefix("/") for href in hrefs]

    assert targets(language) == targets(MAIN)


@each_name
@each_language
def test_the_language_links_lead_to_the_same_page(name: str, language: Language, page: Pages):
    links = page(language, name).select("a.other-language")
    others = [other for other in LANGUAGES if other != language]

    for link, other in zip(links, others, strict=True):
        assert urljoin(f"/{address_of(language, name)}", link["href"]) == f"/{address_of(other, name)}"
        assert link["lang"] == link["hreflang"] == EDITIONS[other].lang


# Addresses that stay -------------------------------------------------------------------------


@each_name
@each_language
def test_every_heading_has_the_id_its_author_gave_it(name: str, language: Language, page: Pages, guide: Guide):
    source = (ROOT / f"docs/{EDITIONS[language].made_from or language}/{name}.md").read_text("utf-8")
    source = re.sub(r"(?m)^\{ #.*\}$", "", source)  # A paragraph's, for old links.
    source = source.replace("{{ all_letters() }}", "".join(f"{{ #{letter.id} }}" for letter in guide.letters))

    for region in guide.regions:
        parts = "".join(f"{{ #{id} }}" for id in region_headings(region))
        source = source.replace(f'{{{{ region("{region.id}") }}}}', parts)
        wallets = "".join(f"{{ #{provider.id} }}" for provider, _ in guide.wallets_in(region.id))
        source = source.replace(f'{{{{ region_wallets("{region.id}") }}}}', f"{{ #{region.id}-wallets }}{wallets}")

    changes = "".join(f"{{ #{change.id} }}" for change in guide.changes)
    source = source.replace("{{ change_list() }}", changes)

    assert headings(page(language, name)) == re.findall(r"\{ #([a-z][a-z0-9-]*)(?: \.fold)? \}", source)


@each_file
@each_language
def test_no_id_stands_twice_on_a_page(name: str, language: Language, page: Pages):
    ids = [tag["id"] for tag in page(language, name).find_all(id=True)]

    assert sorted(ids) == sorted(set(ids))


@each_file
@each_language
def test_every_link_within_the_site_leads_somewhere(
    name: str, language: Language, page: Pages, site: Path, site_url: str
):
    base = urljoin(site_url, address_of(language, name))
    tags = page(language, name).select("[href], [src]")
    targets = [urljoin(base, tag.get("href") or tag.get("src")) for tag in tags]
    inner = [target for target in targets if target.startswith(site_url)]

    def leads_somewhere(target: str) -> bool:
        path, _, fragment = target.removeprefix(site_url).partition("#")
        file = site / path.partition("?")[0]
        file = file / "index.html" if file.is_dir() else file
        return file.is_file() and (not fragment or fragment in ids(file))

    assert inner
    assert [target for target in inner if not leads_somewhere(target)] == []


@each_file
@each_language
def test_links_that_leave_the_site_are_https_and_in_the_data(
    name: str, language: Language, page: Pages, site_url: str, guide: Guide
):
    known = {urlsplit(source.url).hostname for source in guide.source.values() if source.url}
    known |= {urlsplit(body.site).hostname for region in guide.regions for body in region.bodies if body.site}
    known |= {urlsplit(region.register_.site).hostname for region in guide.regions if region.register_}
    presences = [presence for provider in guide.providers for presence in provider.regions]
    ways = [way for presence in presences for way in (*presence.freeze, *presence.channels)]
    known |= {urlsplit(way.url).hostname for way in ways if way.url}
    known |= {urlsplit(provider.site).hostname for provider in guide.providers if provider.site}
    known |= {THEME_CREDIT, urlsplit(REPORTS).hostname}
    # Some of what was read is only to be had so.
    plain = {source.url for source in guide.source.values() if source.url and source.url.startswith("http:")}
    base = urljoin(site_url, address_of(language, name))
    links = [urlsplit(urljoin(base, tag["href"])) for tag in page(language, name).select("a[href]")]
    outer = [link for link in links if link.scheme not in ("tel", "mailto") and not link.geturl().startswith(site_url)]

    assert [link.geturl() for link in outer if link.hostname not in known] == []
    assert [link.geturl() for link in outer if link.scheme != "https" and link.geturl() not in plain] == []


@each_name
@each_language
def test_a_term_is_linked_once_to_its_place_in_the_glossary(name: str, language: Language, site: Path, guide: Guide):
    base = f"/{address_of(language, name)}"
    sent = as_sent(site / file_of(language, name))
    targets = [urljoin(base, link["href"]).partition("#") for link in article(sent).select(TERM)]
    anchors = [anchor for _, _, anchor in targets]

    assert {address for address, _, _ in targets} <= {f"/{address_of(language, 'glossary')}"}
    assert set(anchors) <= {term.id for term in guide.glossary}
    assert sorted(anchors) == sorted(set(anchors))


@each_language
def test_the_glossary_has_the_anchor_of_every_term(language: Language, page: Pages, guide: Guide):
    terms = page(language, "glossary").select(".glossary dt")

    assert [term["id"] for term in terms] == [term.id for term in guide.glossary]


@each_issue
@each_language
def test_an_issue_page_links_its_terms_but_not_where_a_link_would_be_in_the_way(
    issue: str, language: Language, page: Pages
):
    issue_page = article(page(language, f"issues/{issue}"))
    in_the_way = "h1, h2, h3, summary, label, button, blockquote, .danger, .letters, .regions"

    assert issue_page.select(f".situations {TERM}"), (
        f"docs/guide.yml: no situation of {issue} uses a word of the `glossary`; use one, or explain one there"
    )
    assert [place.name for place in issue_page.select(in_the_way) if place.select(TERM)] == []


@each_language
@pytest.mark.parametrize("name", ["glossary", *(name for name in NAMES if name.startswith("paper/"))])
def test_the_glossary_and_the_paper_kits_have_no_linked_terms(name: str, language: Language, page: Pages):
    assert page(language, name).select(TERM) == []


# Nothing of the workshop ---------------------------------------------------------------------


@each_file
@each_language
def test_nothing_of_a_template_is_left_over(name: str, language: Language, page: Pages):
    html = copy.copy(page(language, name))
    for script in html.find_all(["script", "style"]):
        script.decompose()
    for element in html.find_all(True):  # Words for JavaScript have places to fill.
        element.attrs = {name: value for name, value in element.attrs.items() if not name.startswith("data-")}

    left = r"\{[{%#].*|\{[\w-]+\}|\b(?:None(?! of)|Undefined)\b|<p>\s*<(?:div|tick-|letter-)"
    assert re.findall(left, str(html)) == []


@each_file
@each_language
def test_a_page_says_which_language_it_is_in(name: str, language: Language, page: Pages):
    assert page(language, name).html["lang"] == language


def test_every_page_has_a_title_and_a_description_of_its_own(page: Pages):
    heads = [
        (head.title.get_text(strip=True), head.select_one("meta[name=description]")["content"].strip())
        for head in (page(language, name).head for language in LANGUAGES for name in NAMES)
    ]

    for texts in zip(*heads, strict=True):
        assert all(texts)
        assert len(texts) == len(set(texts))


@each_name
@each_language
def test_every_checkbox_of_a_list_says_what_it_is_for(name: str, language: Language, page: Pages):
    for box in article(page(language, name)).select("input[type=checkbox]"):
        assert visible(box.find_parent("label")), box


# The data is on the pages --------------------------------------------------------------------


@each_issue
@each_language
def test_an_issue_page_is_headed_by_the_title_in_the_data(issue: str, language: Language, page: Pages, guide: Guide):
    (heading,) = page(language, f"issues/{issue}").find_all("h1")

    assert visible(heading) == guide.issue[issue].title[language]


@each_issue
@each_language
def test_an_issue_page_names_its_door_where_its_steps_begin(issue: str, language: Language, page: Pages):
    doors = page(language, f"issues/{issue}").select("article .danger ~ p a[href$='/basics/#doors']")
    assert len(doors) == 1, (
        f"docs/{language}/issues/{issue}.md: where the steps begin, say in a paragraph which door to take, with one "
        "link to ../basics.md#doors"
    )
    door = doors[0]

    assert door.find_parent("p").find_previous_sibling("h2")["id"] == "steps"


@each_issue
@each_language
def test_an_issue_page_has_every_item_of_its_phases_in_order(issue: str, language: Language, page: Pages, guide: Guide):
    items = [*guide.urgent(issue), *(item for phase in PHASES for item in guide.listed(issue, phase))]
    boxes = page(language, f"issues/{issue}").select(":is(.danger, .fold) input[data-item]")

    assert [box["data-item"] for box in boxes] == [item.id for item in items]
    for box, item in zip(boxes, items, strict=True):
        shown = visible(box.find_parent("li"))
        assert visible(box.find_parent("label")).startswith(item.text[language])
        assert item.why is None or item.why[language] in shown
        assert item.see is None or guide.issue[item.see].title[language] in shown


@each_issue
@each_language
def test_an_issue_page_has_its_letters(issue: str, language: Language, page: Pages, guide: Guide):
    for letter in guide.issue[issue].letters:
        shown = visible(page(language, f"issues/{issue}").find("details", id=f"letter-{letter}"))
        for text in (guide.letter[letter].title, guide.letter[letter].use_when, guide.letter[letter].not_when):
            assert text[language] in shown


@each_language
def test_the_page_of_letters_has_every_letter(language: Language, page: Pages, guide: Guide):
    assert letters(page(language, "letters")) == [letter.id for letter in guide.letters]


@each_language
def test_every_region_stands_on_its_page_with_all_its_facts_and_their_sources(
    language: Language, page: Pages, guide: Guide
):
    for region in guide.regions:
        section = region_section(language, region, page)
        facts = list(guide.facts_of(region))
        texts = [*(body.name for body in region.bodies), *(right.law for right in region.rights)]
        texts += [region.partial] if region.partial else []
        words = [text[language] for text in (*texts, *(fact.says for fact in facts))]
        shown = visible(section)
        assert [word for word in words if word not in shown] == []
        named = [(guide.source[fact.source], fact.checked) for fact in facts]
        linked = [source.url for source, _ in named if source.url]
        assert sorted(link["href"] for link in section.select(".fact-source a:not(.term)")) == sorted(linked)
        said = sorted(visible(line).rpartition("· ")[2] for line in section.select(".fact-source"))
        assert said == sorted(how_read(guide, language, source, day) for source, day in named)


@each_language
def test_every_link_to_a_body_shows_its_domain(language: Language, page: Pages, guide: Guide):
    for region in guide.regions:
        shown = {link["href"]: link.text for link in region_section(language, region, page).select(".body-site a")}
        sites = [body.site for body in region.bodies if body.site]

        assert sites
        assert all(shown[site] == urlsplit(site).hostname for site in sites)


@each_language
def test_every_phone_number_comes_with_its_warning_and_its_source(language: Language, page: Pages, guide: Guide):
    for region in guide.regions:
        phones = region_section(language, region, page).select(".body-phone")

        assert len(phones) == sum(body.phone is not None for body in region.bodies)
        assert all(guide.words.region.phone_guard[language] in visible(phone) for phone in phones)
        assert all("fact-source" in phone.find_next_sibling("p")["class"] for phone in phones)


@each_issue
@each_language
def test_an_issue_page_leads_to_every_region(issue: str, language: Language, page: Pages, guide: Guide):
    links = page(language, f"issues/{issue}").select(".region-list a")

    assert [(link["href"], link.text) for link in links] == [
        (f"../../where/{region.id}/", region.name[language]) for region in guide.regions
    ]


@each_language
def test_the_page_of_how_facts_were_read_counts_every_fact_and_leads_to_it(
    language: Language, page: Pages, guide: Guide
):
    groups = page(language, "about/sources").select(".facts-by-age li")
    counts = [int(re.search(r"(\d+)\D*$", visible(group))[1]) for group in groups]

    assert sum(counts) == len(list(guide.facts))
    assert {group.a["href"] for group in groups} == {
        *(f"../../where/{region.id}/" for region in guide.regions),
        *(f"../../where/{wallet.regions[0].region}/#{wallet.id}" for wallet in guide.providers),
    }


def region_headings(region: Region) -> list[str]:
    parts = {
        "fraud": True,
        "ladder": True,
        "clocks": True,
        "provider-clock": True,
        "reader-clock": any(clock.whose == "reader" for clock in region.deadlines),
        "rights": region.rights,
        "forms": any(body.asks for body in region.bodies),
        "others": region.bodies_for("other"),
        "watch": region.watch,
    }
    return [f"{region.id}-{part}" for part, is_there in parts.items() if is_there]


def region_section(language: Language, region: Region, page: Pages) -> Tag:
    """What a region's page says of the region, without its wallets."""
    return page(language, f"where/{region.id}").find(class_="region", attrs={"data-region": region.id})


@each_language
def test_the_page_of_a_region_is_headed_by_its_name(language: Language, page: Pages, guide: Guide):
    for region in guide.regions:
        assert visible(page(language, f"where/{region.id}").h1).startswith(region.name[language])


@each_language
def test_a_region_has_every_wallet_there_with_all_that_is_known_of_it(language: Language, page: Pages, guide: Guide):
    for region in guide.regions:
        entries = page(language, f"where/{region.id}").select(".provider")
        wallets = guide.wallets_in(region.id)

        assert [entry.h3["id"] for entry in entries] == [provider.id for provider, _ in wallets]
        for entry, (provider, presence) in zip(entries, wallets, strict=True):
            facts = [*guide.facts_of(presence)]
            if not presence.closed:
                facts += [*provider.accounts, *filter(None, [provider.elsewhere])]
            shown = visible(entry)
            assert len(entry.select(".fact-source")) == len(facts), "each once"
            assert [fact for fact in facts if fact.says[language].split()[0] not in shown] == []


@each_language
def test_a_wallet_that_has_closed_asks_nobody_to_freeze_it_there(language: Language, page: Pages, guide: Guide):
    closed = [
        (region.id, wallet) for region in guide.regions for wallet, at in guide.wallets_in(region.id) if at.closed
    ]
    assert closed
    for region, wallet in closed:
        entry = page(language, f"where/{region}").select_one(f".provider[data-provider={wallet.id}]")
        assert not entry.select(".freeze, .not-known, .ways")


@each_language
def test_the_list_of_wallets_leads_to_each_in_all_its_regions(language: Language, page: Pages, guide: Guide):
    entries = page(language, "providers").select(".wallet")

    assert [entry["id"] for entry in entries] == [provider.id for provider in guide.providers]
    for entry, provider in zip(entries, guide.providers, strict=True):
        assert [link["href"] for link in entry("a")] == [
            f"../where/{presence.region}/#{provider.id}" for presence in provider.regions
        ]


@each_language
def test_a_change_is_reported_from_the_page_of_a_region_with_its_name_filled_in(
    language: Language, page: Pages, guide: Guide
):
    for region in guide.regions:
        (link,) = page(language, f"where/{region.id}").select(".page-report a")
        asked = parse_qs(urlsplit(link["href"]).query)
        assert region.name[language] in asked["title"][0]
        assert asked["body"] == [guide.words.provider.report_body[language]]


def test_no_page_weighs_more_than_it_may(site: Path):
    """All regions on one page were 62 kB as a second page of a visit, an issue with its plans 59."""
    assert too_heavy(site) == []


def test_no_list_of_sections_follows_who_opens_a_plan(site: Path):
    """Material's did, also where it is not seen: the first steps were painted 3 of 50 ms later on a slow phone."""
    follows = 'data-md-component="toc"'
    assert follows in (site / "en/basics/index.html").read_text("utf-8")
    assert [page for page in site.glob("**/issues/**/index.html") if follows in page.read_text("utf-8")] == []


def test_no_field_to_fill_in_stands_in_a_fold(site: Path):
    """Browsers that fill in forms lay out a fold to look at each field in it: 17 regions took a slow phone 0.6 s."""
    fields = {
        f"{path.relative_to(site)}: {field}"
        for path in site.rglob("*.html")
        for field in parsed(path).select("details :is(input:not([type=checkbox]), select, textarea)")
        if not field.find_parent(["template", "region-choice"])  # Which has one list, in a fold for itself.
    }
    assert fields == set()


@each_language
def test_no_search_hit_shows_what_a_field_lets_choose(language: Language, site: Path, guide: Guide):
    """Hits showed the names of all wallets and regions before a word of their page."""
    index = json.loads((site / PREFIX[language] / "search/search_index.json").read_text("utf-8"))
    found = {entry["location"]: entry["text"].replace("\u200b", "") for entry in index["docs"]}
    said = guide.words

    for choice in (said.provider.not_chosen, said.provider.all_regions, said.region.not_chosen):
        assert [page for page, text in found.items() if choice[language] in text] == []


@each_language
def test_no_search_hit_runs_a_label_into_what_it_stands_before(language: Language, site: Path, guide: Guide):
    """Hits showed “Use this whenA child paid”, and the words of buttons."""
    index = json.loads((site / PREFIX[language] / "search/search_index.json").read_text("utf-8"))
    found = {entry["location"]: re.sub("<[^>]*>", " ", entry["text"].replace("\u200b", "")) for entry in index["docs"]}
    said = guide.words

    for label in (said.letter.use_when, said.letter.leave_out, said.region.provider_clock, said.region.reader_clock):
        places = [page for page, text in found.items() if f"{label[language]} " in text]
        assert len(places) > 3
        assert [page for page in places if re.search(rf"{re.escape(label[language])}\w", found[page])] == []
    assert [page for page, text in found.items() if said.letter.open[language] in text] == []


@each_language
def test_what_the_search_leaves_out_is_no_hit_without_words(language: Language, site: Path):
    """Each heading in what was left out was a hit of its own, called as its page and with nothing in it."""
    index = json.loads((site / PREFIX[language] / "search/search_index.json").read_text("utf-8"))
    called = {entry["location"]: entry["title"] for entry in index["docs"]}

    assert [
        entry["location"]
        for entry in index["docs"]
        for page, _, place in [entry["location"].partition("#")]
        if place and not entry["text"] and entry["title"] == called.get(page)
    ] == []


@each_language
def test_every_region_whose_register_is_known_tells_who_is_not_listed_how_to_look_it_up(
    language: Language, page: Pages, guide: Guide
):
    links = page(language, "providers").select(".registers a")
    known = [region for region in guide.regions if region.register_]

    assert [link["href"] for link in links] == [f"../where/{region.id}/#{region.id}-register" for region in known]
    for region in known:
        fold = page(language, f"where/{region.id}").find(id=f"{region.id}-register")
        assert region.register_.text[language] in visible(fold)


@each_issue
@each_language
def test_the_page_of_an_issue_says_little_of_wallets_and_leads_to_the_rest(
    issue: str, language: Language, page: Pages, guide: Guide
):
    whole = page(language, f"issues/{issue}")

    assert whole.select_one(".provider-directory a")["href"].endswith("/providers/")
    choices = whole.select_one(".provider-choice-place")("option", attrs={"data-regions": True})
    assert len(choices) == len(guide.providers)
    assert whole.select(".provider, .presence") == []


@each_language
def test_the_emergency_and_then_how_the_wallet_is_frozen_stand_before_everything_else_once_an_account_is_taken(
    language: Language, page: Pages
):
    whole = article(page(language, "issues/account-security"))
    marked = whole.select("provider-freeze, .danger, .ticks:not(.danger *), h2")

    assert marked[0]["class"] == ["danger"]
    assert marked[1].name == "provider-freeze"


@each_language
def test_the_home_page_leads_to_every_issue_by_its_name(language: Language, page: Pages, guide: Guide):
    links = page(language, "index").select(".issue-list a")

    assert [(link["href"].removeprefix("./"), visible(link)) for link in links] == [
        (f"issues/{issue.id}/", issue.title[language]) for issue in guide.issues
    ]


NEVER_COMPARED = {
    "zh": re.compile(r"没有对照过现在的网页"),
    "zh-Hant": re.compile(r"沒有對照過現在的網頁"),
    "en": re.compile(r"(?:not|nothing was|None of it was) compared with the (?:live|page as it stands)"),
}


@each_language
@pytest.mark.parametrize("name", ["about", "about/sources", "glossary"])
def test_where_reading_is_explained_it_says_that_nothing_was_compared_with_todays_page(
    name: str, language: Language, page: Pages
):
    text = re.sub(r"\s+", " ", page(language, name).select_one("article").get_text())
    assert NEVER_COMPARED[language].search(text)


@each_name
@each_language
def test_every_page_has_the_safety_box(name: str, language: Language, page: Pages, guide: Guide):
    (box,) = article(page(language, name)).select(".safety")

    assert [visible(line) for line in box.find_all("li")] == [line[language] for line in guide.safety]


@each_language
def test_the_home_page_asks_what_happened_before_anything_else(language: Language, page: Pages):
    boxes = article(page(language, "index")).select(".groups, .safety, .issue-list")

    assert boxes[0]["class"] == ["groups"]


# One edit ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def edited(guide: Guide) -> dict[tuple[Language, str], str]:
    """The pages as their macros render them when one shared item and one line of a letter were edited, once each."""
    text = (ROOT / "docs/guide.yml").read_text("utf-8")
    item = guide.item["use-real-channel"].text
    line = guide.letter["escalation"].leave_out
    for old, new in (
        (item.zh, "改过的勾选项"),
        (item.en, "An edited item"),
        (line.zh, "换了名字的信"),
        (line.en, "An edited letter"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    return {page_at(path): shown for path, shown in rendered(ROOT, parse(text, "docs/guide.yml").guide)}


def page_at(path: Path) -> tuple[Language, str]:
    """The language and the name of a page of `docs/`."""
    _, language, *steps = path.with_suffix("").parts
    return language, "/".join(steps)


@pytest.mark.parametrize(("language", "new"), [("zh", "改过的勾选项"), ("en", "An edited item")])
def test_an_item_edited_once_changes_on_every_page_that_shows_it(
    language: Language, new: str, edited: dict[tuple[Language, str], str], guide: Guide
):
    old = guide.item["use-real-channel"].text[language]
    shows_it = {(language, f"{folder}/{issue}") for issue in ISSUES for folder in ("issues", "paper")}

    assert {page for page, shown in edited.items() if new in shown} == shows_it
    assert not any(old in shown for shown in edited.values())


@pytest.mark.parametrize(("language", "new"), [("zh", "换了名字的信"), ("en", "An edited letter")])
def test_a_letter_edited_once_changes_on_the_letters_page_and_the_issue_pages(
    language: Language, new: str, edited: dict[tuple[Language, str], str], guide: Guide
):
    old = guide.letter["escalation"].leave_out[language]
    issues = [f"issues/{issue.id}" for issue in guide.issues if "escalation" in issue.letters]

    assert {page for page, shown in edited.items() if new in shown} == {
        (language, name) for name in ["letters", *issues]
    }
    assert not any(old in shown for shown in edited.values())


@each_language
def test_no_browser_translates_the_code_of_a_letter(site: Path, guide: Guide, language: Language):
    codes = "|".join(sorted((letter.code for letter in guide.letters), key=len, reverse=True))
    code = re.compile(rf"(?<![\w-])(?:{codes})(?![\w-])", re.ASCII)
    bare = {
        path.relative_to(site).as_posix(): str(words)
        for path in pages_of(site, language)
        if FULL not in path.relative_to(site).as_posix()
        for words in as_sent(path).body.find_all(string=code)
        if words.parent.name not in ("script", "style", "template", "textarea")
        and not words.find_parent(translate="no")
    }
    assert bare == {}
