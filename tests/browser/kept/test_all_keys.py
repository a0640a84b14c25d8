"""all-keys.js: whatever can be kept is taken along in a case file, or stays behind for a reason."""

import re

import pytest

from tests.browser.modules import SCRIPTS, Module, OpenModule

MODULES = sorted(path.name for path in (SCRIPTS / "kept").glob("*.js"))
# These write keys that others made; what makes a key says so in its name, and is asked too.
WRITE_WHAT_THEY_ARE_GIVEN = {"write", "writeAll", "writeIfRoom", "keep", "takeIn"}

# Every function is called with whatever it may want, and what it left in storage, or gave as a key, is told.
KEYS_MADE = """
async (_, [modules, skipped]) => {
  const arguments_ = ["", "an-id", ["an-id"], "sender", "device", true,
    ...[undefined, "person", "letter", "case"].map((scope) => ({ id: "an-id", scope }))];
  const made = new Map();
  for (const name of modules) {
    for (const [exported, made_by] of Object.entries(await import(`/kept/${name}`))) {
      if (typeof made_by !== "function" || skipped.includes(exported)) {
        continue;
      }
      for (const first of arguments_) {
        for (const second of arguments_) {
          localStorage.clear();
          sessionStorage.clear();
          let given;
          try {
            given = made_by(first, second, "an-id", "an-id");
          } catch {
            continue; // It wants other arguments.
          }
          const stored = [localStorage, sessionStorage].flatMap(Object.keys);
          const keys = stored.map((key) => key.replace("wallet-complaint-guide@/:v1:", ""));
          for (const key of [...keys, ...(exported.endsWith("Key") ? [given] : [])]) {
            made.set(key, exported);
          }
        }
      }
    }
  }
  return Object.fromEntries(made);
}
"""
NO_ID = re.compile(r"::|undefined|\[object|true|:$")


@pytest.fixture(scope="module")
def all_keys(open_module: OpenModule) -> Module:
    return open_module("kept/all-keys.js")


@pytest.fixture(scope="module")
def listed(all_keys: Module) -> tuple[set[str], set[str]]:
    """The patterns of keys that are taken along, and of those that are left behind."""
    taken, left = all_keys.run("(keys) => [keys.TAKEN_ALONG, Object.keys(keys.LEFT_BEHIND)]")
    return set(taken), set(left)


@pytest.fixture(scope="module")
def made(all_keys: Module) -> dict[str, str]:
    """Every key that a module of `kept` can make of the id “an-id”, and the function that made it."""
    made = all_keys.run(KEYS_MADE, [MODULES, sorted(WRITE_WHAT_THEY_ARE_GIVEN)])
    return {key: function for key, function in made.items() if not NO_ID.search(key)}


def is_of(pattern: str, key: str) -> bool:
    return bool(re.fullmatch(re.sub("<[a-z]+>", "[a-z-]+", pattern), key))


def test_whatever_can_be_kept_is_taken_along_or_left_behind_for_a_reason(
    made: dict[str, str], listed: tuple[set[str], set[str]]
):
    taken, left = listed
    nowhere = {
        key: function for key, function in made.items() if not any(is_of(pattern, key) for pattern in taken | left)
    }

    assert nowhere == {}, "name these in kept/all-keys.js: does a case file take them along, and if not, why?"
    assert taken & left == set()


def test_nothing_is_listed_that_nobody_keeps(made: dict[str, str], listed: tuple[set[str], set[str]]):
    taken, left = listed

    assert {pattern for pattern in taken | left if not any(is_of(pattern, key) for key in made)} == set()


def test_the_patterns_of_a_case_file_tell_the_kinds_apart(all_keys: Module, made: dict[str, str], listed: tuple):
    taken, _ = listed
    carried = all_keys.run("(module, keys) => keys.filter((key) => module.CARRIED.test(key))", sorted(made))

    assert set(carried) == {key for key in made if any(is_of(pattern, key) for pattern in taken)}


def test_keys_are_made_where_they_are_listed_alone():
    written_elsewhere = {
        path.relative_to(SCRIPTS).as_posix()
        for path in SCRIPTS.rglob("*.js")
        if path.parent.name != "kept"
        and re.search(
            r"""["`](?:case|person|ticks?|day|opened|seen):|import \{[^}]*\bwrite(?:All)?\b[^}]*\}""",
            path.read_text("utf-8"),
        )
    }

    assert written_elsewhere == set()
