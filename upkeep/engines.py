"""Finds the browsers beside Chromium, and runs the tests that drive all three engines."""

from __future__ import annotations

import shutil
from pathlib import Path

from guide.base import chromium
from guide.base.packages import install
from guide.base.project import Project
from guide.build import make
from upkeep.run_tests import run_pytest

_FIREFOX = ("firefox-esr", "firefox")
_MINI_BROWSER = ("lib/*/webkit2gtk-4.*/MiniBrowser", "libexec/webkit2gtk-4.*/MiniBrowser")


def find_firefox() -> str | None:
    """Path of a Firefox on PATH, or None."""
    return next((path for path in map(shutil.which, _FIREFOX) if path), None)


def find_webkit_driver() -> str | None:
    """Path of WebKitGTK's driver, or None."""
    return shutil.which("WebKitWebDriver")


def find_mini_browser() -> str | None:
    """Path of WebKitGTK's own small browser, or None."""
    found = (path for pattern in _MINI_BROWSER for path in sorted(Path("/usr").glob(pattern)))
    return next((str(path) for path in found), None)


def find_screen() -> str | None:
    """Path of the X server without a screen that WebKit draws on, or None."""
    return shutil.which("Xvfb")


NEEDS = {
    "chromium": (chromium.find, "chromium"),
    "firefox": (find_firefox, "firefox-esr"),
    "webkit-driver": (find_webkit_driver, "webkit2gtk-driver"),
    "screen": (find_screen, "xvfb"),
}
"""What the tests need: how it is found, and Debian's package that holds it."""


def missing_packages() -> list[str]:
    """Packages of what is not there yet."""
    return [package for find, package in NEEDS.values() if not find()]


def run_engine_tests(project: Project, arguments: list[str]) -> int:
    """Build, install what is missing where the user may, test in every engine there is; the exit status."""
    status = make(project)
    if status:
        return status
    packages = missing_packages()
    if packages:
        install([*packages, "fonts-noto-cjk"])
    return run_pytest(project, ["tests/engines", "-rs", *arguments])
