"""Where things are in a checkout of the project."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Project:
    """A checkout, by its root folder."""

    root: Path

    def __getattr__(self, name: str) -> Path:
        """Folders at the top: `project.data`, `project.tools`, `project.site`, …"""
        if name.startswith("_"):
            raise AttributeError(name)
        return self.root / name

    @cached_property
    def moment(self) -> datetime:
        """The one time that outputs carry: `SOURCE_DATE_EPOCH`, else the commit's, else a fixed day."""
        given = os.environ.get("SOURCE_DATE_EPOCH") or self._commit_time()
        return datetime.fromtimestamp(int(given), UTC) if given else datetime(2026, 1, 1, tzinfo=UTC)

    def _commit_time(self) -> str:
        command = ["git", "-C", str(self.root), "log", "-1", "--format=%ct"]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            return ""


def here() -> Project:
    """The checkout that this package belongs to."""
    return Project(Path(__file__).resolve().parents[2])
