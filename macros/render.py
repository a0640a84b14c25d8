"""From the guide to HTML. Every function here is a macro that a page may call.

Each takes the `View` it is rendered for and then what the author writes; the type hints of those
say which ids are allowed. They are pure: no page, no site, no file but the templates. Words come
from the guide, HTML from `templates/`; what a template shows is worked out here.

Markdown takes macro output for HTML as long as it begins with a block tag at the first column.
"""

import json
import re
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import quote, urlsplit

import jinja2
from babel.dates import format_date
from markupsafe import Markup, escape

from .days_off import days_off
from .load import Fault
from .model import (
    LANGUAGES,
    PHASES,
    PLACEHOLDER,
    Bilingual,
    Deadline,
    Fact,
    Guide,
    IssueRef,
    Language,
    Letter,
    Phase,
    Presence,
    Provider,
    Region,
    RegionWords,
    Right,
    Unit,
    folder_of,
)

# Words of the ways out that become part of a letter, and so are needed in its language.
BILINGUAL_WAYS = {"piece", "body", "file_name", "sheet_sender", "sheet_firm", "sheet_signature", "sheet_date"}

# Where the calendar leads back to: the letter that fits when a day of that purpose comes.
LETTER_AFTER = {"answer": "chase", "act": "chase", "opens": "escalate", "report": "complain", "escalate": "escalate"}

# To tell which of two time limits is the shorter one.
ABOUT_DAYS: dict[Unit, float] = {"business-days": 1.4, "calendar-days": 1, "weeks": 7, "months": 30, "years": 365}

# Chinese in English text, with the marks it is written with; and Latin words, of which one alone may be a name.
FOREIGN = re.compile(r"[\u3005-\u9fff（《](?:[ →]*[\u3001-\u9fff（）《》，：；]+)*")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")

TEMPLATES = Path(__file__).parent / "templates"

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True)
class View:
    """What is being looked at: the guide, in one language, from one page.

    `home` leads from the page to its language's home, `root` to the root of the whole site; both are
    relative and end in a slash, so that the site works under any address. `directories` says whether
    pages are addressed as `about/` or as `about.html`. `report_url` is where changes are reported, with `{title}` and
    `{body}` in it. `zip` is the name of the guide in a zip, at the root of the site, if it is published there.
    """

    guide: Guide
    language: Language
    home: str
    root: str
    directories: bool = True
    report_url: str = ""
    zip: str = ""

    def issue_link(self, issue: str) -> str:
        return self._page(f"issues/{issue}")

    def letter_link(self, letter: str, issue: str | None = None) -> str:
        """The address of a letter; with an issue, for that case of the reader."""
        return f"{self._page('letters')}{f'?case={issue}' if issue else ''}#{letter}"

    def in_language(self, language: Language) -> "View":
        """The same page in another language, its links seen from here."""
        return replace(self, language=language, home=self.root + folder_of(language))

    def paper_link(self, issue: str) -> str:
        return self._page(f"paper/{issue}")

    @property
    def case_link(self) -> str:
        return self._page("case")

    def term_link(self, term: str) -> str:
        return f"{self._page('glossary')}#{term}"

    @property
    def where_link(self) -> str:
        return self._page("where")

    @property
    def providers_link(self) -> str:
        return self._page("providers")

    def report_link(self, title: str, body: str) -> str | None:
        """Where a reader can report a change, filled in; None where the site names no such place."""
        return filled(self.report_url, title=quote(title), body=quote(body)) if self.report_url else None

    def _page(self, name: str) -> str:
        return f"{self.home}{name}{'/' if self.directories else '.html'}"


class Segment(NamedTuple):
    """A run of a letter's text: plain words, or the blank for a field."""

    text: str
    field: str | None


def short_answer(view: View, issue: IssueRef) -> str:
    """The two lines that come before everything else on an issue's page."""
    return _render(view, "short_answer.html", issue=view.guide.issue[issue])


def issue_list(view: View) -> str:
    """Every issue by its name, for readers who know which is theirs."""
    return _render(view, "issue_list.html", issues=view.guide.issues)


def danger(view: View, issue: IssueRef) -> str:
    """The emergency steps of an issue, in a red box."""
    return _render(view, "danger.html", lines=view.guide.issue[issue].danger)


def do_not(view: View, issue: IssueRef) -> str:
    """What not to do."""
    return _render(view, "lines.html", lines=view.guide.issue[issue].do_not, kind="do-not")


