"""From `docs/guide.yml` to a checked `Guide`, or to every fault of it at once, with line and column.

YAML 1.1 reads `no` as false, `12:30` as 750 and keeps the last of two equal keys. The strict models
catch the first two; duplicate keys are caught here. Days are left as strings, so that an
impossible one gets a line number too.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, ClassVar

import yaml
from pydantic import ValidationError

from ..model.base import Known
from ..model.guide import Guide
from ..model.languages import LANGUAGES, MADE, MAIN, WRITTEN
from ..model.made import with_made_texts

DATA_FILE, CONFIG = "docs/guide.yml", "mkdocs.yml"
"""Where the data and the settings of the main language are, seen from the root of the project."""
CONFIGS = {language: CONFIG if language == MAIN else f"mkdocs.{language}.yml" for language in LANGUAGES}
"""The settings of each language."""

DEEPEST = 50
"""How deep something may stand in the data; the guide needs 9."""

Location = tuple[int | str, ...]
_Placed = tuple[Location, yaml.Node]

QUOTE = "put the text in quotation marks, or a space behind the “#”"
_CUT_OFF = re.compile(r"\s+(#[^\s#].*)")
"""A comment of ours has a space behind its “#”."""

# The kinds that something refers to, each with the ways to its members.
WHERE_IDS_STAND: dict[str, tuple[tuple[str, ...], ...]] = {
    "issues": (("issues", "*"),),
    "situations": (("issues", "*", "situations", "*"),),
    "plans": (("issues", "*"), ("issues", "*", "situations", "*")),
    "items": (
        ("issues", "*", "checklist", "*", "*"),
        ("issues", "*", "situations", "*", "first", "*"),
        ("issues", "*", "situations", "*", "evidence", "*"),
    ),
    "fields": (("fields", "*"),),
    "account_kinds": (("account_kinds", "*"),),
    "shared_parts": (("shared_parts", "*"),),
    "letters": (("letters", "*"),),
    "regions": (("regions", "*"),),
    "providers": (("providers", "*"),),
    "bodies": (("regions", "*", "bodies", "*"),),
    "sources": (("shared_sources", "*"), ("regions", "*", "sources", "*"), ("providers", "*", "sources", "*")),
}


@dataclass(frozen=True, order=True)
class Fault:
    """One thing that is wrong, where it stands, and what to do. Lines and columns count from 1."""

    path: str
    line: int
    column: int
    where: str
    what: str

    def __str__(self) -> str:
        what = self.what.replace("\n", "\\n")
        return f"{self.path}:{self.line}:{self.column}: {self.where}: {what}"


@dataclass(frozen=True)
class Reading:
    """What came of reading the data file.

    `guide` is whole whenever `faults` is empty. `ids` holds the ids of each kind even if the guide has
    faults, so that the pages can be checked in the same run; None if the file cannot be read at all.
    """

    guide: Guide | None
    ids: dict[str, frozenset[str]] | None
    faults: tuple[Fault, ...]


@dataclass(frozen=True)
class _Misread:
    """What YAML 1.1 makes of `010` or `12:30`: no text and no number that anyone meant."""

    number: int
    written: str

    def __repr__(self) -> str:
        return str(self.number)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
    """Days stay strings, keys are always strings, and only plain decimals are whole numbers."""

    yaml_implicit_resolvers: ClassVar = {
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }

    _depth = 0

    def descend_resolver(self, parent: yaml.Node | None, index: object) -> None:
        """Called for each node that is read: stop before Python, or the machine, has no room for one within another."""
        self._depth += 1
        if self._depth > DEEPEST:
            problem = f"lists and keys stand within each other more than {DEEPEST} deep"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=parent.start_mark)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict:
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode) and key.tag != "tag:yaml.org,2002:merge":
                key.tag = "tag:yaml.org,2002:str"
        return super().construct_mapping(node, deep)

    def construct_whole_number(self, node: yaml.ScalarNode) -> int | str | _Misread:
        try:
            number = self.construct_yaml_int(node)
        except ValueError:
            return node.value
        return number if node.value == str(number) else _Misread(number, node.value)


_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_whole_number)


