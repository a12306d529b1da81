"""Finds Chromium: on PATH, else from the system's packages, else Playwright's own download."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from guide.base.packages import install

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Quiet and reproducible: nothing is looked up outside, no sandbox (tests may run as root)."""


def find() -> str | None:
    """Path of a Chromium on PATH, or None."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def find_or_install() -> str | None:
    """Path of a Chromium, installed first if need be; None where none can be had."""
    return find() or _from_packages() or _from_playwright()


def _from_packages() -> str | None:
    return find() if install(["chromium", "fonts-noto-cjk"]) else None


def _from_playwright() -> str | None:
    print("downloading Playwright's Chromium (once) …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if Path(path).exists():
        return path
    print("no Chromium: install one and put it on PATH", file=sys.stderr)
    return None
