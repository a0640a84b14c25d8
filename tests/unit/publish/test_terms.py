"""Which words of a page are linked to the glossary, and which are let be."""

import pytest

from macros.model.guide import Guide
from macros.publish.finished import article_of, parsed
from macros.publish.terms import link_terms

TERMS = {
    "投诉": "complaint",
    "书面投诉": "written-complaint",
    "退款": "refund",
    "SVF": "facility",
    "dispute": "dispute",
    "disputed transaction": "disputed",
    "e-money": "e-money",
}


def term(words: str, id: str) -> str:
    return f'<a class="term" href="g#{id}">{words}</a>'


def link(html: str, terms: dict[str, str] = TERMS) -> str:
    """What stands in an article, after its terms are linked."""
    tree = parsed(f"<article>{html}</article>")
    article = article_of(tree)
    link_terms(tree, article, terms, "g#{}".format)
    return article.inner_html


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("先投诉。", f"先{term('投诉', 'complaint')}。"),
        ("Open a dispute.", f"Open a {term('dispute', 'dispute')}."),
        ("<p>先投诉</p>", f"<p>先{term('投诉', 'complaint')}</p>"),
        ("<strong>先投诉。</strong>", f"<strong>先{term('投诉', 'complaint')}。</strong>"),
        ("<ul><li>投诉</li></ul>", f"<ul><li>{term('投诉', 'complaint')}</li></ul>"),
        (
            "<table><tbody><tr><td>先投诉</td></tr></tbody></table>",
            f"<table><tbody><tr><td>先{term('投诉', 'complaint')}</td></tr></tbody></table>",
        ),
        ('<p class="tick-why" id="why">退款</p>', f'<p class="tick-why" id="why">{term("退款", "refund")}</p>'),
    ],
)
def test_a_term_in_prose_is_linked(page: str, expected: str):
    assert link(page) == expected


def test_a_term_that_fills_its_cell_is_told_from_one_in_a_sentence():
    table = "<table><tbody><tr><td>{}</td><td>先{}</td><td>{}, then</td></tr></tbody></table>"
    alone = term("退款", "refund").replace('"term"', '"term term-alone"')
    expected = table.format(alone, term("投诉", "complaint"), term("Dispute", "dispute"))
    assert link(table.format("退款", "投诉", "Dispute")) == expected


def test_only_the_first_use_of_a_term_is_linked():
    assert link("<p>投诉。再投诉。</p><p>投诉</p>") == f"<p>{term('投诉', 'complaint')}。再投诉。</p><p>投诉</p>"


def test_the_longest_term_wins_and_the_one_within_it_waits_for_its_own_first_use():
    page = "书面投诉。书面投诉。投诉。"

    assert link(page) == f"{term('书面投诉', 'written-complaint')}。书面投诉。{term('投诉', 'complaint')}。"
    assert link("A disputed transaction") == f"A {term('disputed transaction', 'disputed')}"


@pytest.mark.parametrize("words", ["Dispute", "disputes", "DISPUTES"])
def test_case_and_a_plural_do_not_matter(words: str):
    assert link(f"A {words}, then") == f"A {term(words, 'dispute')}, then"


@pytest.mark.parametrize("page", ["undisputed", "disputer", "non-dispute", "dispute-free", "disputed", "svfx"])
def test_a_part_of_a_longer_word_is_no_term(page: str):
    assert link(page) == page


def test_a_latin_term_is_found_between_chinese_characters():
    assert link("用SVF付款") == f"用{term('SVF', 'facility')}付款"


@pytest.mark.parametrize(
    "closed",
    [
        '<h1 id="complain">投诉</h1>',
        '<h3 id="dispute">A dispute</h3>',
        "<blockquote><p>我要投诉</p></blockquote>",
        "<table><thead><tr><th>投诉</th><th>dispute</th></tr></thead></table>",
        '<img alt="dispute" src="dispute.png">',
        "<code>dispute</code>",
        "<select><option>dispute</option></select>",
        '<a href="/x">投诉</a>',
        "<h2>投诉</h2>",
        '<label><input data-item="dispute"><span>投诉 <b>dispute</b></span></label>',
        "<button>投诉</button>",
        "<summary>投诉</summary>",
        "<dt>投诉</dt>",
        '<div class="danger">\n<p>投诉</p>\n</div>',
        '<div class="letters"><div><p>投诉</p></div>dispute</div>',
        '<div class="lines regions"><div>投诉</div><div>dispute</div></div>',
        '<p title="dispute" data-words="投诉"></p>',
    ],
)
def test_headings_links_labels_letters_and_quotations_are_let_be(closed: str):
    page = f"{closed}\n\n投诉 dispute"

    assert link(page) == f"{closed}\n\n{term('投诉', 'complaint')} {term('dispute', 'dispute')}"


def test_nothing_but_links_is_added():
    page = "a &lt; b &amp; c &gt; d '退款' <br> <tick-list>x</tick-list>\n\n5 &gt; 4, AT&amp;T\n<!-- 投诉 -->"

    assert link(page) == page.replace("退款", term("退款", "refund"))


def test_the_letters_of_an_entity_are_no_words():
    assert link("a &lt; b &amp; c", {"lt": "x", "amp": "y"}) == "a &lt; b &amp; c"


def test_without_terms_the_page_stays_as_it_is():
    assert link("投诉", {}) == "投诉"


def test_forms_take_the_place_of_the_term_in_their_language(small: Guide):
    assert small.terms("zh") == {"追回": "recall", "追款": "recall"}
    assert small.terms("en") == {"recall": "recall"}
