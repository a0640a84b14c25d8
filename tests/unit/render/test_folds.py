"""Sections that fold, as an author writes them."""

import pytest
from markdown import Markdown

from macros.render.folds import Folds
from tests.unit.render.looked_at import soup

TEXT = """\
## Steps { #steps }

### First { #first .fold }

Do this.

#### Today { #today }

And that.

### Second { #second .fold .wide }

Then this.

## Sources { #sources }

Where it was read.
"""


@pytest.fixture(scope="module")
def html():
    return soup(Markdown(extensions=["attr_list", Folds(), "toc"]).convert(TEXT))


def test_a_section_folds_up_to_the_next_heading_that_is_no_smaller(html) -> None:
    first, second = html("details")
    assert [tag.name for tag in first(True, recursive=False)] == ["summary", "p", "h4", "p"]
    assert [tag.text for tag in second(["h3", "p"])] == ["Second", "Then this."]


def test_its_heading_stays_a_heading_and_can_be_led_to(html) -> None:
    heading = html.find(id="second")
    assert (heading.name, heading.parent.name, heading["class"]) == ("h3", "summary", ["wide"])
    assert "class" not in html.find(id="first").attrs


def test_what_comes_after_stands_open(html) -> None:
    assert [html.find(id=id).parent.name for id in ("steps", "sources")] == ["[document]", "[document]"]
