"""Debian's and Ubuntu's packages, installed where a browser is missing and this may."""

import os
import shutil
import subprocess

_APT = ("apt-get", "--quiet", "-o", "DPkg::Lock::Timeout=600")
_QUIET = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}


def may_install() -> bool:
    """Whether this machine is theirs, and this its owner's."""
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(*packages: str) -> None:
    """Install them, without what they merely recommend. Says nothing: who wants them looks whether they are there."""
    subprocess.run((*_APT, "update"), **_QUIET)
    subprocess.run((*_APT, "install", "--yes", "--no-install-recommends", *packages), **_QUIET)
