"""Asks the version history when pages last changed."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path


def last_changes(docs_dir: Path) -> dict[str, date]:
    """Gives the day each page id last changed, in either language; empty where there is no history."""
    command = ["git", "log", "--format=%cs", "--name-only", "--relative", "--", "*.md"]
    try:
        done = subprocess.run(command, cwd=docs_dir, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return {}
    return read_log(done.stdout)


def read_log(log: str) -> dict[str, date]:
    """Gives page id → day from lines that are days (newest first) or paths such as `zh/costs/index.md`."""
    changes: dict[str, date] = {}
    day = date.max
    for line in log.splitlines():
        if line.endswith(".md"):
            page_id = line.partition("/")[2].removesuffix(".md")
            changes.setdefault(page_id, day)
        elif line:
            day = date.fromisoformat(line)
    return changes
