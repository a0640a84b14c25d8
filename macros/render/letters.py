"""Letters: on the pages, and as the data from which a reader fills one in."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from markupsafe import Markup

from ..model.base import IssueRef, LetterRef, in_text
from ..model.currencies import currency_of
from ..model.guide import Guide
from ..model.languages import EDITIONS, LANGUAGES, MAIN, WRITTEN, Language
from ..model.letters import BLANK, AccountKind, Letter, RiskWords, UnclearWords
from ..model.regions import (
    Body,
    Deadline,
    Region,
    Right,
)
from ..model.wallets import Provider
from .days_off import days_off
from .text import fill
from .view import View, html, other_languages, own_first
from .wallets import choices

# Words of the ways out that become part of a letter, and so are needed in its language.
BILINGUAL_WAYS = {"piece", "body", "file_name"}


class Segment(NamedTuple):
    """A run of a letter's text: plain words, or the blank for a field."""

    text: str
    field: str | None = None
    open: bool = False
    """Whether the letter is right without the field."""
    stands: bool = False
    """Whether the text is no mark of a blank, but what stands in the letter as long as the field is empty."""


def issue_letters(view: View, issue: IssueRef) -> str:
    """The letters that fit an issue, folded."""
    letters = [view.guide.letter[letter] for letter in view.guide.issue[issue].letters]
    return html(
        view,
        "letters/issue_letters.html",
        letters=[(letter, *_letter(view, letter, issue)) for letter in letters],
        title=fill(view.guide.words.letter.of_issue[view.language], issue=view.guide.issue[issue].title[view.language]),
        about=view.guide.words.letter.about,
    )


def letter_list(view: View) -> str:
    """The way to each letter on the page of letters."""
    return html(view, "letters/letter_list.html", letters=view.guide.letters)


def letter(view: View, letter: LetterRef) -> str:
    """A letter's code, for the words of a link to it."""
    return view.guide.letter[letter].code


def all_letters(view: View) -> str:
    """Every letter under a heading of its own (`#<id>`), for the page of letters."""
    entries = [
        html(view, "letters/letter_page_entry.md", letter=letter, guide_to_it=guide_to_it, paper=paper)
        for letter in view.guide.letters
        for guide_to_it, paper in [_letter(view, letter)]
    ]
    return "\n".join(entries)


def desk(view: View) -> str:
    """What letters and the case share, a file of its own (JSON) that is fetched when one of them is first opened:

    fields and what fills them as data, their parts as HTML to clone.
    """
    guide = view.guide
    frame = guide.frame[MAIN]
    data = {
        "language": view.language,
        "fields": {field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.fields},
        "contact": {
            field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.contact_fields
        },
        "zones": [zone.model_dump() for zone in guide.zones],
        "wording": {
            kind: [word for words in lists.values() for word in words]
            for kind, lists in guide.wording.model_dump().items()
        },
        "hints": _hints(view),
        "matters": {
            id: {
                "issue": guide.issue_of[id],
                "sign": situation.sign[view.language],
                "matter": situation.matter and situation.matter.model_dump(),
                "trouble": situation.trouble,
                "asks": situation.asks,
            }
            for id, situation in guide.situation.items()
        },
        "letters": {
            letter.id: {
                "name": f"{letter.code} {letter.title[view.language]}",
                "code": letter.code,
                "rung": letter.rung,
                "any_trouble": letter.any_trouble,
                "trouble": guide.trouble_of.get(letter.id),
                "to": letter.to,
                "starts": letter.starts_clocks,
                "reply_days": letter.reply_days,
                "asked": sorted(letter.asked),
                "fields": list(dict.fromkeys((*frame.opening, *letter.fields, *frame.fields))),
                "required": sorted(letter.required | frame.required),
            }
            for letter in guide.letters
        },
        "words": {
            **guide.words.letter.model_dump(include={"subject", "blank", "ending"}),
            **guide.words.log.line.model_dump(),
            **guide.words.ways.model_dump(include=BILINGUAL_WAYS),
            "pack": guide.words.pack.model_dump(),
        },
        "script": [
            {
                "optional": part.optional,
                "letters": part.letters,
                **{
                    language: [segment._asdict() for segment in segments(guide, part.text[language], language)]
                    for language in LANGUAGES
                },
            }
            for part in guide.phone_script
        ],
        "providers": {
            provider.id: {
                "name": provider.called.model_dump(),
                **_addressed(view, provider),
                **_known_by(view, provider),
            }
            for provider in guide.providers
        },
        "regions": {region.id: _cited(view, region) for region in guide.regions},
        "starts": {
            clock.id: f"{region.name[view.language]} · {clock.starts[view.language]}"
            for region in guide.regions
            for clock in region.deadlines
        },
        "issues": {
            issue.id: {
                "title": issue.title[view.language],
                "letters": issue.letters,
                "evidence": {
                    item.id: {
                        "text": item.text[view.language],
                        "name": item.attached.model_dump(),
                        **({"named_by": item.named_by} if item.named_by else {}),
                    }
                    for item in guide.all_evidence(issue.id)
                },
            }
            for issue in guide.issues
        },
    }
    templates = html(
        view,
        "letters/desk.html",
        languages=own_first(view),
        providers=view.providers_link,
        risks=RiskWords.model_fields,
        unclear=UnclearWords.model_fields,
        **choices(view),
    )
    return json.dumps({"data": data, "templates": templates}, ensure_ascii=False)


