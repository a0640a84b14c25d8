"""A built site's assets: fetched once for all languages, and named by what is in them."""

from pathlib import Path

import pytest

from macros.publish.assets import lay_out_assets

FILES = {
    "index.html": '<script src="./assets/js/page/page-change.js"></script><link href="./assets/css/index.css">'
    '<script src="./assets/js/guide.js"></script>',
    "assets/css/index.css": '/* All */\n@import url("base.css");\n@import url("more.css");\n',
    "assets/css/base.css": "p { color: red; }\n",
    "assets/css/more.css": "p { color: blue; }\n",
    "assets/js/guide.js": 'import "./kept/store.js";\n',
    "assets/js/kept/store.js": "export const store = {};\n",
    "assets/images/mark.svg": "<svg/>",
    "assets/desk.zh.json": '"zh"',
    "assets/searched.zh.json": "[]",
    "en/index.html": '<link href="./../assets/css/index.css"><script src="./../assets/js/guide.js"></script>',
    "en/assets/images/mark.svg": "<svg/>",
    "en/assets/desk.en.json": '"en"',
    "en/assets/searched.en.json": "[]",
}


def laid_out(site: Path, **changed: str) -> Path:
    """A site with those files and changes, laid out; gives the folder of our assets."""
    for name, text in (FILES | changed).items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    lay_out_assets(site, ["en"])
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


@pytest.mark.parametrize("name", ["assets/css/more.css", "assets/js/kept/store.js", "en/assets/desk.en.json"])
def test_the_folder_has_another_name_when_anything_of_ours_changes(tmp_path: Path, name: str):
    names = [
        laid_out(tmp_path / place, **changes).name for place, changes in (("a", {}), ("b", {}), ("c", {name: "!"}))
    ]
    assert names[0] == names[1] != names[2]


def test_a_stylesheet_that_is_not_there_stops_the_build(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match=r"gone\.css"):
        laid_out(tmp_path, **{"assets/css/index.css": '@import url("gone.css");\n'})
