"""The last step takes the pages of any engine, once, and says what a folder lacks."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.model.guide import Guide
from macros.model.languages import LANGUAGES, folder_of
from macros.publish import Settings, copies, publish, settings_in
from macros.publish.cache import Cache
from macros.publish.finished import article_of, described, name_of, pages_of, parsed
from macros.publish.policy import allow_scripts_of_theme
from tests.conftest import ROOT

ADDRESS = "https://guide.example/sub/"
SETTINGS = Settings(ADDRESS, offline=True)
# As different as engines write it: attributes without quotes, tags in capitals, ends left out.
PAGE = """<!doctype HTML><html lang={language}><HEAD>
<meta http-equiv=Content-Security-Policy content="script-src 'self'; style-src 'self'">
<link rel=canonical href={address}><meta property=og:title content="{title}"><meta name=description content=Short>
<link rel=alternate type=text/markdown href={address}index.md><script>theme()</script>
<link rel="stylesheet" href="assets/css/index.css"></HEAD>
<body><nav>投诉</nav><article><h1>{title}</h1><p>先追回, or recall<script>author()</script></article>
<script src=x.js></script>"""
FILES = {
    "assets/css/index.css": "p { color: red; }\n",
    "assets/js/guide.js": "",
    "assets/js/page/early.js": "",
    "en/assets/css/index.css": "",
    "zh-hant/assets/css/index.css": "",
    "en/robots.txt": "",
}


def page(language: str, address: str, title: str = "Lost") -> str:
    return PAGE.format(language=language, address=address, title=title)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The pages of all languages, as an engine leaves them."""
    pages = {
        f"{start}{place}index.html": page(language, f"{ADDRESS}{start}{place}")
        for language, start in ((language, folder_of(language)) for language in LANGUAGES)
        for place in ("", "issues/lost/", "issues/slow/", "about/")
    }
    for name, text in (FILES | pages).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where copies are kept from one time to the next."""
    return tmp_path_factory.mktemp("kept")


def test_a_page_of_any_engine_becomes_one_for_readers(folder: Path, small: Guide, kept: Path):
    publish(folder, small, SETTINGS, kept)
    tree = parsed((folder / "en/issues/lost/index.html").read_text("utf-8"))
    article = article_of(tree)

    assert article.css_first("a.term").attributes["href"] == "../../glossary/#recall"
    assert not tree.css("nav a")
    assert article.css_first(".page-end share-page")
    assert '"@id":"https://guide.example/sub/en/issues/lost/"' in article.html
    assert (folder / "en/issues/lost/index.md").read_text("utf-8").startswith("# Lost\n")
    assert "https://guide.example/sub/en/issues/lost/index.md" in (folder / "en/llms.txt").read_text("utf-8")
    assert '"en/issues/lost/"' in (folder / "sw.js").read_text("utf-8")
    assert list(folder.glob("assets/guide-*/desk.en.json"))
    assert not (folder / "en/robots.txt").exists()


def test_the_theme_may_run_its_inline_scripts_and_no_author(folder: Path):
    tree = parsed((folder / "index.html").read_text("utf-8"))
    allow_scripts_of_theme(tree)
    digest = "Rfr3GgHZFiXm+TmNr+li+0sZ4J9FGllo8jsXcJF5XZ8="
    assert f"content=\"script-src 'self' 'sha256-{digest}'; style-src 'self'\"" in tree.html


def test_a_folder_that_is_published_is_refused_and_left_as_it_is(folder: Path, small: Guide, kept: Path):
    publish(folder, small, SETTINGS, kept)
    before = files_of(folder)
    with pytest.raises(ValueError, match=r"is published already .* build its pages anew first"):
        publish(folder, small, SETTINGS, kept)
    assert files_of(folder) == before


def test_a_folder_without_a_language_is_refused(folder: Path, small: Guide, kept: Path):
    (folder / "en/index.html").unlink()
    with pytest.raises(ValueError, match=r"en/index\.html is missing; build the pages of en first"):
        publish(folder, small, SETTINGS, kept)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("article>", "div>", r"about/index\.html: has no <article>"),
        ("http-equiv", "name", r"about/index\.html: has no content policy"),
        ("og:title", "og:site", r"about/index\.html: has no meta\[property=.og:title"),
        (ADDRESS, "https://other.example/", r"about/index\.html: stands at https://other\.example/.*GUIDE_URL"),
    ],
)
def test_a_page_that_cannot_be_finished_is_named(folder: Path, small: Guide, kept: Path, old: str, new: str, what: str):
    about = folder / "about/index.html"
    about.write_text(about.read_text("utf-8").replace(old, new), "utf-8")
    with pytest.raises(ValueError, match=what):
        publish(folder, small, SETTINGS, kept)


def test_a_page_without_an_address_is_no_page_of_the_guide():
    assert described(parsed("<html><head></head><body><article>Lost</article>"), "404") is None


def test_a_page_is_named_by_its_file(tmp_path: Path):
    files = ["index.html", "where/index.html", "about.html", "about/sources.html"]
    assert [name_of(tmp_path / file, tmp_path) for file in files] == ["index", "where", "about", "about/sources"]


def test_each_page_belongs_to_one_language(folder: Path):
    both = [path.relative_to(folder).as_posix() for language in LANGUAGES for path in pages_of(folder, language)]
    assert len(both) == len(set(both)) == 12
    assert [path.startswith("en/") for path in both] == [False] * 8 + [True] * 4
    assert [path.startswith("zh-hant/") for path in both] == [False] * 4 + [True] * 4 + [False] * 4


def test_the_settings_are_those_of_mkdocs(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GUIDE_URL", ADDRESS)
    assert settings_in(ROOT / "mkdocs.yml") == Settings(ADDRESS, offline=True, directories=True)


def test_with_what_is_kept_from_the_last_time_the_site_is_the_same_to_the_byte(
    folder: Path, small: Guide, kept: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
):
    again = shutil.copytree(folder, tmp_path_factory.mktemp("again") / "site")
    publish(folder, small, SETTINGS, kept)
    monkeypatch.setattr(copies, "as_markdown", lambda *of: pytest.fail("worked out again"), raising=True)
    publish(again, small, SETTINGS, kept)
    assert files_of(again) == files_of(folder)


def test_what_has_changed_is_worked_out_anew_and_nothing_old_is_kept(tmp_path: Path):
    maker = tmp_path / "maker.py"
    maker.write_text("1", "utf-8")

    def said(words: str, make: Callable[[str], str]) -> str:
        cache = Cache(tmp_path / "kept", [maker])
        text = cache.text(make, words)
        cache.tidy()
        return text

    assert said("a", str.upper) == "A"
    assert said("b", str.upper) == "B"
    assert len(list((tmp_path / "kept").iterdir())) == 1
    maker.write_text("2", "utf-8")
    (tmp_path / "kept").joinpath(*(path.name for path in (tmp_path / "kept").iterdir())).write_text("old", "utf-8")
    assert said("b", str.upper) == "B"


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
