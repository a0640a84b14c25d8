"""zip.js: archives that other programs open without a complaint."""

import base64
import io
import zipfile
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.browser.modules import Module, OpenModule

ZIP = """
async ({ zip }, { files, when }) => {
  const decode = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const blob = zip(files.map(([name, data]) => ({ name, data: decode(data) })), new Date(when));
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return [blob.type, btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))];
}
"""

NOON = "2026-11-20T12:34:56Z"


@pytest.fixture(scope="module")
def zips(open_module: OpenModule) -> Module:
    return open_module("letters/zip.js")


def zipped(zips: Module, files: dict[str, bytes], when: str = NOON) -> bytes:
    listed = [[name, base64.b64encode(data).decode()] for name, data in files.items()]
    media_type, data = zips.run(ZIP, {"files": listed, "when": when})
    assert media_type == "application/zip"
    return base64.b64decode(data)


def opened(data: bytes) -> zipfile.ZipFile:
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    return archive


def test_the_published_checksum(zips: Module):
    crc = zips.run("({ crc32 }) => ['', '123456789'].map((text) => crc32(new TextEncoder().encode(text)))")
    assert crc == [0, 0xCBF43926]


def test_names_order_and_contents_are_kept(zips: Module):
    files = {"[Content_Types].xml": b"<x/>", "信/投诉.txt": "您好".encode(), "empty": b"", "all": bytes(range(256))}
    archive = opened(zipped(zips, files))
    assert archive.namelist() == list(files)
    assert {name: archive.read(name) for name in files} == files
    assert {info.compress_type for info in archive.infolist()} == {zipfile.ZIP_STORED}


def test_an_archive_of_nothing_opens(zips: Module):
    assert opened(zipped(zips, {})).namelist() == []


@pytest.mark.parametrize(
    ("when", "stored"),
    [
        (NOON, (2026, 11, 20, 12, 34, 56)),
        ("2026-11-20T23:59:59Z", (2026, 11, 20, 23, 59, 58)),
        ("1970-01-01T00:00:00Z", (1980, 1, 1, 0, 0, 0)),
        ("2200-01-01T00:00:00Z", (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_the_time_is_stored_as_far_as_the_format_can(zips: Module, when: str, stored: tuple):
    assert opened(zipped(zips, {"a": b""}, when)).infolist()[0].date_time == stored


def test_the_same_files_at_the_same_time_are_the_same_bytes_everywhere(open_module: OpenModule):
    zones = ("Asia/Shanghai", "America/New_York")
    archives = {zipped(open_module("letters/zip.js", timezone_id=zone), {"a": b"1", "b": b"2"}) for zone in zones}
    assert len(archives) == 1


@given(st.dictionaries(st.text(st.characters(exclude_characters="\0", codec="utf-8"), min_size=1), st.binary()))
def test_any_files_come_out_as_they_went_in(zips: Module, files: dict[str, bytes]):
    archive = opened(zipped(zips, files))
    assert [archive.read(info) for info in archive.infolist()] == list(files.values())
    assert [info.CRC for info in archive.infolist()] == [zlib.crc32(data) for data in files.values()]
    assert [info.orig_filename for info in archive.infolist()] == list(files)
