"""A page's copy holds what is read on it, in Markdown that says the same, and llms.txt lists the copies."""

import pytest

from macros.model.guide import Guide
from macros.publish.copies import llms_txt, page_copy
from macros.publish.finished import Page
from macros.publish.markdown import as_markdown

ADDRESS = "https://guide.example/en/issues/lost/"


def copy(html: str) -> str:
    return as_markdown(html, ADDRESS).strip()


@pytest.mark.parametrize(
    "html",
    [
        "<button>Copy</button>",
        "<p hidden>For scripts</p>",
        "<p data-awaits-script>For scripts</p>",
        '<p role="status">Copied</p>',
        '<script type="application/json">{"a": 1}</script>',
        "<template><p>To clone</p></template>",
        "<select><option>Hong Kong</option></select>",
        '<input type="search"><textarea>Typed</textarea>',
        "<case-bar><p>My case</p></case-bar>",
        '<div class="page-end"><p>Share</p></div>',
    ],
)
def test_what_only_works_on_the_page_is_left_out(html: str) -> None:
    assert copy(f"<p>Before</p>{html}<p>After</p>") == "Before\n\nAfter"


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        pytest.param(
            '<tick-list><ul><li><label><input type="checkbox"><span>Freeze it <span class="tick-need">essential</span>'
            "</span></label><p>It stops the loss.</p></li></ul></tick-list>",
            "- [ ] Freeze it *essential*\n\n  It stops the loss.",
            id="a-box-to-tick",
        ),
        pytest.param(
            "<details><summary>It hangs</summary><p>Wait.</p></details>", "**It hangs**\n\nWait.", id="a-fold"
        ),
        pytest.param(
            "<details><summary><h3>Purse</h3> <span>Here</span></summary><p>A wallet.</p></details>",
            "### Purse\n\nHere\n\nA wallet.",
            id="a-fold-with-a-heading",
        ),
        pytest.param(
            '<h2>Here</h2><details><summary class="opener">Open Here</summary><p>Ask.</p></details>',
            "## Here\n\nAsk.",
            id="a-fold-under-its-heading",
        ),
        pytest.param(
            "<dl><dt>Cause</dt><dd>A slip</dd><dt>Who</dt><dd><p>The bank</p></dd></dl>",
            "**Cause** A slip\n\n**Who**\n\nThe bank",
            id="terms",
        ),
        pytest.param(
            "<table><thead><tr><th>Where</th><th>Days</th></tr></thead><tbody><tr><th>Here</th><td>"
            '<span class="compare-line">3</span><span class="compare-line">5</span></td></tr></tbody></table>',
            "| Where | Days |\n| --- | --- |\n| Here | 3<br>5 |",
            id="a-table-with-two-lines-in-a-cell",
        ),
        pytest.param(
            '<div class="letter-paper"><p class="letter-version">English</p><p class="letter-line">To '
            '<mark class="blank">[the firm]</mark>:\nPay me back.</p><p class="letter-note">Leave out</p></div>',
            "> **English**\n>\n> To [the firm]:  \n> Pay me back.\n>\n> *Leave out*",
            id="a-letter-with-its-blanks-and-lines",
        ),
        pytest.param(
            "<ol><li>Ask</li> <li><p>Wait</p><ul><li>a day</li></ul></li></ol>\n<p>Done</p>",
            "1. Ask\n2. Wait\n\n   - a day\n\nDone",
            id="steps-with-a-list-in-them",
        ),
        pytest.param(
            "<table><tr><th>Here</th><td>3</td></tr></table>",
            "|  |  |\n| --- | --- |\n| Here | 3 |",
            id="a-table-without-a-head",
        ),
        pytest.param(
            "<blockquote>\n<p>One\nline</p> <p>Two<br>lines</p></blockquote>",
            "> One\n> line\n>\n> Two  \n> lines",
            id="a-quotation",
        ),
        pytest.param("<p>A<b> bold </b>word, <em>once </em>more</p>", "A**bold**word, *once* more", id="marks"),
        pytest.param("<p><b>出处：</b>条例</p>", "**出处**：条例", id="bold-that-ends-in-a-mark"),
        pytest.param("<p>拨打 *123#，_不要_点</p>", "拨打 *123#，_不要_点", id="signs-stay-as-they-are"),
    ],
)
def test_each_part_of_a_page_keeps_its_sense(html: str, markdown: str) -> None:
    assert copy(html) == markdown


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ('<a href="../slow/#today">Slow</a>', "[Slow](https://guide.example/en/issues/slow/#today)"),
        ('<a href="#today">Today</a>', f"[Today]({ADDRESS}#today)"),
        ('<a href="https://bank.example/">Bank</a>', "[Bank](https://bank.example/)"),
        ('<a href="tel:12363">12363</a>', "[12363](tel:12363)"),
        ('请<a class="term" href="../../glossary/#recall">追回</a>，别等', "请追回，别等"),
    ],
)
def test_links_are_whole_and_terms_plain(html: str, markdown: str) -> None:
    assert copy(f"<p>{html}</p>") == markdown


def test_a_copy_begins_with_title_address_and_the_oldest_reading(small: Guide) -> None:
    page = Page("lost", "Lost", "It is lost.", "https://guide.example/lost/")
    article = "<article><h1>Lost</h1><p>Ask.</p><p>read on 5 January 2025</p></article>"

    assert page_copy(page, small, "en", article) == (
        "# Lost\n\n- Page: https://guide.example/lost/\n- Earliest check: 5 January 2025\n\n"
        "Ask.\n\nread on 5 January 2025\n"
    )


def test_llms_txt_has_title_summary_notes_and_groups_of_links_with_the_rest_last(small: Guide) -> None:
    pages = {
        name: Page(
            name, title, f"About {title}.", f"https://guide.example/en/{name}/", f"https://guide.example/en/{name}/i.md"
        )
        for name, title in (("about", "About"), ("issues/lost", "Lost"), ("issues/slow", "Slow"))
    }
    text = llms_txt(small, "en", pages, "https://guide.example/", {"zh": "https://guide.example/llms.txt"})

    assert text.splitlines() == [
        "# Guide",
        "",
        "> About complaints",
        "",
        "- No legal advice",
        "- Name the source",
        "",
        "## Problems",
        "",
        "- [Lost](https://guide.example/en/issues/lost/i.md): About Lost.",
        "- [Slow](https://guide.example/en/issues/slow/i.md): About Slow.",
        "- [About](https://guide.example/en/about/i.md): About About.",
        "",
        "## Data",
        "",
        "- [guide.json](https://guide.example/guide.json): All of it",
        "- [guide.schema.json](https://guide.example/guide.schema.json): Its schema",
        "",
        "## The other language",
        "",
        "- [指南](https://guide.example/llms.txt): 简体",
    ]
