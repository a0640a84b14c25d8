"""What a page is, for search engines: JSON-LD in the words of schema.org, built from the data that the page shows.

Only what is true and can be read on the page. Each page is a `WebPage` of the guide under its licence. The page of
an issue is about a `HowTo`: the emergency's steps, then its checklists by name, so that no page carries all its words
twice. The glossary is a `DefinedTermSet`. There is no `FAQPage`, for no page is made of questions and answers; no
`BreadcrumbList`, for no page shows a trail; no `publisher`, `author` or `dateModified`, for the guide names none; and
no organisation with its phone number, which would be shown without the source and the day beside it.
"""

import json
from functools import partial
from typing import Any

from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup

from ..model.checklists import PHASES
from ..model.guide import Guide
from ..model.languages import Language
from ..render.text import oldest_reading
from .finished import Page

LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def linked_data(guide: Guide, language: Language, page: Page, home: str, text: str) -> dict[str, Any]:
    """What a page is, as JSON-LD.

    `home` is the address of its language's first page; `text` is all that the page says, for the day on which the
    oldest of its facts was read.
    """
    reviewed = oldest_reading(guide, language, text)
    about = _about(guide, language, page)
    return {
        "@context": "https://schema.org",
        "@type": "AboutPage" if page.name == "about" else "WebPage",
        "@id": page.address,
        "url": page.address,
        "name": page.title,
        "description": page.description,
        "inLanguage": language,
        "isAccessibleForFree": True,
        "license": LICENCE,
        "isPartOf": {"@type": "WebSite", "name": guide.words.guide[language], "url": home, "inLanguage": language},
        **({"lastReviewed": reviewed.isoformat()} if reviewed else {}),
        **({"mainEntity": about} if about else {}),
    }


def as_script(data: dict[str, Any]) -> Markup:
    """The data for a page's HTML. It is not run, so the page's content policy needs no hash for it."""
    dumps = partial(json.dumps, ensure_ascii=False, separators=(",", ":"))
    return Markup('<script type="application/ld+json">{}</script>').format(htmlsafe_json_dumps(data, dumps=dumps))


def _about(guide: Guide, language: Language, page: Page) -> dict[str, Any] | None:
    if page.name == "glossary":
        return _term_set(guide, language, page.address, page.title)
    issue = page.name.removeprefix("issues/")
    return _how_to(guide, language, issue, page.address) if issue in guide.issue else None


def _how_to(guide: Guide, language: Language, issue: str, address: str) -> dict[str, Any]:
    """An issue's emergency steps, then its checklists, each a step that leads to its place on the page."""
    told = guide.issue[issue]
    to_tick = [item.text for item in guide.urgent(issue)]
    emergency = [_step(line[language], address) for line in (*told.danger, *to_tick)]
    checklists = [
        _step(getattr(guide.words.phases, phase)[language], f"{address}#{phase.replace('_', '-')}") for phase in PHASES
    ]
    return {
        "@type": "HowTo",
        "name": told.title[language],
        "description": told.answer[language],
        "step": emergency + checklists,
    }


def _step(name: str, address: str) -> dict[str, str]:
    return {"@type": "HowToStep", "name": name, "url": address}


def _term_set(guide: Guide, language: Language, address: str, title: str) -> dict[str, Any]:
    terms = [
        {
            "@type": "DefinedTerm",
            "@id": f"{address}#{term.id}",
            "name": term.term[language],
            "description": term.meaning[language],
        }
        for term in guide.glossary
    ]
    return {"@type": "DefinedTermSet", "name": title, "hasDefinedTerm": terms}
