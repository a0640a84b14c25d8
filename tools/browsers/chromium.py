"""The Chromium the browser tests run in: `python -m tools.browsers.chromium` makes sure that there is one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tools.browsers.debian import may_install

HEADLESS = "chromium-headless-shell"
"""The same engine and version without the window around it: most tests take half the processor time in it."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# The last list of features to switch off is the only one that counts, so ours repeats what of Playwright's matters
# here. The first two are pages of the browser's own, started behind each window: without them a test takes a third
# less time.
OFF = (
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "AimEnabled",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", f"--disable-features={','.join(OFF)}"]


def find() -> str | None:
    """The path of a Chromium on this machine: `$CHROMIUM`, one on the PATH, or Playwright's own."""
    for path in (os.environ.get("CHROMIUM"), *map(shutil.which, NAMES)):
        if path:
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def ensure() -> str:
    """The path of a Chromium, installed if need be. SystemExit with what to do if that fails too."""
    path = find()
    if path is None and _succeeds(sys.executable, "-m", "playwright", "install", "chromium"):
        path = find()
    if path is None and may_install():
        _succeeds("apt-get", "update", "--quiet")
        _succeeds("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", "chromium")
        path = find()
    if path is None:
        sys.exit("The browser tests need Chromium: install it, or name one with CHROMIUM=/path/to/chromium.")
    return path


def for_tests() -> str:
    """The path of a Chromium without windows if there is one; else of any. `$CHROMIUM` goes before both."""
    return (not os.environ.get("CHROMIUM") and shutil.which(HEADLESS)) or ensure()


def _succeeds(*command: str) -> bool:
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        return subprocess.run(command, timeout=600, **quiet).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


if __name__ == "__main__":
    ensure()
    if not shutil.which(HEADLESS) and may_install():  # Debian has it, Ubuntu has not.
        _succeeds("apt-get", "install", "--yes", "--quiet", "--no-install-recommends", HEADLESS)
    print(f"Chromium: {for_tests()}")
