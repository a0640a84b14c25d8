"""Each Chinese edition in its own characters: what is in the other’s is marked as quoted."""

import re
from pathlib import Path

import opencc
import pytest
from selectolax.lexbor import LexborHTMLParser

from macros.checks.load import CONFIGS, DATA_FILE, read
from macros.model.languages import EDITIONS, LANGUAGES, MADE, Language
from macros.model.settings import settings_of
from macros.publish.finished import pages_of
from tests.conftest import ROOT

SIMPLER, FULLER = opencc.OpenCC("t2s").convert, opencc.OpenCC("s2t").convert
HAN = [chr(point) for point in range(0x3400, 0xA000)]
# What readers of the other script type too, to be found by it; and what an edition calls the other.
SEARCHED = re.compile(r' data-(?:names|zh|zh-hant)="[^"]*"')


def encodes(character: str, encoding: str) -> bool:
    try:
        return bool(character.encode(encoding))
    except UnicodeEncodeError:
        return False


# Names and menus in Japanese, which has characters of both.
JAPANESE = re.compile(
    r"[\u3040-\u30ff\u4e00-\u9fff]*[\u3040-\u30ff][\u3040-\u30ff\u4e00-\u9fff]*"
    r"|日本資金決済業協会|資金決済法|個人情報設定"
)
# A character that OpenCC turns, and that no old encoding of the other script has: 后 and 里 are in both.
FOREIGN = {
    "Hant": {each for each in HAN if FULLER(each) != each and not encodes(each, "big5")},
    "Hans": {each for each in HAN if SIMPLER(each) != each and not encodes(each, "gb2312")},
}


@pytest.mark.parametrize("language", [code for code in LANGUAGES if EDITIONS[code].script in FOREIGN])
def test_no_page_has_characters_of_the_other_script_but_where_it_quotes(site: Path, language: Language):
    foreign = re.compile(f"[^<>\n]{{0,12}}[{''.join(FOREIGN[EDITIONS[language].script])}][^<>\n]{{0,6}}")
    others = [code for code in LANGUAGES if code != language]
    marked = ", ".join(f'[lang="{lang}"]' for code in others for lang in {code, EDITIONS[code].lang})
    found = set()
    for path in pages_of(site, language):
        if path.name == "404.html":
            continue
        tree = LexborHTMLParser(path.read_text("utf-8"))
        for quoted in tree.css(f"{marked}, script"):
            quoted.decompose()
        found |= {
            f"{path.relative_to(site)}: {each}"
            for each in foreign.findall(JAPANESE.sub("", SEARCHED.sub("", tree.html)))
        }
    assert sorted(found) == []


def test_the_lists_of_characters_tell_the_scripts_apart():
    assert {"们", "发", "账", "国"} <= FOREIGN["Hant"]
    assert {"們", "發", "帳", "國"} <= FOREIGN["Hans"]
    assert not FOREIGN["Hant"] & {"后", "里", "只", "余", "台", "面", "干"}


@pytest.mark.parametrize("language", MADE)
def test_what_is_written_beside_the_pages_is_what_would_be_made(language: Language):
    table = read(ROOT / DATA_FILE, DATA_FILE).guide.traditional
    own, source = settings_of(ROOT / CONFIGS[language]), settings_of(ROOT / CONFIGS[EDITIONS[language].made_from])
    for name in ("site_name", "site_description", "copyright"):
        assert own[name] == table.of(source[name]), f"{CONFIGS[language]}: {name}"
    lost = {code: ROOT / f"overrides/partials/lost-{code}.html" for code in (language, EDITIONS[language].made_from)}
    made = table.of(lost[EDITIONS[language].made_from].read_text("utf-8"))
    assert lost[language].read_text("utf-8") == made, f"{lost[language].name}: it would be: {made}"


def test_the_version_of_the_dictionaries_is_pinned():
    assert re.search(r"^opencc==[\d.]+$", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
