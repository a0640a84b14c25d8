"""Every fault of a page is told with its line and column: what it calls, its front matter, its place in the guide."""

from pathlib import Path

import pytest

from macros.checks.load import parse
from macros.checks.pages import check_groups, check_page, check_pages, title_of
from macros.model.guide import Guide
from macros.model.languages import WRITTEN, Language
from macros.render.macros import MACROS
from tests.unit.conftest import GUIDE, PAGE, edit, unmark

IDS = parse(GUIDE, "guide.yml").ids
MACROS_BY_NAME = {macro.__name__: macro for macro in MACROS}

NO_MACRO = f"is not a macro; the macros are {', '.join(sorted(MACROS_BY_NAME))}"
NO_DESCRIPTION = "page.md:1:1: front matter: has no `description:`; add one between `---` lines"
NO_FRONT_MATTER = "page.md:2:1: front matter: cannot be read; put the text after `description:` in quotes"
PHASES = "'minutes', 'today', 'week', 'evidence', 'contact', 'written' or 'follow_up'"
NO_CALL = "safety: may be called, as in `safety()`, and nothing else"
NO_STATEMENT = "page: may call macros, and do nothing else"
BY_ID = 'is a letter’s code; write its id, as in `{{ letter("first-complaint") }}`, and it cannot go stale'
WRITE = "write checklist(issue, phase)"


def on_page(text: str) -> list[str]:
    return [str(fault) for fault in check_page(text, "page.md", IDS, MACROS_BY_NAME)]


def in_project(project: Path) -> list[str]:
    return sorted(map(str, check_pages(project, "docs/guide.yml", IDS, MACROS_BY_NAME)))


@pytest.mark.parametrize(
    "line",
    [
        "Only prose, with {one brace} and 100 %.",
        '{{ checklist("lost", "today") }}',
        "{{ checklist('lost', phase='today') }}",
        '{{ checklist(\n  "lost",\n  "today",\n) }}',
        "{{ safety() }}",
        'All of it: <a href="{{ open_data() }}">guide.json</a>.',
        'Send [{{ letter("first") }}](letters.md#first), one of {{ count("letters") }}.',
        "PL10, L10n and XL are no letters.",
        "{% raw %}{{ as_it_stands }}{% endraw %}",
    ],
)
def test_a_page_may_call_macros(line: str) -> None:
    assert on_page(f"{PAGE}{line}\n") == []


@pytest.mark.parametrize("line", ["…", "## … { #caution }"])
def test_what_a_stub_left_to_write_is_not_published(line: str) -> None:
    assert on_page(f"{PAGE}{line}\n") == [
        f"page.md:{PAGE.count(chr(10)) + 1}:1: page: is still to be written here; put your words for the “…”"
    ]


def test_a_description_left_to_write_is_not_published() -> None:
    assert on_page(PAGE.replace("A page.", "…")) == [
        "page.md:2:1: page: is still to be written here; put your words for the “…”"
    ]


