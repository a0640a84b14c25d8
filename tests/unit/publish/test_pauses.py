"""Chinese headings break where they pause."""

import pytest

from macros.publish.finished import article_of, parsed
from macros.publish.pauses import mark_pauses


@pytest.mark.parametrize(
    ("html", "marked"),
    [
        ("<h1>韩国：向谁投诉，最晚哪天</h1>", "<h1>韩国：<wbr>向谁投诉，<wbr>最晚哪天</h1>"),
        ("<h2>哪家<b>公司、怎样</b>冻结？</h2>", "<h2>哪家<b>公司、<wbr>怎样</b>冻结？</h2>"),
        ("<h1>Korea: whom to go to, and by when</h1>", "<h1>Korea: whom to go to, and by when</h1>"),
        ("<h2>LINE Pay Money：公司名</h2>", "<h2>LINE Pay Money：公司名</h2>"),
        ("<h3>先停，再说</h3><p>先停，再说</p>", "<h3>先停，再说</h3><p>先停，再说</p>"),
    ],
)
def test_a_chinese_heading_may_break_behind_its_marks_and_nothing_else_may(html: str, marked: str):
    tree = parsed(f"<article>{html}</article>")
    mark_pauses(tree, article_of(tree))
    assert article_of(tree).inner_html == marked
