"""The stubs of something new: what they take from the pages that are there, and what they refuse."""

import pytest

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