@pytest.mark.parametrize("line", ["Wait …", "> … and then", "### They answered … { #they }"])
def test_a_pause_in_a_text_is_published(line: str) -> None:
    assert on_page(f"{PAGE}{line}\n") == []


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("Send [▲L1](letters.md#first).", f"L1: {BY_ID}", id="letter-by-its-code"),
        pytest.param("受骗的用▲L10，", f"L10: {BY_ID}", id="letter-by-a-code-that-no-letter-has"),
        pytest.param(
            '{{ ▲letter("frist") }}',
            "letter: letter: there is no “frist” among the letters; did you mean “first”?",
            id="unknown-letter",
        ),
        pytest.param(
            'All {{ ▲count("wallets") }}.',
            "count: what: is 'wallets'; must be 'issues', 'letters', 'regions' or 'providers'",
            id="count-of-nothing",
        ),
        pytest.param(
            '{{ ▲checklist("lots", "today") }}',
            "checklist: issue: there is no “lots” among the issues; did you mean “lost”?",
            id="unknown-id",
        ),
        pytest.param(
            '{{ ▲short_answer("xyz") }}',
            "short_answer: issue: there is no “xyz” among the issues; known: lost, slow",
            id="unknown-id-like-no-other",
        ),
        pytest.param(
            '{{ ▲checklist("lost", "tomorrow") }}',
            f"checklist: phase: is 'tomorrow'; must be {PHASES}",
            id="wrong-phase",
        ),
        pytest.param(
            '{{ ▲checklist("lost", phase="Today") }}',
            f"checklist: phase: is 'Today'; must be {PHASES}",
            id="wrong-phase-by-name",
        ),
        pytest.param("{{ ▲cheklist() }}", f"cheklist: {NO_MACRO}", id="unknown-macro"),
        pytest.param("{{ ▲title }}", f"title: {NO_MACRO}", id="bare-variable"),
        pytest.param("{{ ▲config.site_name }}", f"config: {NO_MACRO}", id="variable-of-the-plugin"),
        pytest.param(
            '{{ ▲checklist("lost") }}',
            f"checklist: missing a required argument: 'phase'; {WRITE}",
            id="too-few-arguments",
        ),
        pytest.param(
            '{{ ▲checklist("lost", "today", "week") }}',
            f"checklist: too many positional arguments; {WRITE}",
            id="too-many-arguments",
        ),
        pytest.param(
            '{{ ▲checklist("lost", "today", when="now") }}',
            f"checklist: got an unexpected keyword argument 'when'; {WRITE}",
            id="unknown-argument",
        ),
        pytest.param(
            '{{ ▲safety("lost") }}', "safety: too many positional arguments; write safety()", id="argument-for-none"
        ),
        pytest.param(
            '{{ ▲checklist("lost" if safety() else "slow", "today") }}',
            f"checklist: takes values in quotes only; {WRITE}",
            id="computed-argument",
        ),
        pytest.param(
            '{{ ▲checklist(7, "today") }}',
            "checklist: issue: was read as 7, not as text; put it in quotes",
            id="number-for-an-id",
        ),
        pytest.param(
            '{{ ▲checklist(["lost"], "today") }}',
            "checklist: issue: must be one text, not a list or mapping",
            id="list-for-an-id",
        ),
        pytest.param(
            'The safety box: {{ ▲safety("lost") }}',
            "safety: too many positional arguments; write safety()",
            id="after-prose-with-the-same-word",
        ),
    ],
)
def test_a_wrong_call_is_told_with_its_place(line: str, fault: str) -> None:
    text, (place,) = unmark(f"{PAGE}Prose.\n\n{line}\n")
    assert on_page(text) == [f"page.md:{place}: {fault}"]


def test_two_wrong_calls_in_one_line_are_told_each_in_its_place() -> None:
    text, places = unmark(PAGE + '| {{ ▲short_answer("lots") }} | {{ ▲short_answer("lots") }} |\n')
    what = "there is no “lots” among the issues; did you mean “lost”?"
    assert on_page(text) == [f"page.md:{place}: short_answer: issue: {what}" for place in places]


def test_an_argument_without_quotes_is_told() -> None:
    text, (call, argument) = unmark(PAGE + '{{ ▲checklist(▲lost, "today") }}\n')
    assert set(on_page(text)) == {
        f"page.md:{argument}: lost: {NO_MACRO}",
        f"page.md:{call}: checklist: takes values in quotes only; {WRITE}",
    }


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        pytest.param("{{ ▲safety }}", NO_CALL, id="macro-without-brackets"),
        pytest.param("{{ ▲safety() | loud }}", NO_CALL, id="filter"),
        pytest.param("{{ ▲safety()() }}", NO_CALL, id="call-of-what-a-macro-gives"),
        pytest.param('▲{% include "part.md" %}', NO_STATEMENT, id="another-file"),
        pytest.param("▲{% if draft %}Draft{% endif %}", NO_STATEMENT, id="condition"),
        pytest.param('▲{% set issue = "lost" %}', NO_STATEMENT, id="variable-of-its-own"),
    ],
)
def test_a_page_may_do_nothing_else(line: str, fault: str) -> None:
    """Else the reader gets to see Python, or the author a traceback."""
    text, (place,) = unmark(f"{PAGE}{line}\n")
    assert on_page(text) == [f"page.md:{place}: {fault}"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("{{ safety( }}", "unexpected '}', expected ')'", id="open-bracket"),
        pytest.param('{{ checklist("lost", "today" }}', "unexpected '}', expected ')'", id="bracket-left-out"),
        pytest.param("{{ safety() }", "unexpected '}'", id="one-brace"),
        pytest.param("## 证据 {#evidence}", "Missing end of comment tag", id="heading-id-without-a-space"),
        pytest.param("{{ checklist(“lost”) }}", "unexpected char '“' at OFFSET", id="curly-quotes"),
        pytest.param("{% checklist %}", "Encountered unknown tag 'checklist'.", id="unknown-tag"),
    ],
)
def test_a_call_that_cannot_be_read_is_told_with_its_line(line: str, problem: str) -> None:
    text, (place,) = unmark(f"{PAGE}Prose.\n\n▲{line}\n\nMore prose.\n")
    problem = problem.replace("OFFSET", str(text.find("“")))
    assert on_page(text) == [f"page.md:{place}: macro call: cannot be read ({problem}); check its brackets"]


