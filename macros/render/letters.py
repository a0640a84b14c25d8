"""Letters: on the pages, and as the data from which a reader fills one in."""

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from markupsafe import Markup

from ..model.base import PLACEHOLDER, IssueRef, LetterRef
from ..model.guide import Guide
from ..model.languages import LANGUAGES, Language
from ..model.letters import (
    Letter,
    RiskWords,
)
from ..model.regions import (
    Region,
    Right,
)
from ..model.wallets import Provider
from .text import fill
from .view import View, html, other_languages, own_first
from .wallets import choices

# Words of the ways out that become part of a letter, and so are needed in its language.
BILINGUAL_WAYS = {"piece", "body", "file_name", "sheet_sender", "sheet_firm", "sheet_signature", "sheet_date"}


class Segment(NamedTuple):
    """A run of a letter's text: plain words, or the blank for a field."""

    text: str
    field: str | None


def issue_letters(view: View, issue: IssueRef) -> str:
    """The letters that fit an issue, folded."""
    letters = [view.guide.letter[letter] for letter in view.guide.issue[issue].letters]
    return html(
        view,
        "letters/issue_letters.html",
        letters=[(letter, *_letter(view, letter, issue)) for letter in letters],
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
    data = {
        "language": view.language,
        "fields": {field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.fields},
        "contact": {
            field.id: field.model_dump(exclude={"id"}, exclude_defaults=True) for field in guide.contact_fields
        },
        "currencies": [currency.model_dump() for currency in guide.currencies],
        "zones": [zone.model_dump() for zone in guide.zones],
        "wording": {
            kind: [word for words in lists.values() for word in words]
            for kind, lists in guide.wording.model_dump().items()
        },
        "hints": _hints(view),
        "matters": {id: situation.matter.model_dump() for id, situation in guide.situation.items()},
        "troubles": {id: situation.trouble for id, situation in guide.situation.items()},
        "letters": {
            letter.id: {
                "name": f"{letter.code} {letter.title[view.language]}",
                "code": letter.code,
                "rung": letter.rung,
                "any_trouble": letter.any_trouble,
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
        "providers": {
            provider.id: {"name": provider.name[view.language], **_addressed(provider)} for provider in guide.providers
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
                "evidence": {item.id: item.text.model_dump() for item in guide.items(issue.id, "evidence")},
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
    for placeholder in PLACEHOLDER.finditer(text):
        if placeholder.start() > end:
            yield Segment(text[end : placeholder.start()], None)
        field = guide.field[placeholder[1]]
        yield Segment(guide.words.letter.blank[language].replace("{label}", field.label[language]), field.id)
        end = placeholder.end()
    if end < len(text):
        yield Segment(text[end:], None)


def _letter(view: View, letter: Letter, issue: str | None = None) -> tuple[Markup, Markup]:
    """When to use a letter, and the letter in the reader's language, with the ways to the others."""
    others = [(language, view.in_language(language).letter_link(letter.id)) for language in other_languages(view)]
    paper = _paper(view, letter, view.language)
    guide_to_it = html(view, "letters/letter_guide.html", letter=letter)
    return guide_to_it, html(view, "letters/letter.html", letter=letter, issue=issue, paper=paper, others=others)


def _paper(view: View, letter: Letter, version: Language) -> Markup:
    """A letter in one language, as a reader of the view's language sees it."""
    return html(
        view,
        "letters/letter_paper.html",
        version=version,
        subject=list(segments(view.guide, letter.subject[version], version)),
        parts=[
            {"optional": part.optional, "segments": list(segments(view.guide, part.text[version], version))}
            for part in letter.parts
        ],
    )


def _cited(view: View, region: Region) -> dict[str, Any]:
    """What a letter takes from a region: the one body to go to next, the rules to cite; and its times to answer."""
    first = region.rungs[0] if region.rungs else ()
    return {
        "name": region.name[view.language],
        "next": first[0].name.model_dump() if len(first) == 1 else None,
        "times": [clock.text[view.language] for clock in region.deadlines if clock.purpose == "answer"],
        "rules": {right.id: _rule(view, right) for right in region.rights if right.cite},
    }


def _rule(view: View, right: Right) -> dict[str, Any]:
    """A rule to cite: its name and what it means, for the reader who chooses; its sentence, for the letter."""
    said, language = view.guide.words.region, view.language
    return {
        "name": fill(said.right[language], law=right.law[language], article=right.article[language]),
        "means": right.text[language],
        "cite": {version: right.cite[version] for version in LANGUAGES},
        "letters": right.letters,
        "troubles": right.troubles,
    }


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
        "guessed_region": words.guessed_region[language],
        "cite_none": words.cite_none[language],
        "suggested": words.suggested[language],
        "means": words.means[language],
        "drawn": drawn,
    }
