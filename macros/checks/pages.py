"""Check the Markdown pages against the guide before anything is built.

A page may call macros, with literal arguments, and nothing else. What a macro takes is read from
its own type hints, so a page is checked by the same rules, and told off in the same words, as the
data file.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple, get_type_hints

import jinja2
import jinja2.nodes
import yaml
from pydantic import TypeAdapter, ValidationError

from ..model.base import LETTER_CODE, Known
from ..model.guide import Guide
from ..model.languages import MAIN, WRITTEN, Language
from .load import Fault, position_of, say

TITLE = re.compile(r"^# +(.+?) *(?:\{ *#[^}]*\})?$", re.MULTILINE)
NO_TITLE = "has no title; begin it with a line `# Its title { #id }`"
# What `make issue` writes into a page where its author is to write.
UNWRITTEN = "…"
STILL_UNWRITTEN = re.compile(rf"^(?:#+ +|description: *)?{UNWRITTEN} *(?:\{{ *#[^}}]*\}})?$", re.MULTILINE)
FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)

Ids = Mapping[str, frozenset[str]]
Macros = Mapping[str, Callable[..., str]]


def check_pages(
    project: Path, data_file: str, ids: Ids, macros: Macros, languages: Iterable[Language] = WRITTEN
) -> list[Fault]:
    """Every fault in `docs/<language>/**/*.md`: macro calls in those languages, page pairs, pages of issues."""
    pages = {
        language: {page.relative_to(project / "docs" / language).as_posix() for page in _pages_in(project, language)}
        for language in WRITTEN
    }
    faults = [*_unpaired(pages)]
    for each in _WITH_PAGES:
        faults += _things_and_pages(project, data_file, pages, each, ids[each.key])
    for language in languages:
        for page in _pages_in(project, language):
            shown_as = page.relative_to(project).as_posix()
            try:
                faults += check_page(page.read_text("utf-8-sig"), shown_as, ids, macros)
            except UnicodeDecodeError as error:
                line = page.read_bytes()[: error.start].count(b"\n") + 1
                faults.append(Fault(shown_as, line, 1, "page", "is not UTF-8 here; save it as UTF-8"))
    return faults


def check_groups(project: Path, data_file: str, guide: Guide) -> Iterator[Fault]:
    """The faults in how llms.txt groups pages: a name without a page, a page in two groups."""
    text = (project / data_file).read_text("utf-8-sig")
    root = project / "docs" / MAIN
    pages = {page.relative_to(root).with_suffix("").as_posix() for page in _pages_in(project, MAIN)}
    # An issue without its page is told already.
    pages |= {f"issues/{issue.id}" for issue in guide.issues}
    named: dict[str, str] = {}
    for group in guide.page_groups:
        for name in group.pages:
            what = None
            if name not in pages:
                what = f"there is no page docs/{MAIN}/{name}.md; write it, or take its name away"
            elif name in named:
                what = f"“{name}” is in the group {named[name]} already; name it once"
            if what:
                yield Fault(data_file, *position_of(text, "page_groups", group.id), f"page_groups[{group.id}]", what)
            named.setdefault(name, group.id)


def title_of(text: str) -> str:
    """The title of a page's Markdown, its first heading. ValueError if it has none."""
    found = TITLE.search(text)
    if not found:
        raise ValueError(f"the page {NO_TITLE}")
    return found[1]


def check_page(text: str, shown_as: str, ids: Ids, macros: Macros) -> Iterator[Fault]:
    """The faults in one page's front matter, title, unwritten places, names of letters and macro calls."""
    yield from _front_matter_faults(text, shown_as)
    for place in STILL_UNWRITTEN.finditer(text):
        line = text.count("\n", 0, place.start()) + 1
        yield Fault(shown_as, line, 1, "page", f"is still to be written here; put your words for the “{UNWRITTEN}”")
    yield from _letters_by_code(text, shown_as)
    if not TITLE.search(text):
        yield Fault(shown_as, 1, 1, "page", NO_TITLE)
    environment = jinja2.Environment()
    try:
        page = environment.parse(text)
    except jinja2.TemplateSyntaxError as error:
        yield Fault(shown_as, error.lineno, 1, "macro call", f"cannot be read ({error.message}); check its brackets")
        return
    in_turn = _columns_of_names(environment, text)
    columns = {name: next(in_turn[name.lineno, name.name]) for name in page.find_all(jinja2.nodes.Name)}

    def fault(name: jinja2.nodes.Name, what: str) -> Fault:
        return Fault(shown_as, name.lineno, columns[name], name.name, what)

    for node in page.body:
        if not isinstance(node, jinja2.nodes.Output):
            yield Fault(shown_as, node.lineno or 1, 1, "page", "may call macros, and do nothing else")
            continue
        for expression in node.nodes:
            if not isinstance(expression, jinja2.nodes.TemplateData):
                faults = list(_expression_faults(expression, ids, macros, fault))
                if not faults and not expression.find(jinja2.nodes.Name):
                    faults = [Fault(shown_as, expression.lineno, 1, "page", "may call macros, and do nothing else")]
                yield from faults


