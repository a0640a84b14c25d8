"""A built site's assets: fetched once for all languages, and named by what is in them."""

import re
import shutil
from pathlib import Path

import pytest

from macros.publish.assets import lay_out_assets
from macros.publish.joined import LIGHT
from tests.conftest import ROOT

FILES = {
    "index.html": '<script src="./assets/js/page/early.js"></script><link href="./assets/css/index.css">'
    '<script type="module" src="./assets/js/guide.js"></script>',
    "assets/css/index.css": '/* All */\n@import url("base.css");\n@import url("more.css");\n',
    "assets/css/base.css": "p { color: red; }\n",
    "assets/css/more.css": "p { color: blue; }\n",
    "assets/js/guide.js": 'import "./kept/store.js";\n',
    "assets/js/kept/store.js": "export const store = {};\n",
    "assets/js/page/early.js": "listen();\n",
    "assets/images/mark.svg": "<svg/>",
    "assets/desk.zh.json": '"zh"',
    "assets/searched.zh.json": "[]",
    "en/index.html": '<link href="./../assets/css/index.css">'
    '<script type="module" src="./../assets/js/guide.js"></script>',
    "en/assets/images/mark.svg": "<svg/>",
    "en/assets/desk.en.json": '"en"',
    "en/assets/searched.en.json": "[]",
}


def laid_out(site: Path, **changed: str) -> Path:
    """A site with those files and changes, laid out; gives the folder of our assets."""
    for name, text in (FILES | changed).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    lay_out_assets(site, {"en": "en/"})
    (folder,) = site.glob("assets/guide-*")
    return folder


def test_every_language_loads_its_assets_from_one_place(tmp_path: Path):
    folder = laid_out(tmp_path)
    assert not (tmp_path / "en/assets").exists()
    assert sorted(path.name for path in folder.iterdir()) == [
        "css",
        "desk.en.json",
        "desk.zh.json",
        "js",
        "searched.en.json",
        "searched.zh.json",
    ]
    for page, way in (("index.html", "./"), ("en/index.html", "./../")):
        assert (tmp_path / page).read_text("utf-8") == FILES[page].replace(f"{way}assets", f"{way}assets/{folder.name}")
    assert (tmp_path / "assets/images/mark.svg").is_file()


def test_the_stylesheets_become_one_in_their_order(tmp_path: Path):
    folder = laid_out(tmp_path)
    assert [path.name for path in (folder / "css").iterdir()] == ["index.css"]
    joined = (folder / "css/index.css").read_text("utf-8")
    assert "@import" not in joined
    assert joined.index("red") < joined.index("blue")


WITH_ELEMENTS = {
    "assets/js/guide.js": 'const ON_SOME_PAGES = {\n  "my-one": "./one.js",\n  "my-two": "./two.js",\n};\n',
    "assets/js/one.js": 'import { shared } from "./shared.js";\n',
    "assets/js/two.js": 'import { shared } from "./shared.js";\n',
    "assets/js/shared.js": f"// {'x' * LIGHT}\nexport const shared = 1;\n",
}


@pytest.mark.parametrize(
    ("standing", "files"),
    [
        ("<my-two></my-two>", ["shared.js", "two.js"]),
        ('<my-one class="a"></my-one><p>my-two</p>', ["shared.js", "one.js"]),
        ("<my-one></my-one><my-two>", ["shared.js", "one.js", "two.js"]),
        ("<template><my-one></my-one></template>", []),
        ("<template><template></template><my-one></my-one></template><my-two>", ["shared.js", "two.js"]),
        ("<my-one-and-only>", []),
    ],
)
def test_a_page_names_from_the_start_what_its_elements_need(tmp_path: Path, standing: str, files: list[str]):
    page = f'<script type="module" src="./../assets/js/guide.js"></script>{standing}'
    folder = laid_out(tmp_path, **WITH_ELEMENTS, **{"en/index.html": page})
    links = re.findall(r'<link rel="modulepreload" href="\./\.\./([^"]*)">', (tmp_path / "en/index.html").read_text())
    assert links == [f"assets/{folder.name}/js/{name}" for name in files]
    assert all((tmp_path / link).is_file() for link in links)


def test_every_element_of_the_guides_table_is_named_to_pages(tmp_path: Path):
    shutil.copytree(ROOT / "overrides/assets", tmp_path / "assets")
    table = re.search(r"ON_SOME_PAGES = \{(.*?)\}", (tmp_path / "assets/js/guide.js").read_text("utf-8"), re.DOTALL)[1]
    elements = re.findall(r'([\w-]+)"?:', table)
    for element in elements:
        page = f'<script type="module" src="assets/js/guide.js"></script><{element}>'
        (tmp_path / f"{element}.html").write_text(page, "utf-8")
    lay_out_assets(tmp_path, {})
    assert elements
    for element in elements:
        assert "modulepreload" in (tmp_path / f"{element}.html").read_text("utf-8"), element


def test_what_is_sent_has_no_comments(tmp_path: Path):
    folder = laid_out(tmp_path, **{"assets/js/page/early.js": "/* Early */\nlisten();\n"})
    assert (folder / "js/page/early.js").read_text("utf-8") == "listen();"
    assert "All" not in (folder / "css/index.css").read_text("utf-8")


@pytest.mark.parametrize("name", ["assets/css/more.css", "assets/js/kept/store.js", "en/assets/desk.en.json"])
def test_the_folder_has_another_name_when_anything_of_ours_changes(tmp_path: Path, name: str):
    names = [
        laid_out(tmp_path / place, **changes).name for place, changes in (("a", {}), ("b", {}), ("c", {name: "!"}))
    ]
    assert names[0] == names[1] != names[2]


def test_a_stylesheet_that_is_not_there_stops_the_build(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"gone\.css"):
        laid_out(tmp_path, **{"assets/css/index.css": '@import url("gone.css");\n'})
