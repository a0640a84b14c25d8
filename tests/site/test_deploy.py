"""Those who host the guide themselves send what the other hosts send."""

import re
import shutil
import subprocess
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tools.bench.server import header_rules


@pytest.fixture(scope="module")
def nginx() -> str:
    return (ROOT / "deploy/nginx.conf").read_text("utf-8")


def added(config: str) -> dict[str, str]:
    """The headers that a part of nginx's configuration adds."""
    return {name: value.strip('"') for name, value in re.findall(r"add_header (\S+) (.+) always;", config)}


def test_every_page_has_the_same_headers_from_nginx_and_from_headers_file(nginx: str):
    for_all = next(rule.headers for rule in header_rules(ROOT / "overrides") if rule.path == "/*")
    files, pages, data = re.split(r"location ~ \S+ {", nginx)
    assert added(pages) == for_all | {"Cache-Control": "$guide_cache"}
    assert added(files).items() < added(pages).items()
    assert added(data) == added(files) | {"Access-Control-Allow-Origin": "*"}


def test_scripts_of_other_sites_may_read_the_open_data_and_nothing_else():
    open_to_all = [
        rule.path for rule in header_rules(ROOT / "overrides") if "Access-Control-Allow-Origin" in rule.headers
    ]
    assert open_to_all == ["/guide.json", "/guide.schema.json"]


@pytest.mark.parametrize("address", ["/guide.json", "/guide.schema.json", "/sub/path/guide.json"])
def test_nginx_knows_the_open_data_by_its_address(nginx: str, address: str):
    *_, data = re.findall(r"location ~ (\S+) {", nginx)
    assert re.search(data, address)
    assert not re.search(data, "/assets/other-guide.jsonx")


def test_what_browsers_may_keep_for_a_year_is_named_by_what_is_in_it(site: Path):
    for_ever = [rule.path for rule in header_rules(site) if "immutable" in rule.headers.get("Cache-Control", "")]
    files = [f"/{file.relative_to(site).as_posix()}" for file in site.rglob("*") if file.is_file()]
    kept = [file for file in files if any(fnmatchcase(file, path) for path in for_ever)]
    assert kept
    assert [file for file in kept if not re.search(r"/guide-[0-9a-f]{12}/|\.[0-9a-f]{8}\.min\.", file)] == []


def test_what_hosts_and_robots_read_stands_at_the_root_alone(site: Path):
    for name in ("_headers", "robots.txt"):
        assert [path.relative_to(site).as_posix() for path in site.rglob(name)] == [name]


def test_every_kind_of_file_of_the_site_has_a_type_in_nginx(nginx: str, site: Path):
    typed = {ending for line in re.search(r"types \{(.+?)\}", nginx, re.S)[1].split(";") for ending in line.split()[1:]}
    found = {file.suffix.lstrip(".") for file in site.rglob("*") if file.is_file() and file.suffix}
    assert found - typed <= {"gz"}, "name their types in deploy/nginx.conf"


@pytest.mark.skipif(shutil.which("gzip") is None, reason="deploy/compress needs gzip")
def test_compress_puts_a_copy_beside_texts_only(tmp_path: Path):
    (tmp_path / "page.html").write_text("word " * 200, "utf-8")
    (tmp_path / "picture.png").write_bytes(b"\x00" * 1000)
    subprocess.run([ROOT / "deploy/compress", tmp_path], check=True)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["page.html", "page.html.gz", "picture.png"]