def _expression_faults(
    expression: jinja2.nodes.Expr, ids: Ids, macros: Macros, fault: Callable[[jinja2.nodes.Name, str], Fault]
) -> Iterator[Fault]:
    names = [expression] if isinstance(expression, jinja2.nodes.Name) else list(expression.find_all(jinja2.nodes.Name))
    unknown = [name for name in names if name.name not in macros]
    for name in unknown:
        yield fault(name, f"is not a macro; the macros are {', '.join(sorted(macros))}")
    called = expression.node if isinstance(expression, jinja2.nodes.Call) else None
    if isinstance(called, jinja2.nodes.Name) and called.name in macros:
        for what in _call_faults(expression, macros[called.name], ids):
            yield fault(called, what)
    elif not unknown and names:
        yield fault(names[0], "may be called, as in `safety()`, and nothing else")


def _columns_of_names(environment: jinja2.Environment, text: str) -> dict[tuple[int, str], Iterator[int]]:
    """The columns at which a name stands in a line's expressions, in turn: Jinja keeps lines only."""
    columns: dict[tuple[int, str], list[int]] = {}
    column = 1
    for line, kind, value in environment.lex(text):
        if kind == "name":
            columns.setdefault((line, value), []).append(column)
        column = len(value) - value.rfind("\n") if "\n" in value else column + len(value)
    return {place: iter(found) for place, found in columns.items()}


def _front_matter_faults(text: str, shown_as: str) -> Iterator[Fault]:
    """MkDocs shows front matter that it cannot read to the reader, as part of the page."""
    matter = FRONT_MATTER.match(text)
    try:
        description = yaml.safe_load(matter[1]).get("description") if matter else None
    except (yaml.YAMLError, AttributeError):
        yield Fault(shown_as, 2, 1, "front matter", "cannot be read; put the text after `description:` in quotes")
        return
    if not (isinstance(description, str) and description.strip()):
        yield Fault(shown_as, 1, 1, "front matter", "has no `description:`; add one between `---` lines")


def _letters_by_code(text: str, shown_as: str) -> Iterator[Fault]:
    """A code may be given to another letter one day; an id never is."""
    for number, line in enumerate(text.splitlines(), 1):
        for code in LETTER_CODE.finditer(line):
            what = 'is a letter’s code; write its id, as in `{{ letter("first-complaint") }}`, and it cannot go stale'
            yield Fault(shown_as, number, code.start() + 1, code[0], what)


def _call_faults(call: jinja2.nodes.Call, macro: Callable[..., str], ids: Ids) -> Iterator[str]:
    signature = inspect.signature(macro)
    signature = signature.replace(parameters=list(signature.parameters.values())[1:])
    usage = f"write {macro.__name__}({', '.join(signature.parameters)})"
    try:
        positional = [argument.as_const() for argument in call.args]
        named = {argument.key: argument.value.as_const() for argument in call.kwargs}
        given = signature.bind(*positional, **named).arguments
    except jinja2.nodes.Impossible:
        yield f"takes values in quotes only; {usage}"
        return
    except TypeError as error:
        yield f"{error}; {usage}"
        return
    hints = get_type_hints(macro, include_extras=True)
    for parameter, value in given.items():
        try:
            TypeAdapter(hints[parameter]).validate_python(value, strict=True, context=Known(ids))
        except ValidationError as error:
            yield from (f"{parameter}: {say(details)}" for details in error.errors(include_url=False))


def _pages_in(project: Path, language: str) -> list[Path]:
    return sorted((project / "docs" / language).rglob("*.md"))


def _unpaired(pages: Mapping[str, set[str]]) -> Iterator[Fault]:
    for here in pages:
        for there in pages:
            for page in sorted(pages[here] - pages[there]):
                what = f"has no counterpart docs/{there}/{page}; write it, or take this one away"
                yield Fault(f"docs/{here}/{page}", 1, 1, "page", what)


class _WithPages(NamedTuple):
    """Things of which each has a page of its own: their key in the data file, the folder of the pages, one's name."""

    key: str
    folder: str
    one: str
    make: str


_WITH_PAGES = (
    _WithPages("issues", "issues", "issue", "write it"),
    _WithPages("regions", "where", "region", "make region ID={id} writes it"),
)


def _things_and_pages(
    project: Path, data_file: str, pages: Mapping[str, set[str]], of: _WithPages, ids: frozenset[str]
) -> Iterator[Fault]:
    text = (project / data_file).read_text("utf-8-sig")
    for language, names in pages.items():
        written = {Path(name).stem for name in names if Path(name).parent.as_posix() == of.folder}
        for id in sorted(ids - written):
            what = f"has no page docs/{language}/{of.folder}/{id}.md; {of.make.format(id=id)}"
            yield Fault(data_file, *position_of(text, of.key, id), f"{of.key}[{id}]", what)
        for page in sorted(written - ids):
            what = f"there is no {of.one} “{page}” in {data_file}; add it there, or rename or remove this page"
            yield Fault(f"docs/{language}/{of.folder}/{page}.md", 1, 1, "page", what)
