"""What is installed: the packages that were chosen, at one version each, with hashes, on every Python README allows."""

import re
from importlib.metadata import metadata

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

from tests.conftest import ROOT
from tools.install import count, steps

FOLDERS = (ROOT, ROOT / "tests")
each_folder = pytest.mark.parametrize("folder", FOLDERS, ids=["site", "tests"])


def pins(name: str) -> dict[str, str]:
    """The packages of each folder's file `name`, lower case, with their versions."""
    text = "\n".join((folder / name).read_text("utf-8") for folder in FOLDERS)
    return {package.lower(): version for package, version in re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE)}


def installed_here() -> list[str]:
    """The packages of the locks, without those for other systems."""
    text = "\n".join((folder / "requirements.txt").read_text("utf-8") for folder in FOLDERS)
    needed = map(Requirement, re.findall(r"^\w[^\\\n]*==[^\\\n]*", text, re.MULTILINE))
    return [each.name for each in needed if each.marker is None or each.marker.evaluate()]


@each_folder
def test_what_was_chosen_is_what_is_installed(folder):
    """A version raised in requirements.in and not in the lock: `make lock` was forgotten."""
    chosen = re.findall(r"^([\w.-]+==[\w.]+)$", (folder / "requirements.in").read_text("utf-8"), re.MULTILINE)
    locked = re.findall(r"^([\w.-]+==[\w.]+)", (folder / "requirements.txt").read_text("utf-8"), re.MULTILINE)
    assert chosen
    assert {pin.lower() for pin in chosen} <= {pin.lower() for pin in locked}


def test_site_and_tests_agree_on_the_version_of_each_package():
    text = "\n".join((folder / "requirements.txt").read_text("utf-8") for folder in FOLDERS)
    versions = set(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))
    assert len(versions) > 40
    assert sorted(versions) == sorted(pins("requirements.txt").items())


def test_no_package_refuses_the_oldest_python_that_readme_allows():
    """pymdown-extensions 13.1 wants Python 3.11.5, and README allowed Debian 12's 3.11.2."""
    oldest = re.search(r"Python ([\d.]+) or newer", (ROOT / "README.md").read_text("utf-8"))[1]
    assert f"\nOLDEST := {oldest}\n" in (ROOT / "Makefile").read_text("utf-8")
    wants = {name: metadata(name).get("Requires-Python", "") for name in installed_here()}
    assert {name: want for name, want in wants.items() if oldest not in SpecifierSet(want)} == {}


def test_readme_says_why_each_package_is_there():
    table = (ROOT / "README.md").read_text("utf-8").partition("| package | why |")[2].partition("\n\n")[0]
    told = {name.lower() for row in table.splitlines()[2:] for name in row.split("|")[1].strip().split(", ")}
    assert told == pins("requirements.in").keys()


def test_the_wait_for_packages_says_how_far_it_is():
    output = [
        "Ignoring colorama: markers 'sys_platform == \"win32\"' don't match your environment\n",
        "Collecting mkdocs==1.6.1 (from -r requirements.txt (line 9))\n",
        "  Downloading mkdocs-1.6.1-py3-none-any.whl (3.9 MB)\n",
        "Requirement already satisfied: babel==2.18.0 in /somewhere (from -r requirements.txt (line 6)) (2.18.0)\n",
        "Requirement already satisfied: click>=7.0 in /somewhere (from mkdocs==1.6.1->-r requirements.txt (line 9))\n",
        "Installing collected packages: mkdocs\n",
    ]
    assert list(steps(output, 3)) == [
        "1 of 3: colorama",
        "2 of 3: mkdocs",
        "3 of 3: babel",
        "all are here; unpacking them",
    ]


def test_each_package_is_counted_once():
    lock = "babel==2.18.0 \\\n    --hash=sha256:ab\n    # via mkdocs\ncolorama==0.4.6 ; sys_platform == 'win32' \\\n"
    assert count(lock) == 2