def papers(view: View) -> str:
    """Every letter in the other languages, a file of its own (JSON) fetched when a letter is opened."""
    others = other_languages(view)
    return json.dumps(
        {letter.id: "".join(_paper(view, letter, other) for other in others) for letter in view.guide.letters},
        ensure_ascii=False,
    )


def segments(guide: Guide, text: str, language: Language) -> Iterator[Segment]:
    """Cut a letter's text at its placeholders; each becomes the marked blank of its field."""
    end = 0
    for blank in BLANK.finditer(text):
        if blank.start() > end:
            yield Segment(text[end : blank.start()])
        field = guide.field[blank["id"]]
        marked = guide.words.letter.blank[language].replace("{label}", field.label[language])
        words = blank["words"]
        yield Segment(marked if words is None else words, field.id, bool(blank["open"]), words is not None)
        end = blank.end()
    if end < len(text):
        yield Segment(text[end:])


def _letter(view: View, letter: Letter, issue: str | None = None) -> tuple[Markup, Markup]:
    """When to use a letter, and the letter in the reader's language, with the ways to the others."""
    others = [(language, view.in_language(language).letter_link(letter.id)) for language in other_languages(view)]
    paper = _paper(view, letter, view.language)
    # The page of letters is read to choose one; elsewhere one was chosen.
    guide_to_it = html(view, "letters/letter_guide.html", letter=letter, open=issue is None)
    return guide_to_it, html(view, "letters/letter.html", letter=letter, issue=issue, paper=paper, others=others)


def _paper(view: View, letter: Letter, version: Language) -> Markup:
    """A letter in one language, as a reader of the view's language sees it."""
    return html(
        view,
        "letters/letter_paper.html",
        version=version,
        paragraphs=[
            (kind, list(segments(view.guide, text, version)), optional)
            for kind, text, optional in letter.paragraphs(view.guide.frame[version], version)
        ],
    )


def _cited(view: View, region: Region) -> dict[str, Any]:
    """What a letter takes from a region: the bodies to go to next, the rules to cite, how long the firm has."""
    first = region.rungs[0] if region.rungs else ()
    answers = [
        clock
        for clock in region.deadlines
        if (clock.purpose, clock.event) == ("answer", "complaint") and not clock.usual and not clock.banks_alone
    ]
    rights = [right for right in region.rights if right.cite]
    clocks = {clock.id: clock for clock in region.deadlines}
    counted = [*answers, *(clocks[right.clock] for right in rights if right.clock)]
    return {
        "name": region.name[view.language],
        "in_text": in_text(region, view.language),
        "bodies": _bodies(view, region),
        "next_letter": view.guide.next_letter(region).id,
        "next_in_text": {language: in_text(first[0], language) for language in LANGUAGES} if first else None,
        "starts": _complaint_days(region),
        "reads": region.reads,
        "terms": region.terms,
        "day": _days_written(region),
        "next_terms": _terms_before(region, first[0]) if first else {},
        "currency": currency_of(region.holidays.country),
        "answers": [_clock(view, clock) for clock in answers],
        "days_off": days_off(region.holidays) if any(clock.unit == "business-days" for clock in counted) else {},
        "rules": {
            right.id: {**_rule(view, right), "clock": _clock(view, clocks[right.clock]) if right.clock else None}
            for right in rights
        },
    }


def _days_written(region: Region) -> dict[Language, str]:
    """How a day is written there (Babel's pattern) in the languages that write it another way elsewhere."""
    there = {}
    for language in WRITTEN:
        try:
            locale = Locale.parse(f"{Locale.parse(EDITIONS[language].locale).language}_{region.holidays.country}")
        except (UnknownLocaleError, ValueError):
            continue  # Nobody writes that language there, or not as a country: as elsewhere.
        pattern = locale.date_formats["long"].pattern
        if pattern.startswith("MMMM"):
            there[language] = pattern
    return there