def test_every_wrong_call_of_a_page_is_told() -> None:
    text, (first, second, third) = unmark(
        PAGE + '{{ ▲checklist("lots", "today") }}\n\n{{ ▲nothing() }}\n\n{{ ▲issue_letters("slw") }}\n'
    )
    assert set(on_page(text)) == {
        f"page.md:{first}: checklist: issue: there is no “lots” among the issues; did you mean “lost”?",
        f"page.md:{second}: nothing: {NO_MACRO}",
        f"page.md:{third}: issue_letters: issue: there is no “slw” among the issues; did you mean “slow”?",
    }


@pytest.mark.parametrize(
    ("front_matter", "fault"),
    [
        pytest.param("", NO_DESCRIPTION, id="missing"),
        pytest.param("---\ntitle: A page\n---\n", NO_DESCRIPTION, id="without-description"),
        pytest.param("---\ndescription:\n---\n", NO_DESCRIPTION, id="nothing-after-the-colon"),
        pytest.param('---\ndescription: " "\n---\n', NO_DESCRIPTION, id="only-spaces"),
        pytest.param("---\ndescription: [a, b]\n---\n", NO_DESCRIPTION, id="a-list"),
        pytest.param("\n---\ndescription: A page.\n---\n", NO_DESCRIPTION, id="not-in-the-first-line"),
        pytest.param("---\ndescription: Evidence: all of it\n---\n", NO_FRONT_MATTER, id="colon-without-quotes"),
        pytest.param('---\ndescription: "A page\n---\n', NO_FRONT_MATTER, id="open-quote"),
        pytest.param("---\nA page.\n---\n", NO_FRONT_MATTER, id="bare-text"),
    ],
)
def test_front_matter_that_would_fail_the_reader_is_told(front_matter: str, fault: str) -> None:
    assert on_page(f"{front_matter}\n# Title\n") == [fault]


def test_bad_front_matter_does_not_hide_a_wrong_call() -> None:
    assert on_page("# Title\n\n{{ nothing() }}\n") == [NO_DESCRIPTION, f"page.md:3:4: nothing: {NO_MACRO}"]


def test_a_guide_with_all_its_pages_is_fine(small_project: Path) -> None:
    assert in_project(small_project) == []


@pytest.mark.parametrize(("here", "there"), [("zh", "en"), ("en", "zh")])
def test_a_page_in_one_language_only_is_told(small_project: Path, here: str, there: str) -> None:
    (small_project / f"docs/{here}/about.md").write_text(PAGE, "utf-8")
    assert in_project(small_project) == [
        f"docs/{here}/about.md:1:1: page: has no counterpart docs/{there}/about.md; write it, or take this one away"
    ]


def test_an_issue_without_its_pages_is_told_where_the_issue_stands(small_project: Path) -> None:
    for language in WRITTEN:
        (small_project / f"docs/{language}/issues/slow.md").unlink()
    _, (place,) = unmark(edit(GUIDE, ("- id: slow", "- ▲id: slow")))
    assert in_project(small_project) == [
        f"docs/guide.yml:{place}: issues[slow]: has no page docs/{language}/issues/slow.md; write it"
        for language in ("en", "zh")
    ]


@pytest.mark.parametrize("language", WRITTEN)
def test_a_region_without_its_page_is_told_with_the_command_that_writes_it(
    small_project: Path, language: Language
) -> None:
    for each in WRITTEN:
        (small_project / f"docs/{each}/where/away.md").unlink()
    _, (place,) = unmark(GUIDE.replace("  - id: away\n", "  - ▲id: away\n"))
    said = f"regions[away]: has no page docs/{language}/where/away.md; make region ID=away writes it"
    assert f"docs/guide.yml:{place}: {said}" in in_project(small_project)


