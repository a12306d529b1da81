"""Writes files so that the same text gives the same bytes on every system."""

from __future__ import annotations

import hashlib
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write *text* to *path*, in a folder that is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def say(message: str) -> None:
    """Tell the person who waits."""
    print(message, flush=True)


def hashed_name(stem: str, suffix: str, text: str) -> str:
    """A name for a file with *text* that changes with it."""
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8].upper()}{suffix}"


def write_hashed(folder: Path, stem: str, suffix: str, text: str) -> str:
    """Write *text* to a file whose name changes with it; the name."""
    name = hashed_name(stem, suffix, text)
    write_text(folder / name, text)
    return name
