"""What no module of the guide may do, because an engine that readers have cannot bear it."""

import re

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "overrides/assets/js").rglob("*.js"))

_COMMENT = re.compile(r"/\*[\s\S]*?\*/|//.*")
# Only what stands in nothing begins at the margin.
_STATEMENT = re.compile(r"^(?=[^\s})\]])", re.MULTILINE)
_IN_A_FUNCTION = re.compile(r"\b(?:function|class)\b|=>")


def waits_at_its_top(module: str) -> bool:
    """Whether a module waits while it is being loaded, rather than in a function of its own."""
    statements = _STATEMENT.split(_COMMENT.sub("", module))
    waits = (re.split(r"\bawait\b", statement, maxsplit=1) for statement in statements)
    return any(after and not _IN_A_FUNCTION.search(before) for before, *after in waits)


def test_no_module_waits_at_its_top():
    """WebKit before Safari 27 runs a module too early that two others import while it waits (its bug 242740)."""
    assert [module.name for module in MODULES if waits_at_its_top(module.read_text("utf-8"))] == []


@pytest.mark.parametrize(
    ("module", "waits"),
    [
        ('const words = await fetch("words.json");', True),
        ("export const { data } = await come;", True),
        ("const both = [\n  await one,\n];", True),
        ("for (const each of all) {\n  await each;\n}", True),
        ("const ten = () => 10;\nawait ten();", True),
        ("/** We await it. */\nexport async function come() {\n  await here;\n}", False),
        ("class Here {\n  async come() {\n    await here;\n  }\n}", False),
        ("here.then(async () => {\n  await come();\n});", False),
    ],
)
def test_waiting_is_noticed_at_the_top_alone(module: str, waits: bool):
    assert waits_at_its_top(module) is waits