def test_an_issue_without_its_page_is_told_even_after_an_issue_without_id(small_project: Path) -> None:
    text, (place,) = unmark(edit(GUIDE, ("- id: lost", "- di: lost"), ("- id: slow", "- ▲id: slow")))
    (small_project / "docs/guide.yml").write_text(text, "utf-8")
    (small_project / "docs/zh/issues/slow.md").unlink()
    assert f"docs/guide.yml:{place}: issues[slow]: has no page docs/zh/issues/slow.md; write it" in in_project(
        small_project
    )


def test_a_page_without_its_issue_is_told(small_project: Path) -> None:
    for language in WRITTEN:
        (small_project / f"docs/{language}/issues/gone.md").write_text(PAGE, "utf-8")
    what = "there is no issue “gone” in docs/guide.yml; add it there, or rename or remove this page"
    assert in_project(small_project) == [
        f"docs/{language}/issues/gone.md:1:1: page: {what}" for language in ("en", "zh")
    ]


def test_a_wrong_call_is_told_in_each_language_and_folder(small_project: Path) -> None:
    pages = [f"docs/{language}/{page}" for language in ("en", "zh") for page in ("about.md", "issues/lost.md")]
    for page in pages:
        (small_project / page).write_text(f"{PAGE}{{{{ nothing() }}}}\n", "utf-8")
    assert in_project(small_project) == [f"{page}:7:4: nothing: {NO_MACRO}" for page in pages]


def test_a_page_saved_on_windows_is_fine(small_project: Path) -> None:
    (small_project / "docs/zh/issues/lost.md").write_bytes(PAGE.replace("\n", "\r\n").encode("utf-8-sig"))
    assert in_project(small_project) == []


def test_a_page_that_is_not_utf_8_is_told(small_project: Path) -> None:
    (small_project / "docs/zh/issues/lost.md").write_bytes(f"{PAGE}钱没到\n".encode("gbk"))
    assert in_project(small_project) == ["docs/zh/issues/lost.md:7:1: page: is not UTF-8 here; save it as UTF-8"]


def grouped(project: Path, guide: Guide) -> list[str]:
    return [str(fault) for fault in check_groups(project, "docs/guide.yml", guide)]


def test_groups_of_pages_that_are_there_are_fine(small_project: Path, small: Guide) -> None:
    assert grouped(small_project, small) == []


def test_an_issue_without_its_page_is_not_told_twice(small_project: Path, small: Guide) -> None:
    (small_project / "docs/zh/issues/slow.md").unlink()
    assert grouped(small_project, small) == []


@pytest.mark.parametrize(
    ("pages", "fault"),
    [
        ("issues/slow, issues/lots", "there is no page docs/zh/issues/lots.md; write it, or take its name away"),
        ("issues/slow, issues/slow", "“issues/slow” is in the group all already; name it once"),
    ],
)
def test_a_group_that_names_no_page_or_one_twice_is_told(small_project: Path, pages: str, fault: str) -> None:
    edited, (place,) = unmark(edit(GUIDE, ("{id: all, ", "▲{id: all, "), ("lost, issues/slow]", f"lost, {pages}]")))
    (small_project / "docs/guide.yml").write_text(edited, "utf-8")
    assert grouped(small_project, parse(edited, "guide.yml").guide) == [
        f"docs/guide.yml:{place}: page_groups[all]: {fault}"
    ]


@pytest.mark.parametrize("heading", ["# My case { #case }", "# My case", "#  My case  {#case}"])
def test_the_title_of_a_page_is_its_first_heading(heading: str) -> None:
    assert title_of(f"---\ndescription: A page.\n---\n\n{heading}\n\n## Not this\n") == "My case"


def test_a_page_without_a_title_is_told() -> None:
    what = "has no title; begin it with a line `# Its title { #id }`"
    assert on_page(PAGE.replace("# Title", "## Title")) == [f"page.md:1:1: page: {what}"]
    with pytest.raises(ValueError, match="begin it with a line"):
        title_of("Only words.")
