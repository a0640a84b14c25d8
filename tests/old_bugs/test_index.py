"""Mistakes of others whose tests stand where their subject is tested: each must still be there."""

import ast

import pytest

from tests.conftest import ROOT

KEPT_ELSEWHERE = {
    "headings got ids made from their text, different in each language, and links into pages broke": (
        "site/test_pages.py",
        "test_every_heading_has_the_id_its_author_gave_it",
    ),
    "a misspelt macro reached readers as an empty place while the build reported success": (
        "site/test_bad_input.py",
        "test_a_fault_stops_the_build_and_is_told_in_one_line",
    ),
    "HTML from a macro was taken for text and wrapped in a paragraph": (
        "unit/render/test_macros.py",
        "test_markdown_takes_a_macro_for_one_block_of_html",
    ),
    "a block-level custom tag was wrapped in a paragraph": (
        "site/test_pages.py",
        "test_nothing_of_a_template_is_left_over",
    ),
    "a single key pressed on a tick list led away from the page": (
        "browser/page/test_theme.py",
        "test_the_themes_shortcuts_do_nothing_on_our_controls",
    ),
    "a single key pressed on a letter's button led away and lost a half-typed letter": (
        "browser/letters/test_letters.py",
        "test_everything_is_done_by_keyboard",
    ),
    "a single key pressed in a form led away and lost what was typed": (
        "browser/case/test_case.py",
        "test_the_themes_shortcuts_do_nothing_in_the_case",
    ),
    "the search dialog had no name for a screen reader": (
        "browser/page/test_access.py",
        "test_nothing_is_wrong_while_a_reader_is_at_work",
    ),
    "links in running text were told by their colour alone": (
        "browser/page/test_access.py",
        "test_every_page_is_for_every_reader",
    ),
    "YAML read `no` as False, `12:30` as 750, `010` as 8, and let the last of two equal keys win": (
        "unit/checks/test_load.py",
        "test_a_fault_is_told_with_its_place_and_its_mend",
    ),
    "letters were sent with brackets that nobody had filled": (
        "browser/letters/test_letters.py",
        "test_a_letter_with_blanks_does_not_leave_unasked",
    ),
    "what could be exported could not be imported again": (
        "browser/case/test_case.py",
        "test_export_erase_and_import_bring_everything_back",
    ),
    "a mail link with a long body opened nothing": (
        "browser/letters/test_mail.py",
        "test_a_body_that_is_too_long_is_left_to_the_clipboard",
    ),
    "My case was dead in WebKit: two modules waited at their top for one another": (
        "browser/test_engines.py",
        "test_a_case_keeps_its_log",
    ),
    "WebKit's Back emptied ticks and fields, and the next edit deleted what was kept": (
        "browser/test_engines.py",
        "test_an_amount_outlives_the_way_back_and_the_edit_after_it",
    ),
    "full-width Chinese punctuation silently turned into ASCII": (
        "site/test_wording.py",
        "test_the_guide_keeps_the_rule",
    ),
}


@pytest.mark.parametrize(("file", "name"), KEPT_ELSEWHERE.values(), ids=KEPT_ELSEWHERE)
def test_the_mistake_has_its_test(file: str, name: str):
    module = ast.parse((ROOT / "tests" / file).read_text("utf-8"))
    assert name in {node.name for node in module.body if isinstance(node, ast.FunctionDef)}