def _terms_before(region: Region, body: Body) -> dict[Language, dict[str, str]]:
    """What a letter calls things that names the body as the next one: by its words, and the region's for the rest."""
    languages = {**region.terms, **body.terms}
    return {language: region.terms.get(language, {}) | body.terms.get(language, {}) for language in languages}


def _bodies(view: View, region: Region) -> dict[str, Any]:
    """Whom each letter to an outside body is addressed to: the first of its kind, as the ladder has them."""
    kinds = {body.letter: body for rung in reversed(region.rungs) for body in reversed(rung) if body.letter}
    return {
        letter: {
            "name": None if body.addressed else body.name.model_dump(),
            "addressed": body.addressed and body.addressed[view.language],
            "branch": body.branch and body.branch.model_dump(),
            "needs": body.needs,
        }
        for letter, body in kinds.items()
    }


def _clock(view: View, clock: Deadline) -> dict[str, Any]:
    """How long the firm has, for which troubles, and what is said of it."""
    return {
        "count": clock.count,
        "unit": clock.unit,
        "troubles": clock.troubles,
        "text": clock.text[view.language],
    }


def _complaint_days(region: Region) -> list[dict[str, Any]]:
    """Under which ids the days are kept from which the provider's limits for a complaint run, and for which troubles;
    for all where it names none."""
    clocks = (clock for clock in region.deadlines if (clock.whose, clock.event) == ("provider", "complaint"))
    return [{"day": region.starts[clock.id], "troubles": clock.troubles} for clock in clocks]


def _rule(view: View, right: Right) -> dict[str, Any]:
    """A rule to cite: its name and what it means, for the reader who chooses; its sentence, for the letter."""
    said, language = view.guide.words.region, view.language
    return {
        "name": fill(said.right[language], law=right.law[language], article=right.article[language]),
        "means": right.text[language],
        "cite": {version: right.cite[version] for version in LANGUAGES},
        **right.model_dump(
            include={"letters", "troubles", "situations", "not_in", "by_choice", "consumers", "reply_days"}
        ),
    }


def _addressed(view: View, provider: Provider) -> dict[str, Any]:
    """Whom a letter about a wallet is addressed to, by region, and what the reader has to know of it."""
    entities = {each.region: each.entity for each in provider.regions if each.entity}
    return {
        "regions": [each.region for each in provider.regions],
        "entities": {region: entity.name.model_dump() for region, entity in entities.items()},
        "cities": {each.region: each.domicile.city.model_dump() for each in provider.regions if each.domicile},
        "notes": {region: entity.note[view.language] for region, entity in entities.items() if entity.note},
    }


def _known_by(view: View, provider: Provider) -> dict[str, Any]:
    """What a wallet knows an account by, and how that is typed: with what all of it has in common; or that it is the
    reader's bank that looks for one."""
    if provider.through_bank:
        return {"through_bank": True}
    kinds = [view.guide.account_kind[kind] for kind in provider.account_kinds]
    if not kinds:
        return {}
    names = [kind.name[view.language] for kind in kinds]
    return {
        "account": {
            "kinds": format_list(names, style="or", locale=EDITIONS[view.language].locale),
            "autocomplete": _shared(kinds, "autocomplete"),
            "inputmode": _shared(kinds, "inputmode"),
            "card": any(kind.card for kind in kinds),
        }
    }


def _shared(kinds: list[AccountKind], manner: str) -> str | None:
    """What is the same in all of them: the keys of a phone must not hide what may be typed as well."""
    first, *others = {getattr(kind, manner) for kind in kinds}
    return None if others else first


def _hints(view: View) -> dict[str, Any]:
    """What is said beside a field, in the reader's language."""
    words, language = view.guide.words.field, view.language
    drawn = {name: text[language] for name, text in words.drawn.model_dump(by_alias=True).items()}
    return {
        "numbered": words.numbered[language],
        "example": words.example[language],
        "now": words.now[language],
        "reply_duty": words.reply_duty[language],
        "reply_since": words.reply_since[language],
        "reply_own": words.reply_own[language],
        "reply_short": words.reply_short[language],
        "write_body": words.write_body[language],
        "by_domicile": words.by_domicile[language],
        "other_letter": words.other_letter[language],
        "denied": words.denied[language],
        "guessed_region": words.guessed_region[language],
        "nobody_known": words.nobody_known[language],
        "cite_none": words.cite_none[language],
        "suggested": words.suggested[language],
        "means": words.means[language],
        "account": {
            name: getattr(words.account, name)[language] for name in ("label", "help", "bank_label", "bank_help")
        },
        "drawn": drawn,
    }