def never_say(view: View, issue: IssueRef) -> str:
    """What never to say to support."""
    return _render(view, "lines.html", lines=view.guide.issue[issue].never_say, kind="never-say")


def causes(view: View, issue: IssueRef) -> str:
    """What may really be going on, each folded under what the reader sees."""
    return _render(view, "causes.html", causes=view.guide.issue[issue].causes)


def who_pressed_pay(view: View) -> str:
    """Who pressed “pay”, and which letter follows."""
    return _render(view, "situations.html", situations=view.guide.situations)


def triage(view: View) -> str:
    """From what the reader sees to the right place, in two choices."""
    return _render(view, "triage.html", signs=view.guide.triage)


def glossary(view: View) -> str:
    """Every term with its meaning, and its name in the other languages."""
    others = [language for language in LANGUAGES if language != view.language]
    return _render(view, "glossary.html", terms=view.guide.glossary, others=others)


def checklist(view: View, issue: IssueRef, phase: Phase) -> str:
    """The items of one phase of one issue, to tick."""
    return _render(
        view,
        "checklist.html",
        issue=issue,
        phase=phase,
        label=getattr(view.guide.words.phases, phase),
        items=view.guide.items(issue, phase),
    )


def issue_letters(view: View, issue: IssueRef) -> str:
    """The letters that fit an issue, folded."""
    letters = [view.guide.letter[letter] for letter in view.guide.issue[issue].letters]
    return _render(
        view,
        "issue_letters.html",
        letters=[(letter, *_letter(view, letter, issue)) for letter in letters],
    )


def letter_list(view: View) -> str:
    """The way to each letter on the page of letters."""
    return _render(view, "letter_list.html", letters=view.guide.letters)


def all_letters(view: View) -> str:
    """Every letter under a heading of its own (`#<id>`), for the page of letters."""
    entries = [
        _render(view, "letter_page_entry.md", letter=letter, guide_to_it=guide_to_it, paper=paper)
        for letter in view.guide.letters
        for guide_to_it, paper in [_letter(view, letter)]
    ]
    return "\n".join(entries)


def case_bar(view: View, issue: IssueRef) -> str:
    """How far the reader's case is, the way to it, and “erase everything”."""
    return _render(
        view,
        "case_bar.html",
        issue=issue,
        items=_items_of(view.guide, issue),
        case_link=view.case_link,
        titles=_titles(view),
    )


def they_answered(view: View, issue: IssueRef) -> str:
    """What the provider may answer, and what to do then, with the letter for it."""
    return _render(view, "replies.html", replies=view.guide.replies, issue=issue)


def my_case(view: View) -> str:
    """The reader's cases: progress, dates, contact log, evidence, export and import. All of it stays on the device."""
    guide = view.guide
    return _render(
        view,
        "my_case.html",
        issues=guide.issues,
        items={issue.id: _items_of(guide, issue.id) for issue in guide.issues},
        first={issue.id: [item.id for item in guide.items(issue.id, "minutes")] for issue in guide.issues},
        replies={issue.id: Markup(they_answered(view, issue.id)) for issue in guide.issues},
        rungs={letter.rung: letter.id for letter in guide.letters},
        paper_link=view.paper_link,
        titles=_titles(view),
        languages=_own_first(view),
    )


def page_end(view: View, built: date | None = None) -> str:
    """What stands at the end of every page: sharing it, and what is said when there is no network."""
    return _render(view, "page_end.html", built=built or date.today())


def searched(view: View) -> str:
    """What upset people type and the pages that are for it, a file of its own (JSON) fetched when somebody searches."""
    pages = [
        {"title": issue.title[view.language], "link": view.issue_link(issue.id), "words": issue.searched[view.language]}
        for issue in view.guide.issues
    ]
    return json.dumps(pages, ensure_ascii=False)


def folder_note(view: View, built: date, living: str | None) -> str:
    """What stands at the top of a page that is opened from a folder; `living` is its address on the living guide."""
    return _render(view, "folder_note.html", said=view.guide.words.folder, built=built, living=living)


def folder_start(guide: Guide, homes: dict[Language, str], living: dict[Language, str | None], opener: str) -> str:
    """The file of a folder to double-click, for all languages: leads to the first by a script, to all by links."""
    view = View(guide, next(iter(homes)), home="./", root="./", directories=False)
    said = guide.words.folder
    return _render(view, "folder_start.html", said=said, homes=homes, living=living, opener=opener)


