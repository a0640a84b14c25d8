"""region.js: the region that counts; a guess until the reader has said, and never kept as if they had."""

from tests.browser.modules import OpenModule

COUNTING = "(region) => region.countingRegion()"
LONDON = {"timezone_id": "Europe/London"}


def test_until_the_reader_has_chosen_the_guess_counts(open_module: OpenModule):
    assert open_module("kept/region.js", **LONDON).run(COUNTING) == {"id": "uk", "guessed": True}
    nowhere = open_module("kept/region.js", timezone_id="Africa/Cairo")
    assert nowhere.run(COUNTING) == {"id": None, "guessed": False}


def test_what_the_reader_chose_goes_before_the_guess(open_module: OpenModule):
    region = open_module("kept/region.js", **LONDON)
    chosen = region.run("(region) => { region.chooseRegion('nz'); return region.countingRegion(); }")
    assert chosen == {"id": "nz", "guessed": False}
    assert region.run("(region) => { region.chooseRegion(''); return region.countingRegion(); }")["guessed"]


def test_a_guess_is_kept_once_it_is_confirmed_and_not_before(open_module: OpenModule):
    before, after, told = open_module("kept/region.js", **LONDON).run("""async (region) => {
      const { carried } = await import("/kept/cases.js");
      let told = 0;
      region.watchRegion(() => { told += 1; }, new AbortController().signal);
      region.countingRegion();
      const before = carried();
      region.confirmRegion();
      return [before, carried(), told];
    }""")
    assert before == {}
    assert after == {"region": "uk"}
    assert told == 1


def test_a_region_that_an_earlier_version_knew_does_not_count(open_module: OpenModule):
    region = open_module("kept/region.js", **LONDON)
    assert region.run("(region) => { region.chooseRegion('atlantis'); return region.countingRegion(); }") == {
        "id": "uk",
        "guessed": True,
    }
