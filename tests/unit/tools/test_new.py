"""The stubs of something new: what they take from the pages that are there, and what they refuse."""

from pathlib import Path

import pytest

from macros.checks.pages import UNWRITTEN, title_of
from macros.model.languages import WRITTEN
from tools import evidence, new

MATTER = "---\ndescription: {}\n---"
CARE = "## Care { #care }"


def page(id: str, *blocks: str) -> str:
    return "\n\n".join((MATTER.format(f"On {id.upper()}."), f"# {id.upper()} {{ #{id} }}", *blocks)) + "\n"


def test_a_stub_of_a_page_keeps_what_most_pages_say_and_leaves_the_rest_to_write():
    pages = {
        "lost": page("lost", "One.", "Two.", '{{ danger("lost") }}', CARE, "Mind."),
        "slow": page("slow", "Three.", '{{ danger("slow") }}', CARE, "Mind."),
        "odd": page("odd", "## More { #more }", '{{ danger("odd") }}', CARE, "Never mind."),
    }
    blocks = (MATTER.format("…"), "# … { #fees }", "…", '{{ danger("fees") }}', CARE, "Mind.")

    assert new.outline(pages, "fees") == "\n\n".join(blocks) + "\n"


def test_the_pages_of_a_region_are_written_with_its_name_where_that_is_known(tmp_path: Path):
    pages = [f"docs/{language}/where/de.md" for language in WRITTEN]
    assert new.region_pages(tmp_path, "de", {"zh": "德国", "en": "Germany"}) == pages
    for page, name in zip(pages, ("德国", "Germany"), strict=True):
        text = (tmp_path / page).read_text("utf-8")
        assert title_of(text).startswith(name)
        assert UNWRITTEN not in text
        assert all(call in text for call in ('{{ region("de") }}', '{{ region_wallets("de") }}', "{{ safety() }}"))


def test_a_page_of_a_region_that_is_there_is_left_alone(tmp_path: Path):
    new.region_pages(tmp_path, "de")
    first = tmp_path / f"docs/{WRITTEN[0]}/where/de.md"
    assert title_of(first.read_text("utf-8")) == UNWRITTEN
    first.write_text("written", "utf-8")
    assert new.region_pages(tmp_path, "de", {}) == []
    assert first.read_text("utf-8") == "written"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["region", "hk"], "docs/guide.yml has an entry “hk” already; ids are permanent, so choose another"),
        (["wallet"], "Say which: make wallet ID=its-id"),
        (["issue", "Late Fees"], "Say which: make issue ID=its-id"),
    ],
)
def test_an_id_that_is_taken_missing_or_misshapen_writes_nothing(arguments: list[str], said: str):
    kinds = dict.fromkeys(("region", "wallet", "issue"), lambda root, id: pytest.fail("a stub was written"))

    with pytest.raises(SystemExit, match=said):
        new.main(kinds, arguments)


@pytest.mark.parametrize(
    ("read", "file"),
    [(evidence.region, "evidence/regions/nowhere.yml"), (evidence.provider, "evidence/wallets/nowhere.yml")],
)
def test_what_nobody_read_about_is_told_with_the_file_to_write(read, file: str):
    with pytest.raises(AssertionError, match=f"{file} is missing: write there what was read"):
        read("nowhere")