def desk(view: View) -> str:
    """What letters and the case share, a file of its own (JSON) that is fetched when one of them is first opened:

    fields and what fills them as data, their parts as HTML to clone.
    """
    guide = view.guide
    data = {
        "language": view.language,
        "fields": {field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.fields},
        "contact": {
            field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.contact_fields
        },
        "currencies": [currency.model_dump() for currency in guide.currencies],
        "zones": [zone.model_dump() for zone in guide.zones],
        "wording": {kind: [*lists["zh"], *lists["en"]] for kind, lists in guide.wording.model_dump().items()},
        "hints": _hints(view),
        "letters": {
            letter.id: {
                "name": f"{letter.code} {letter.title[view.language]}",
                "code": letter.code,
                "rung": letter.rung,
                "fields": list(letter.fields),
                "required": sorted(letter.required),
            }
            for letter in guide.letters
        },
        "words": {
            **guide.words.letter.model_dump(include={"subject", "blank"}),
            **guide.words.log.line.model_dump(),
            **guide.words.ways.model_dump(include=BILINGUAL_WAYS),
            "pack": guide.words.pack.model_dump(),
        },
        "script": [
            {
                "optional": part.optional,
                **{
                    language: [segment._asdict() for segment in segments(guide, part.text[language], language)]
                    for language in LANGUAGES
                },
            }
            for part in guide.phone_script
        ],
        "providers": {provider.id: _addressed(provider) for provider in guide.providers},
        "regions": {region.id: _cited(view, region) for region in guide.regions},
        "issues": {
            issue.id: {
                "title": issue.title[view.language],
                "letters": issue.letters,
                "evidence": {item.id: item.text.model_dump() for item in guide.items(issue.id, "evidence")},
            }
            for issue in guide.issues
        },
    }
    templates = _render(view, "desk.html", languages=_own_first(view), providers=view.providers_link, **_choices(view))
    return json.dumps({"data": data, "templates": templates}, ensure_ascii=False)


def papers(view: View) -> str:
    """Every letter in the other languages, a file of its own (JSON) fetched when a letter is opened."""
    others = _other_languages(view)
    return json.dumps(
        {letter.id: "".join(_paper(view, letter, other) for other in others) for letter in view.guide.letters},
        ensure_ascii=False,
    )


def paper_kit(view: View, issue: IssueRef) -> str:
    """One issue for people who will do it by hand: steps, evidence, contact log, all to fill in."""
    phases = [(getattr(view.guide.words.phases, phase), view.guide.items(issue, phase)) for phase in PHASES]
    return _render(view, "paper_kit.html", issue=view.guide.issue[issue], phases=phases, log_lines=range(10))


def who_next(view: View) -> str:
    """Per region the next body, each with a link to everything about it; the chosen region's rules come here."""
    return _render(view, "next_bodies.html", where=view.where_link)


def choose_region(view: View) -> str:
    """The choice of a region, for the page that has them all."""
    return _render(view, "all_regions.html", **_clock_words(view))


def compare_regions(view: View) -> str:
    """Every region in one table: who first, the provider's time, the next body, the reader's own limit."""
    said = view.guide.words.region
    rows = [
        {"region": region, "answer": _answer_times(view, region), "limit": _own_limits(view, region)}
        for region in view.guide.regions
    ]
    columns = (said.name, said.first, said.provider_clock, said.next, said.reader_clock)
    return _render(view, "region_table.html", rows=rows, columns=columns)


def all_regions(view: View) -> str:
    """Everything about every region, each under a heading of its own (`#<id>`)."""
    return "\n".join(
        _render(view, "region_entry.md", region=region, section=_region(view, region)) for region in view.guide.regions
    )


def provider_list(view: View) -> str:
    """Every wallet, folded under its name: how to stop a loss, who answers for it, where to complain."""
    guide = view.guide
    by_region = [
        (region, [each for each in guide.providers if region.id in {presence.region for presence in each.regions}])
        for region in guide.regions
    ]
    entries = [_provider(view, provider) for provider in guide.providers]
    return _render(view, "provider_list.html", by_region=by_region, entries=entries)


def registers(view: View) -> str:
    """Per region, where to look up which company is licensed."""
    known = [region for region in view.guide.regions if region.register_]
    return _render(view, "registers.html", regions=known)


def provider_choice(view: View, issue: IssueRef | None = None) -> str:
    """The choice of a wallet, for all that follows; with an issue, for that case of the reader."""
    return _provider_choice(view, issue)


def freeze_first(view: View, issue: IssueRef) -> str:
    """The choice of a wallet, and how the chosen one is frozen."""
    return _provider_choice(view, issue, freezes=True)