def read(path: Path, shown_as: str) -> Reading:
    """Read and check the data file at `path`, called `shown_as` in faults."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return _unreadable(Fault(shown_as, 1, 1, "file", "is missing; restore it"))
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        return _unreadable(Fault(shown_as, line, 1, "file", "is not UTF-8 here; save it as UTF-8"))
    return parse(text, shown_as)


@lru_cache(maxsize=2)
def parse(text: str, shown_as: str) -> Reading:
    """Check the text of a data file. Every language's build shares the result."""
    if unprintable := yaml.reader.Reader.NON_PRINTABLE.search(text):
        line = text.count("\n", 0, unprintable.start()) + 1
        return _unreadable(Fault(shown_as, line, 1, "file", "has a character YAML does not allow; remove it"))
    try:
        loader = _Loader(text)
        root = loader.get_single_node()
        # Before construction, which writes what `<<` merges into the nodes.
        nodes = list(_nodes(root))
        duplicates = list(_duplicate_keys(nodes))
        cut = list(_cut_texts(nodes, text.splitlines()))
        data = loader.construct_document(root) if root else None
    except yaml.MarkedYAMLError as error:
        return _unreadable(_syntax_fault(error, shown_as))
    if not isinstance(data, dict):
        return _unreadable(Fault(shown_as, 1, 1, "file", "must hold `version:`, `words:`, `issues:` …, not this"))

    ids = ids_by_kind(data)
    faults = [
        Fault(shown_as, *_position(key), _where(data, location), f"the key `{key.value}` stands here twice; keep one")
        for location, key in duplicates
    ]
    faults += [
        Fault(shown_as, *_position(node), _where(data, location), f"“{left_out}” is read as a comment; {QUOTE}")
        for location, node, left_out in cut
    ]
    guide = None
    try:
        guide = Guide.model_validate(with_made_texts(data), context=Known(ids))
    except ValidationError as error:
        faults += [_model_fault(details, data, root, shown_as) for details in _told(error)]
    else:
        faults += [
            Fault(shown_as, *_position(_find(root, way)[0]), _where(data, way), what)
            for way, what in (
                *guide.misplaced_sources(),
                *guide.misjoined(),
                *guide.miscited(),
                *guide.misdenied(),
                *guide.idle_account_kinds(),
            )
        ]
    return Reading(guide, ids, tuple(faults))


def _unreadable(fault: Fault) -> Reading:
    return Reading(None, None, (fault,))


def ids_by_kind(data: Any) -> dict[str, frozenset[str]]:
    """Every id the raw data defines, by kind, and the codes of letters; whatever is misshapen is passed over."""
    ids = {kind: _said_by("id", data, ways) for kind, ways in WHERE_IDS_STAND.items()}
    return {**ids, "codes": _said_by("code", data, WHERE_IDS_STAND["letters"])}


def _said_by(key: str, data: Any, ways: tuple[tuple[str, ...], ...]) -> frozenset[str]:
    things = (thing for steps in ways for thing in _things_at(data, steps))
    values = (thing.get(key) for thing in things if isinstance(thing, dict))
    return frozenset(value for value in values if isinstance(value, str))


def position_of(text: str, collection: str, id: str) -> tuple[int, int]:
    """Line and column of the member `id` of a top-level list, for faults found outside the file."""
    root = yaml.compose(text, Loader=_Loader)
    members = _child(root, collection)[1]
    for member in members.value:
        own = _child(member, "id")
        if own and own[1].value == id:
            return _position(member)
    raise KeyError(id)


# Walking the data and its nodes --------------------------------------------------------------


def _things_at(data: Any, steps: tuple[str, ...]) -> Iterator[Any]:
    if not steps:
        yield data
        return
    first, rest = steps[0], steps[1:]
    if first != "*":
        children = [data[first]] if isinstance(data, dict) and first in data else []
    elif isinstance(data, dict):
        children = list(data.values())
    else:
        children = data if isinstance(data, list) else []
    for child in children:
        yield from _things_at(child, rest)


def _nodes(node: yaml.Node, location: Location = (), above: tuple[int, ...] = ()) -> Iterator[_Placed]:
    """Every value, and the way to it."""
    if id(node) in above:
        return
    yield location, node
    above += (id(node),)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _nodes(value, (*location, getattr(key, "value", "?")), above)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _nodes(value, (*location, index), above)


def _duplicate_keys(nodes: list[_Placed]) -> Iterator[_Placed]:
    for location, node in nodes:
        if isinstance(node, yaml.MappingNode):
            met = set()
            for key, _ in node.value:
                if isinstance(key, yaml.ScalarNode):
                    if key.value in met:
                        yield location, key
                    met.add(key.value)


def _cut_texts(nodes: list[_Placed], lines: list[str]) -> Iterator[tuple[Location, yaml.Node, str]]:
    """Texts without quotation marks, of which “ #” left the rest out: a number such as #9785 to call."""
    for location, node in nodes:
        if isinstance(node, yaml.ScalarNode) and node.end_mark.line < len(lines):
            rest = _CUT_OFF.match(lines[node.end_mark.line], node.end_mark.column)
            if rest and not node.style:
                yield location, node, rest[1]


def _child(node: yaml.Node, step: int | str) -> tuple[yaml.Node, yaml.Node] | None:
    """The node `step` leads to, after the node that marks where it begins: its key, or itself."""
    if isinstance(node, yaml.MappingNode):
        pairs = [(key, value) for key, value in node.value if key.value == step]
        return pairs[-1] if pairs else None
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None


