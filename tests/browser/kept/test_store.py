"""store.js: what changes is written and told once; what found no room is tried again."""

from tests.browser.modules import OpenModule

WATCHED = """
(store) => {
  const told = [];
  store.watch((keys) => told.push(keys), new AbortController().signal);
"""
WRITES_COUNTED = """
  const written = [];
  const setItem = Storage.prototype.setItem;
  Storage.prototype.setItem = function (key, value) { written.push(value); setItem.call(this, key, value); };
"""


def test_what_is_kept_already_is_neither_written_nor_told_again(open_module: OpenModule):
    told, written = open_module("kept/store.js").run(f"""{WATCHED} {WRITES_COUNTED}
      store.writeAll({{ one: "1", two: "2" }});
      store.writeAll({{ one: "1", two: "2" }});
      store.writeAll({{ one: "1", two: "3" }});
      store.write("three", null);
      return [told, written];
    }}""")
    assert told == [["one", "two"], ["two"]]
    assert [value for value in written if len(value) == 1] == ["1", "2", "3"]


def test_what_found_no_room_is_kept_once_there_is_some_though_it_has_not_changed(open_module: OpenModule):
    before, told, after, in_storage = open_module("kept/store.js").run(f"""{WATCHED}
      const setItem = Storage.prototype.setItem;
      Storage.prototype.setItem = () => {{ throw new DOMException("Full.", "QuotaExceededError"); }};
      store.write("one", "1");
      const before = store.whereabouts();
      Storage.prototype.setItem = setItem;
      store.write("one", "1");
      return [before, told, store.whereabouts(), Object.values(sessionStorage)];
    }}""")
    assert (before, after) == ("nowhere", "tab")
    assert "1" in in_storage
    assert told == [["one"], ["one"]], "who shows where things are kept must hear of it"


def test_of_many_pages_that_were_searched_the_words_of_the_newest_are_kept(open_module: OpenModule):
    """Named by numbers alone, they were dropped in the order of these."""
    oldest, newest, corrected = open_module("kept/store.js").run("""(store) => {
      for (let page = 30; page > 0; page -= 1) {
        store.keepAsked(String(page), `words of ${page}`);
      }
      store.keepAsked("5", "");
      return [store.asked("30"), store.asked("1"), store.asked("5")];
    }""")
    assert (oldest, newest, corrected) == ("", "words of 1", "")
