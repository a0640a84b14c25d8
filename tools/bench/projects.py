"""The projects that are measured: the guide with more issues, with long lists, and as bare Material has it."""

import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import jinja2
import yaml
from mkdocs.utils.yaml import yaml_load

from macros.checks.load import CONFIG, CONFIGS, DATA_FILE, read
from macros.model.checklists import PHASES
from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, MADE, MAIN
from macros.model.settings import settings_of
from macros.publish.prose import write_prose
from macros.render.macros import MACROS
from macros.render.view import View

_, *OTHER_CONFIGS = CONFIGS.values()


class Project(NamedTuple):
    """A folder, and the configurations that are built one after the other to make its site."""

    path: Path
    configs: tuple[str, ...] = (CONFIG,)

    @property
    def pages(self) -> int:
        return sum(1 for _ in self.path.glob("docs/*/**/*.md"))


def with_copies(guide: Path, to: Path, times: int) -> Project:
    """The guide with `times` as many issues: each anew, with its own items and its pages."""
    issues = _data(guide)["issues"]
    copies = [(_copy(issue, str(number)), issue["id"]) for number in range(2, times + 1) for issue in issues]
    return _with_issues(guide, to, copies)


def with_lists(guide: Path, to: Path, counts: Sequence[int]) -> Project:
    """The guide with a page for each of `counts`, on which exactly so many items can be ticked."""
    like = _data(guide)["issues"][0]
    return _with_issues(guide, to, [(_with_items(like, count), like["id"]) for count in counts])


def list_page(guide: Path, count: int) -> str:
    """The address of the page with `count` items, from the root of the site."""
    return f"issues/{_with_items(_data(guide)['issues'][0], count)['id']}/"


def bare(project: Project, to: Path) -> Project:
    """The pages of `project` as its macros render them, in Material with nothing of ours around it."""
    for page, text in rendered(project.path, read(project.path / DATA_FILE, DATA_FILE).guide):
        (to / page).parent.mkdir(parents=True, exist_ok=True)
        (to / page).write_text(text, "utf-8")
    config = _config(project.path)
    for ours in ("extra_css", "extra_javascript", "watch"):
        config.pop(ours, None)
    config["theme"].pop("custom_dir")
    config["plugins"].pop("macros")
    # Ours is no list, which Material's own header expects.
    config["extra"].pop("alternate")
    _write_yaml(to / CONFIG, config)
    for name in (*OTHER_CONFIGS, "jieba_user.txt"):
        shutil.copy(project.path / name, to)
    return Project(to, (CONFIG, *OTHER_CONFIGS))


def rendered(project: Path, guide: Guide) -> Iterator[tuple[Path, str]]:
    """Every page's path in the project and its Markdown after the macros."""
    pages = jinja2.Environment(undefined=jinja2.StrictUndefined)
    for language in LANGUAGES:
        if language in MADE:
            write_prose(project, guide, language)
        folder = project / settings_of(project / CONFIGS[language])["docs_dir"]
        for page in sorted(folder.rglob("*.md")):
            steps = page.relative_to(folder).with_suffix("").parts
            home = "./" if steps == ("index",) else "../" * len(steps)
            view = View(guide, language, home, home if language == MAIN else f"{home}../")
            macros = {macro.__name__: partial(macro, view) for macro in MACROS}
            yield page.relative_to(project), pages.from_string(page.read_text("utf-8")).render(macros)


def _copy(thing: Any, mark: str) -> Any:
    """A part of the data file anew, with a new id wherever it has one."""
    if isinstance(thing, dict):
        return {key: f"{part}-{mark}" if key == "id" else _copy(part, mark) for key, part in thing.items()}
    return [_copy(part, mark) for part in thing] if isinstance(thing, list) else thing


def _with_items(like: dict[str, Any], count: int) -> dict[str, Any]:
    issue = _copy(like, f"{count}-items")
    first, *others = PHASES
    checklist = issue["checklist"]
    for phase in others:
        del checklist[phase][1:]
    item = checklist[first][0]
    checklist[first] = [item | {"id": f"{item['id']}-{number}"} for number in range(count - len(others))]
    return issue


def _with_issues(guide: Path, to: Path, issues: Sequence[tuple[dict[str, Any], str]]) -> Project:
    """A copy of the guide with more issues, each given with the id of the one whose pages it takes."""
    shutil.copytree(guide, to)
    data, config = _data(guide), _config(guide)
    on_the_way = data["groups"][0]["situations"][0]
    aside = next(own for issue in data["issues"] for own in issue["situations"] if own.get("id") == on_the_way)["aside"]
    place = config["nav"].index(f"issues/{data['issues'][-1]['id']}.md") + 1
    config["nav"][place:place] = [f"issues/{issue['id']}.md" for issue, _ in issues]
    for issue, like in issues:
        data["issues"].append(issue)
        aside.extend(own["id"] for own in issue["situations"] if "id" in own)
        for page in guide.glob(f"docs/*/*/{like}.md"):
            text = page.read_text("utf-8").replace(like, issue["id"])
            (to / page.relative_to(guide)).with_stem(issue["id"]).write_text(text, "utf-8")
    _write_yaml(to / DATA_FILE, data)
    _write_yaml(to / CONFIG, config)
    return Project(to)


def _data(project: Path) -> dict[str, Any]:
    return yaml.load((project / DATA_FILE).read_text("utf-8"), Loader=yaml.CSafeLoader)


def _config(project: Path) -> dict[str, Any]:
    with (project / CONFIG).open(encoding="utf-8") as file:
        return yaml_load(file)


def _write_yaml(path: Path, data: Any) -> None:
    path.write_text(yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000), "utf-8")
