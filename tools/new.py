"""`make region ID=de`, `make wallet ID=…`, `make issue ID=…`: everything that a new one needs, still to be written.

In the data file what is to be written is empty, and in a page it is a line of `…`. Neither can be published: the build
stops, and lists each of them with its line. For a region that the data file has already, `make region` writes the pages
that are still missing, with its name in them.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import jinja2

from macros.checks.load import read
from macros.checks.pages import UNWRITTEN
from macros.model.checklists import PHASES
from macros.model.languages import WRITTEN

ROOT = Path(__file__).parents[1]
DATA = "docs/guide.yml"
EVIDENCE = "evidence"

_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_STUBS = jinja2.Environment(
    loader=jinja2.FileSystemLoader(Path(__file__).parent / "stubs"),
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    keep_trailing_newline=True,
)


def region(root: Path, id: str) -> list[str]:
    """Write the stubs of a region into the tree at `root`; gives the names of the files."""
    return [
        _append(root, DATA, "regions", _stub("region.yml", id)),
        _create(root, f"{EVIDENCE}/regions/{id}.yml", _stub("region_read.yml", id)),
        *region_pages(root, id),
    ]


def region_pages(root: Path, id: str, names: Mapping[str, str | None] = MappingProxyType({})) -> list[str]:
    """Write the pages of a region that are not there; `names` has its name in each language, as far as it is known."""
    return [
        _create(root, page, _stub(f"region_page.{language}.md", id, name=names.get(language)))
        for language in WRITTEN
        if not (root / (page := f"docs/{language}/where/{id}.md")).exists()
    ]


def wallet(root: Path, id: str) -> list[str]:
    """Write the stubs of a wallet into the tree at `root`; gives the names of the files."""
    return [
        _append(root, DATA, "providers", _stub("wallet.yml", id)),
        _create(root, f"{EVIDENCE}/wallets/{id}.yml", _stub("wallet_read.yml", id)),
    ]


def issue(root: Path, id: str) -> list[str]:
    """Write the stubs of an issue into the tree at `root`; gives the names of the files."""
    return [
        _append(root, DATA, "issues", _stub("issue.yml", id)),
        _after_the_last_issue(root, DATA, id),
        _after_the_last_issue(root, "mkdocs.yml", f"{id}.md"),
        *(
            _create(root, f"docs/{language}/{kind}/{id}.md", outline(_pages(root, language, kind), id))
            for language in WRITTEN
            for kind in ("issues", "paper")
        ),
    ]


def outline(pages: dict[str, str], id: str) -> str:
    """The most typical of `pages` (Markdown by issue) for the issue `id`: a line of `…` for what is not in most."""
    blocks = [text.strip().replace(issue, id).split("\n\n") for issue, text in pages.items()]
    found_in = Counter(block for page in blocks for block in set(page))
    usual = {block for block, times in found_in.items() if 2 * times > len(pages)}
    outline: list[str] = []
    for block in max(blocks, key=lambda page: len(usual.intersection(page))):
        left = block if block in usual else _emptied(block)
        if left != UNWRITTEN or outline[-1] != UNWRITTEN:
            outline.append(left)
    return "\n\n".join(outline) + "\n"


def _emptied(block: str) -> str:
    """Front matter or a heading without its words; of anything else nothing but `…`."""
    if block.startswith("---"):
        return re.sub("(?m)^description:.*", f"description: {UNWRITTEN}", block)
    heading = re.fullmatch(r"(#+ ).*?( \{ #[\w-]+ \})", block)
    return f"{heading[1]}{UNWRITTEN}{heading[2]}" if heading else UNWRITTEN


def _stub(template: str, id: str, **values: str | None) -> str:
    text = ", ".join(f"{language}: " for language in WRITTEN)
    lists = ", ".join(f"{language}: []" for language in WRITTEN)
    return _STUBS.get_template(template).render(
        id=id, text=f"{{{text}}}", lists=f"{{{lists}}}", phases=PHASES, unwritten=UNWRITTEN, **values
    )


def _pages(root: Path, language: str, kind: str) -> dict[str, str]:
    return {page.stem: page.read_text("utf-8") for page in sorted((root / "docs" / language / kind).glob("*.md"))}


def _append(root: Path, name: str, key: str, entry: str) -> str:
    """Write `entry` at the end of what stands under the top-level `key` of a YAML file."""

    def written(text: str) -> str:
        start = re.search(rf"^{key}:\n", text, re.MULTILINE).end()
        following = re.compile(r"^\S", re.MULTILINE).search(text, start)
        end = len(text[: following.start() if following else None].rstrip()) + 1
        return text[:end] + entry + text[end:]

    return _rewrite(root, name, written)


def _after_the_last_issue(root: Path, name: str, line: str) -> str:
    """Write a line like the last that names a page of an issue, after it."""

    def written(text: str) -> str:
        last = [*re.finditer(r"^( +- issues/)[\w.-]+\n", text, re.MULTILINE)][-1]
        return f"{text[: last.end()]}{last[1]}{line}\n{text[last.end() :]}"

    return _rewrite(root, name, written)


def _rewrite(root: Path, name: str, written: Callable[[str], str]) -> str:
    path = root / name
    path.write_text(written(path.read_text("utf-8")), "utf-8")
    return name


def _create(root: Path, name: str, text: str) -> str:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")
    return name


def _taken(root: Path, id: str) -> bool:
    return bool(re.search(rf'^  - id: "?{id}"?$', (root / DATA).read_text("utf-8"), re.MULTILINE))


def _without_pages(root: Path, id: str) -> dict[str, str | None] | None:
    """The names of a region that the data file has, but that lacks a page; None of any other thing."""
    if all((root / f"docs/{language}/where/{id}.md").exists() for language in WRITTEN):
        return None
    guide = read(root / DATA, DATA).guide
    return guide.region[id].name.model_dump() if guide and id in guide.region else None


def main(kinds: dict[str, Callable[[Path, str], list[str]]], arguments: list[str]) -> None:
    match arguments:
        case [kind, id] if kind in kinds and _SLUG.fullmatch(id):
            if kind == "region" and (names := _without_pages(ROOT, id)):
                print(*region_pages(ROOT, id, names), sep="\n")
                return
            if _taken(ROOT, id):
                sys.exit(f"{DATA} has an entry “{id}” already; ids are permanent, so choose another")
            print(*dict.fromkeys(kinds[kind](ROOT, id)), sep="\n")
            print("`make build` lists what is still to be written in them.")
        case _:
            kind = next((kind for kind in kinds if kind in arguments), "region")
            sys.exit(f"Say which: make {kind} ID=its-id (lower-case letters and digits in words joined by “-”)")


if __name__ == "__main__":
    main({"region": region, "wallet": wallet, "issue": issue}, sys.argv[1:])