def _position(node: yaml.Node) -> tuple[int, int]:
    return node.start_mark.line + 1, node.start_mark.column + 1


def _find(root: yaml.Node, location: Location) -> tuple[yaml.Node, Location]:
    """The deepest node on the way to `location`, and that way without steps that are not data."""
    mark, node, way = root, root, ()
    for step in location:
        if found := _child(node, step):
            mark, node = found
            way += (step,)
    return mark, way


def _where(data: Any, location: Location) -> str:
    """`issues[slow-support].checklist.today[2].text.en`: indices named by id where there is one."""
    words = ""
    for step in location:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(step, int):
            id = data.get("id") if isinstance(data, dict) else None
            words += f"[{id if isinstance(id, str) else step}]"
        else:
            words += f".{step}" if words else str(step)
    return words or "file"


# Words for faults ----------------------------------------------------------------------------


def _syntax_fault(error: yaml.MarkedYAMLError, shown_as: str) -> Fault:
    mark = error.problem_mark or error.context_mark
    problem = " ".join(filter(None, (error.context, error.problem)))
    mend = "check the indentation, quotes and colons of this line and the one above"
    return Fault(shown_as, mark.line + 1, mark.column + 1, "YAML", f"cannot be read ({problem}); {mend}")


def _told(error: ValidationError) -> list[dict[str, Any]]:
    """Pydantic's error details, without those of texts that are made of another with the same fault, and without lists
    called empty because their only entry has a fault."""
    details = error.errors(include_url=False)
    details = [each for each in details if not set(MADE) & set(each["loc"])] or details
    inside = {each["loc"][:length] for each in details for length in range(len(each["loc"]))}
    return [each for each in details if each["type"] != "too_short" or each["loc"] not in inside]


def _model_fault(details: dict[str, Any], data: Any, root: yaml.Node, shown_as: str) -> Fault:
    location: Location = details["loc"]
    mark, way = _find(root, location)
    if details["type"] == "missing":
        way = (*way, location[-1])
    return Fault(shown_as, *_position(mark), _where(data, way), say(details))


def say(details: dict[str, Any]) -> str:
    """What is wrong and what to do, for one of pydantic's error details."""
    kind, given, allowed = details["type"], details["input"], details.get("ctx", {})
    name = details["loc"][-1] if details["loc"] else ""
    match kind:
        case "missing" if name in WRITTEN:
            return f"has no text in “{name}”; add `{name}:` (a text is written in every language)"
        case "missing":
            return f"is missing; add `{name}:`"
        case "extra_forbidden" | "invalid_key":
            return "is not a key that belongs here; check its spelling, or take it out"
        case "string_type" if given is None:
            return "is empty; write the text"
        case "string_type" if isinstance(given, bool | int | float | _Misread):
            return f"was read as {given!r}, not as text; put it in quotes"
        case "string_type":
            return "must be one text, not a list or mapping"
        case "string_too_short":
            return "is empty; write the text"
        case "string_pattern_mismatch":
            return f"is “{given}”; {_PATTERNS.get(allowed['pattern'], 'must match ' + allowed['pattern'])}"
        case "literal_error":
            return f"is {given!r}; must be {allowed['expected']}"
        case "too_short":
            return "must have at least one entry"
        case "too_long":
            return f"has {allowed['actual_length']} entries; {allowed['max_length']} at most"
        case "tuple_type":
            return "must be a list; begin each entry with `- `"
        case "model_type" | "model_attributes_type" | "dict_type":
            return "must have keys of its own (`key: value` lines), not a bare value"
        case "bool_type":
            return f"is {given!r}; must be true or false"
        case "int_type" if isinstance(given, _Misread):
            return f"is {given.written}, which YAML reads as {given.number}; write a plain whole number"
        case "int_type" | "greater_than":
            return f"is {given!r}; must be a whole number above 0, without quotes"
        case "value_error":
            return str(allowed["error"])
    return f"{details['msg']}"


_PATTERNS = {
    r"\S": "it holds only spaces; write the text",
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "an id is lower-case letters and digits in words joined by “-”",
    r"^https://[^\s/]+\.[^\s]+$": "an address begins with https:// and holds no space",
    r"^[+(]?[0-9][0-9 ()-]*$": "a phone number is digits, spaces, brackets and “-”, perhaps after a “+”",
    r"^https?://[^\s/]+\.[^\s]+$": "an address begins with https:// or http:// and holds no space",
    r"^[^\s@]+@[^\s@]+\.[^\s@]+$": "an e-mail address is like name@site.example",
    r"^L\d+(-[A-Z]+)?$": "a letter's code is like L1 or L4-ID",
}
