"""What several pages show: the safety box, the glossary, the end of a page, addresses of the open data."""

from collections.abc import Sequence
from datetime import date
from typing import Literal

from markupsafe import Markup

from ..model.languages import MADE, Language
from ..model.page import Term
from .view import View, html, own_first


def glossary(view: View) -> str:
    """Every term with its meaning, and its other names in the other languages."""

    def other_names(term: Term) -> dict[str, Language]:
        names = {term.term[language]: language for language in reversed(own_first(view))}
        return {name: language for name, language in reversed(names.items()) if language != view.language}

    return html(view, "page/glossary.html", terms=view.guide.glossary, other_names=other_names)


def not_begun(view: View) -> str:
    """What stands below the title where the guide's scripts did not come. It is hidden by a style, and seen where that
    did not come either."""
    return html(view, "page/not_begun.html")


def page_end(view: View, built: date | None = None) -> str:
    """What stands at the end of every page: sharing it, and what is said when there is no network."""
    return html(view, "page/page_end.html", built=built or date.today())


def leaf_article(view: View, id: str, title: str, page: str, part: str, bar: str, safety: str) -> str:
    """What stands on a leaf of a page (`publish/leaves.py`): its part between those that it shares with the page."""
    parts = {name: Markup(html) for name, html in (("part", part), ("bar", bar), ("safety", safety))}
    return html(view, "page/leaf.html", id=id, title=title, page=page, **parts)


def leaf_place(view: View, name: str, said: str | None, folds: Sequence[tuple[str, str]], ids: Sequence[str]) -> str:
    """What stays on a page in the place of a leaf: the way there, under `said` or by the names of what it folds.

    `folds` are their ids and the HTML of their names; `ids` are others in it that an address may name.
    """
    named = [(id, Markup(title)) for id, title in folds]
    return html(view, "page/leaf_place.html", name=name, said=said, folds=named, ids=ids)


def language_note(view: View, page: str) -> Markup:
    """The line on the page of that name that offers the made editions to whom the page’s script finds that they read
    them; empty on their own pages."""
    languages = [code for code in MADE if code != view.language]

    def there(language: Language) -> str:
        other = view.in_language(language)
        return other.home if page == "index" else other.page_link(page)

    return html(view, "page/language_note.html", languages=languages, in_language=there) if languages else Markup()


def safety(view: View) -> str:
    """The safety box."""
    return html(view, "page/safety.html")


def count(view: View, what: Literal["issues", "letters", "regions", "providers"]) -> str:
    """How many of them the guide has, in figures, within a sentence."""
    return str(len(getattr(view.guide, what)))


def open_data(view: View) -> str:
    """The address of the guide as open data, for a link."""
    return f"{view.root}guide.json"


def text_copies(view: View) -> str:
    """The address of the list of pages as plain text, for a link."""
    return f"{view.home}llms.txt"