def facts_by_age(view: View) -> str:
    """Every fact with its source, those checked longest ago first."""
    groups: dict[tuple[date, str], list[Fact]] = {}
    things = {thing.id: thing for thing in (*view.guide.regions, *view.guide.providers)}
    for thing in things.values():
        for fact in view.guide.facts_of(thing):
            groups.setdefault((fact.checked, thing.id), []).append(fact)
    by_age = [(day, things[id], facts) for (day, id), facts in sorted(groups.items(), key=lambda group: group[0][0])]
    return _render(view, "facts_by_age.html", groups=by_age)


def safety(view: View) -> str:
    """The safety box."""
    return _render(view, "safety.html")


def source_list(view: View) -> str:
    """Every source with its address, and the day on which the oldest fact from it was checked."""
    oldest: dict[str, date] = {}
    for fact in view.guide.facts:
        oldest[fact.source] = min(fact.checked, oldest.get(fact.source, fact.checked))
    return _render(view, "sources.html", sources=view.guide.sources, oldest=oldest)


def take_along(view: View) -> str:
    """The guide in a zip, where the site has one."""
    return _render(view, "take_along.html", address=view.zip and view.root + view.zip)


def open_data(view: View) -> str:
    """The address of the guide as open data, for a link."""
    return f"{view.root}guide.json"


def text_copies(view: View) -> str:
    """The address of the list of pages as plain text, for a link."""
    return f"{view.home}llms.txt"


MACROS: tuple[Callable[..., str], ...] = (
    short_answer,
    triage,
    issue_list,
    danger,
    do_not,
    causes,
    who_pressed_pay,
    never_say,
    glossary,
    checklist,
    issue_letters,
    letter_list,
    all_letters,
    case_bar,
    they_answered,
    my_case,
    paper_kit,
    who_next,
    choose_region,
    compare_regions,
    all_regions,
    provider_list,
    registers,
    provider_choice,
    freeze_first,
    facts_by_age,
    safety,
    source_list,
    take_along,
    open_data,
    text_copies,
)


def segments(guide: Guide, text: str, language: Language) -> Iterator[Segment]:
    """Cut a letter's text at its placeholders; each becomes the marked blank of its field."""
    end = 0
    for placeholder in PLACEHOLDER.finditer(text):
        if placeholder.start() > end:
            yield Segment(text[end : placeholder.start()], None)
        field = guide.field[placeholder[1]]
        yield Segment(guide.words.letter.blank[language].replace("{label}", field.label[language]), field.id)
        end = placeholder.end()
    if end < len(text):
        yield Segment(text[end:], None)


def told(text: str, language: Language) -> Markup:
    """`text` on a page in `language`, its foreign words marked as such, for those who have pages read to them."""
    if language == "en":
        return Markup(FOREIGN.sub(r'<span lang="zh">\g<0></span>', str(escape(text))))
    tongue = _tongue(text, language)
    return Markup('<span lang="{}">{}</span>').format(tongue, text) if tongue else escape(text)


def _tongue(text: str, language: Language) -> str | None:
    """What the whole of a text is written in, where that is not the language of its page."""
    is_latin = not FOREIGN.search(text) and len(LATIN_WORD.findall(text)) > 1
    return "en" if language == "zh" and is_latin else None


