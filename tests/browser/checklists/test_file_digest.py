"""fingerprint.js: the SHA-256 of a file, as any other program computes it."""

import hashlib
import re

import pytest

from tests.browser.modules import Module, OpenModule

FINGERPRINT = """
async ({ sha256 }, { unit, times }) => {
  const shares = [];
  const hash = await sha256(new Blob([unit.repeat(times)]), (share) => shares.push(share));
  return { hash, shares };
}
"""


@pytest.fixture(scope="module")
def fingerprint(open_module: OpenModule) -> Module:
    return open_module("checklists/file-digest.js")


@pytest.mark.parametrize(
    ("unit", "times", "expected"),
    [
        # The examples of NIST: the empty message, one block, two blocks, a million letters.
        ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            1,
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
        ),
        ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ],
)
def test_the_published_examples(fingerprint: Module, unit: str, times: int, expected: str):
    assert fingerprint.run(FINGERPRINT, {"unit": unit, "times": times})["hash"] == expected


def test_a_large_file_is_read_in_steps_up_to_the_end(fingerprint: Module):
    got = fingerprint.run(FINGERPRINT, {"unit": "0123456789abcdef", "times": 500_000})
    assert got["hash"] == hashlib.sha256(b"0123456789abcdef" * 500_000).hexdigest()
    assert got["shares"] == sorted(got["shares"])
    assert len(got["shares"]) > 1
    assert got["shares"][-1] == 1


def test_progress_need_not_be_watched(fingerprint: Module):
    got = fingerprint.run("({ sha256 }) => sha256(new Blob(['abc']))")
    assert re.fullmatch("[0-9a-f]{64}", got)


def test_a_file_over_100_mb_is_refused_before_it_is_read(fingerprint: Module):
    refused = fingerprint.run("""
        async ({ sha256 }) => {
          const unread = { size: 100 * 1024 * 1024 + 1, stream: () => { throw new Error("was read"); } };
          return sha256(unread).catch((error) => [error instanceof RangeError, error.code]);
        }
    """)
    assert refused == [True, "too-big"]


def test_a_file_of_100_mb_is_hashed(fingerprint: Module):
    got = fingerprint.run("({ sha256, LARGEST }) => sha256(new Blob([new Uint8Array(LARGEST)]))")
    assert got == hashlib.sha256(bytes(100 * 1024 * 1024)).hexdigest()
