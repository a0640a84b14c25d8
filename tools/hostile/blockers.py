"""What the common lists of blockers take from a built site: EasyList, EasyPrivacy, AdGuard's and EasyList China.

They come from npm once, and are kept beside the sites that tests have built.
"""

import json
import re
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from typing import Any

from tests.built import ROOT, once
from tools.npm import AbsentError, npm

ENGINE, LISTS = "@ghostery/adblocker@2.18.2", "@adguard/dnr-rulesets@3.3.20260320140136"
"""What reads such lists, and the lists as they were on a day: a newer version brings newer ones."""
ASK = Path(__file__).with_name("blockers.mjs")
HERE = ROOT / ".pytest_cache/d/blockers"


@cache
def held_against(site: Path) -> dict[str, Any]:
    """The rule that blocks each file (`blocked`), and `selectors` that hide something; AbsentError without lists."""
    HERE.parent.mkdir(parents=True, exist_ok=True)
    asked = subprocess.run(("node", ASK, site), cwd=once(HERE, _install), capture_output=True, text=True)
    assert asked.returncode == 0, asked.stderr
    return json.loads(asked.stdout)


def _install(folder: Path) -> None:
    folder.mkdir()
    npm(folder, "install", "--no-save", "--prefix", ".", ENGINE)
    # Its files alone: what they are made with is no use here.
    with tarfile.open(folder / npm(folder, "pack", LISTS).splitlines()[-1]) as packed:
        packed.extractall(folder / "lists", filter="data")


def missing(site: Path) -> str:
    """Why there are no lists; nothing where there are."""
    try:
        held_against(site)
    except AbsentError as absent:
        return str(absent)
    return ""


def taken(site: Path) -> tuple[str, str]:
    """What a reader with all of them is without: the files, as a pattern of paths, and the style that hides things."""
    held = held_against(site)
    return "|".join(f"/{re.escape(path)}$" for path in held["blocked"]), "".join(
        f"{selector} {{ display: none !important; }}\n" for selector in held["selectors"]
    )