def template_fault(error: Exception) -> Fault:
    """Where a template failed, and how."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno) for frame in frames]
    if isinstance(error, jinja2.TemplateSyntaxError):
        places.append((Path(error.filename or ""), error.lineno))
    path, line = next((place for place in reversed(places) if place[0].parent == TEMPLATES), places[-1])
    shown_as = path.relative_to(TEMPLATES.parent.parent).as_posix() if path.is_relative_to(TEMPLATES) else path.name
    return Fault(shown_as, line, 1, "template", f"{error}; mend it, or what it is given")


def said_day(guide: Guide, language: Language, day: date) -> str:
    """A day as a reader of `language` writes it."""
    return format_date(day, guide.words.date[language], locale=language)


def filled(text: str, /, **words: object) -> str:
    """`text` with its placeholders replaced, once each. KeyError for one that has no word."""
    return PLACEHOLDER.sub(lambda match: str(words[match[1]]), text)


def oldest_check(guide: Guide, language: Language, text: str) -> date | None:
    """The oldest of the days on which `text` says that something was checked; None where it says none."""
    said = {day: filled(guide.words.checked[language], date=said_day(guide, language, day)) for day in guide.days}
    return min((day for day, words in said.items() if words in text), default=None)


def _region(view: View, region: Region) -> Markup:
    clocks = region.deadlines
    answer = next((clock.id for clock in clocks if clock.purpose == "answer"), None)
    first_with: dict[Bilingual, str] = {}
    return _render(
        view,
        "region.html",
        region=region,
        theirs=[clock for clock in clocks if clock.whose != "reader"],
        own=[clock for clock in clocks if clock.whose == "reader"],
        # Clocks that start on the same day share what the reader enters.
        starts={clock.id: first_with.setdefault(clock.starts, clock.id) for clock in clocks},
        follows={clock.id: answer if clock.event == "no-answer" else None for clock in clocks},
        counts_business_days=any(clock.unit == "business-days" for clock in clocks),
        days_off=json.dumps(days_off(region.holidays), separators=(",", ":")),
        length=lambda clock: _length(view, clock),
        dialled=_dialled,
    )


def _provider(view: View, provider: Provider) -> Markup:
    name = provider.name[view.language]
    said = view.guide.words.provider
    others = [each for language in LANGUAGES if (each := provider.name[language]) != name]
    report = view.report_link(
        filled(said.report_title[view.language], provider=name), filled(said.report_body[view.language], provider=name)
    )
    return _render(
        view,
        "provider.html",
        provider=provider,
        others=[*dict.fromkeys([*others, *(each for each in provider.names if each != name)])],
        unknown=lambda presence: _unknown(view, presence),
        report=report,
        where=view.where_link,
        dialled=_dialled,
    )


def _unknown(view: View, presence: Presence) -> str:
    """The names of what nothing is known about, but for what is missed in its own place."""
    words = view.guide.words.provider
    parts = ("licence", "supervisor", "times", "promise", "balance", "not_for")
    names = [getattr(words, part)[view.language] for part in parts if not getattr(presence, part)]
    return words.between[view.language].join(names)


def _provider_choice(view: View, issue: str | None, freezes: bool = False) -> Markup:
    return _render(
        view, "provider_choice.html", issue=issue, freezes=freezes, providers=view.providers_link, **_choices(view)
    )


def _choices(view: View) -> dict[str, Any]:
    """What a wallet is chosen from: those of one region under it, the others together."""
    single = {region.id: [] for region in view.guide.regions}
    for provider in view.guide.providers:
        if not provider.asks_region:
            single[provider.regions[0].region].append(provider)
    groups = [(region.name, single[region.id]) for region in view.guide.regions if single[region.id]]
    several = [provider for provider in view.guide.providers if provider.asks_region]
    return {"groups": [*groups, (view.guide.words.provider.several, several)] if several else groups}


def _dialled(number: str) -> str:
    return re.sub(r"[^\d+]", "", number)


def _answer_times(view: View, region: Region) -> list[str]:
    """The provider's times to answer, each with what starts it: not all start with the reader's complaint."""
    words, language = view.guide.words.clock, view.language
    return [words.none[language]] * (region.no_deadline is not None) + [
        filled(words.from_[language], length=_length(view, clock), starts=clock.starts[language])
        for clock in region.deadlines
        if clock.purpose == "answer"
    ]


def _own_limits(view: View, region: Region) -> list[str]:
    """What the reader has time for, each with how long: of several limits the shortest, lest one be missed."""
    words, language = view.guide.words.clock, view.language
    by_purpose: dict[str, list[Deadline]] = {}
    for clock in region.deadlines:
        if clock.whose == "reader":
            by_purpose.setdefault(clock.purpose, []).append(clock)

    def line(purpose: str, clocks: list[Deadline]) -> str:
        said = words.for_
        if len({_length(view, clock) for clock in clocks}) > 1:
            said = words.for_several
        elif all(clock.applies for clock in clocks):
            said = words.for_some
        shortest = min(clocks, key=lambda clock: clock.count * ABOUT_DAYS[clock.unit])
        return filled(said[language], what=getattr(words, purpose)[language], length=_length(view, shortest))

    return [line(purpose, clocks) for purpose, clocks in by_purpose.items()] or [words.none[language]]


def _length(view: View, clock: Deadline) -> str:
    """How long a clock runs, in words: `15 business days, 35 at most`."""
    words, language = view.guide.words.clock, view.language

    def counted(count: int) -> str:
        unit = getattr(words.units, clock.unit.replace("-", "_"))
        return filled((unit.one if count == 1 else unit.more)[language], count=str(count))

    length = counted(clock.count)
    if clock.at_most:
        length = filled(words.up_to[language], length=length, most=counted(clock.at_most))
    return filled(words.usual[language], length=length) if clock.usual else length


def _clock_words(view: View) -> dict[str, Any]:
    """What dates explain themselves with; scripts carry no words of their own.

    The links are seen from the language's home: other pages show these words too.
    """
    words, at_home = view.guide.words.clock, replace(view, home="./")
    units = {
        name: {"one": unit["one"][view.language], "more": unit["more"][view.language]}
        for name, unit in words.units.model_dump(by_alias=True).items()
    }
    first = {letter.rung: letter.id for letter in reversed(view.guide.letters)}
    letters = {
        purpose: at_home.letter_link(first.get(rung, view.guide.letters[0].id))
        for purpose, rung in LETTER_AFTER.items()
    }
    return {
        "reckoning": dict(words.reckoning),
        "units": json.dumps(units, ensure_ascii=False),
        "letters": json.dumps(letters),
        "where": at_home.where_link,
    }


def _letter(view: View, letter: Letter, issue: str | None = None) -> tuple[Markup, Markup]:
    """When to use a letter, and the letter in the reader's language, with the ways to the others."""
    others = [(language, view.in_language(language).letter_link(letter.id)) for language in _other_languages(view)]
    paper = _paper(view, letter, view.language)
    guide_to_it = _render(view, "letter_guide.html", letter=letter)
    return guide_to_it, _render(view, "letter.html", letter=letter, issue=issue, paper=paper, others=others)


