"""Finds Chromium: on PATH, else from the system's packages, else Playwright's own download."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

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
    if not shutil.which("apt-get"):
        return None
    print("installing Chromium and Han fonts from the system's packages (once) …", flush=True)
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    packages = ["chromium", "fonts-noto-cjk"]
    for command in (["apt-get", "-qq", "update"], ["apt-get", "-qq", "-y", "install", *packages]):
        done = subprocess.run([*rights, *command], stdout=subprocess.DEVNULL, env=environment, check=False)
        if done.returncode:
            return None
    return find()


def _from_playwright() -> str | None:
    print("downloading Playwright's Chromium (once) …", flush=True)
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    if os.path.exists(path):
        return path
    print("no Chromium: install one and put it on PATH", file=sys.stderr)
    return None
