"""What is looked at, and how a template becomes the HTML of it."""

import traceback
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jinja2
from markupsafe import Markup

from ..checks.load import Fault
from ..model.guide import Guide
from ..model.languages import EDITIONS, LANGUAGES, Language, folder_of
from .compiled import keep_compiled
from .text import fill, how_read, lasting, marked, marked_name, said_day, tongue

TEMPLATES = Path(__file__).parent.parent / "templates"

_templates = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
keep_compiled(_templates)


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
        return self.page_link(f"issues/{issue}")

    def situation_link(self, situation: str) -> str:
        """The address of a situation, on the page of its issue."""
        return f"{self.issue_link(self.guide.issue_of[situation])}#{situation}"

    def letter_link(self, letter: str, issue: str | None = None) -> str:
        """The address of a letter; with an issue, for that case of the reader."""
        return f"{self.page_link('letters')}{f'?case={issue}' if issue else ''}#{letter}"

    def in_language(self, language: Language) -> "View":
        """The same page in another language, its links seen from here."""
        return replace(self, language=language, home=self.root + folder_of(language))

    def paper_link(self, issue: str) -> str:
        return self.page_link(f"paper/{issue}")

    @property
    def case_link(self) -> str:
        return self.page_link("case")

    def term_link(self, term: str) -> str:
        return f"{self.page_link('glossary')}#{term}"

    @property
    def where_link(self) -> str:
        return self.page_link("where")

    def region_link(self, region: str, place: str = "") -> str:
        """The address of a region's page, or of a place on it. Scripts fill in the id where `region` is `{region}`."""
        return f"{self.page_link(f'where/{region}')}{place and f'#{place}'}"

    @property
    def providers_link(self) -> str:
        return self.page_link("providers")

    def report_link(self, title: str, body: str) -> str | None:
        """Where a reader can report a change, filled in; None where the site names no such place."""
        return fill(self.report_url, title=_in_address(title), body=_in_address(body)) if self.report_url else None

    def page_link(self, name: str) -> str:
        """The address of a page by its name, such as `about/changes`."""
        return f"{self.home}{name}{'/' if self.directories else '.html'}"


def _in_address(text: str) -> str:
    """As a value in an address's query. Browsers encode what is not ASCII; encoded here, it would weigh more."""
    return "".join(each if each > "\x7f" else quote(each, safe="") for each in text)


def template_fault(error: Exception) -> Fault:
    """Where a template failed, and how."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [(Path(frame.filename), frame.lineno) for frame in frames]
    if isinstance(error, jinja2.TemplateSyntaxError):
        places.append((Path(error.filename or ""), error.lineno))
    path, line = next((place for place in reversed(places) if place[0].is_relative_to(TEMPLATES)), places[-1])
    shown_as = path.relative_to(TEMPLATES.parent.parent).as_posix() if path.is_relative_to(TEMPLATES) else path.name
    return Fault(shown_as, line, 1, "template", f"{error}; mend it, or what it is given")


def own_first(view: View) -> list[Language]:
    return [view.language, *other_languages(view)]


def other_languages(view: View) -> list[Language]:
    return [language for language in LANGUAGES if language != view.language]


def html(view: View, template: str, **values: Any) -> Markup:
    return Markup(
        _templates.get_template(template).render(
            language=view.language,
            words=view.guide.words,
            guide=view.guide,
            editions=EDITIONS,
            link=view.issue_link,
            situation_link=view.situation_link,
            letter_link=view.letter_link,
            region_link=view.region_link,
            day=lambda day: said_day(day, view.language),
            how_read=lambda source, day: how_read(view.guide, view.language, source, day),
            fill=lambda text, /, **words: fill(text[view.language], **words),
            lasting=lambda length, count: lasting(length, count, view.language),
            domain=lambda address: urlsplit(address).hostname,
            marked=lambda text: marked(text, view.language),
            marked_name=lambda name: marked_name(name, view.language),
            tongue=lambda text: tongue(text, view.language),
            **values,
        )
    )