def _paper(view: View, letter: Letter, version: Language) -> Markup:
    """A letter in one language, as a reader of the view's language sees it."""
    return _render(
        view,
        "letter_paper.html",
        version=version,
        subject=list(segments(view.guide, letter.subject[version], version)),
        parts=[
            {"optional": part.optional, "segments": list(segments(view.guide, part.text[version], version))}
            for part in letter.parts
        ],
    )


def _cited(view: View, region: Region) -> dict[str, Any]:
    """What a letter takes from a region: the one body to go to next, the rules to cite; and its times to answer."""
    words = view.guide.words.region
    first = region.rungs[0] if region.rungs else ()
    return {
        "name": region.name[view.language],
        "next": first[0].name.model_dump() if len(first) == 1 else None,
        "times": [clock.text[view.language] for clock in region.deadlines if clock.purpose == "answer"],
        "rights": {
            right.id: {language: _right(words, right, language) for language in LANGUAGES} for right in region.rights
        },
    }


def _right(words: RegionWords, right: Right, language: Language) -> str:
    """A rule as a letter cites it: where it stands, and what it says."""
    where = filled(words.right[language], law=right.law[language], article=right.article[language])
    return filled(words.cited[language], right=where, text=right.text[language])


def _addressed(provider: Provider) -> dict[str, Any]:
    """Whom a letter about a wallet is addressed to, by region."""
    entities = {each.region: each.entity.name.model_dump() for each in provider.regions if each.entity}
    return {"regions": [each.region for each in provider.regions], "entities": entities}


def _hints(view: View) -> dict[str, Any]:
    """What is said beside a field, in the reader's language."""
    words, language = view.guide.words.field, view.language
    drawn = {name: text[language] for name, text in words.drawn.model_dump(by_alias=True).items()}
    return {
        "numbered": words.numbered[language],
        "example": words.example[language],
        "answer_due": words.answer_due[language],
        "drawn": drawn,
    }


def _items_of(guide: Guide, issue: str) -> list[str]:
    """Ids of everything an issue's page lets the reader tick."""
    return list(dict.fromkeys(item.id for phase in PHASES for item in guide.items(issue, phase)))


def _titles(view: View) -> str:
    return json.dumps({issue.id: issue.title[view.language] for issue in view.guide.issues}, ensure_ascii=False)


def _own_first(view: View) -> list[Language]:
    return [view.language, *_other_languages(view)]


def _other_languages(view: View) -> list[Language]:
    return [language for language in LANGUAGES if language != view.language]


def _render(view: View, template: str, **values: Any) -> Markup:
    return Markup(
        _templates.get_template(template).render(
            language=view.language,
            words=view.guide.words,
            guide=view.guide,
            link=view.issue_link,
            letter_link=view.letter_link,
            day=lambda day: said_day(view.guide, view.language, day),
            filled=lambda text, /, **words: filled(text[view.language], **words),
            domain=lambda address: urlsplit(address).hostname,
            told=lambda text: told(text, view.language),
            tongue=lambda text: _tongue(text, view.language),
            **values,
        )
    )
