"""Where things are in a checkout of the project, and the one time that its outputs carry."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from guide.base.problems import BuildProblems

_CHECKED = re.compile(r"^\s*(?:- )?(?:checked|date): ['\"]?(\d{4}-\d\d-\d\d)['\"]?\s*$", re.MULTILINE)
"""Days on which somebody checked a fact or changed the guide, as `data/` writes them."""
_SECONDS = re.compile(r"\d{1,11}", re.ASCII)


@dataclass(frozen=True)
class Project:
    """A checkout, by its root folder."""

    root: Path

    @property
    def data(self) -> Path:
        """Facts, sources, letters, labels: tables."""
        return self.root / "data"

    @property
    def docs(self) -> Path:
        """Words of pages, a folder a language."""
        return self.root / "docs"

    @property
    def tools(self) -> Path:
        """Scripts, markup and words of what does something in the browser."""
        return self.root / "tools"

    @property
    def figures(self) -> Path:
        """Pictures made from the data."""
        return self.root / "figures"

    @property
    def styles(self) -> Path:
        """Style sheets."""
        return self.root / "styles"

    @property
    def overrides(self) -> Path:
        """Templates of pages and of their parts."""
        return self.root / "overrides"

    @property
    def work(self) -> Path:
        """What a build makes before it is whole; never looked at by readers."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    @property
    def dist(self) -> Path:
        """The finished editions."""
        return self.root / "dist"

    @cached_property
    def moment(self) -> datetime:
        """The one time that outputs carry: `SOURCE_DATE_EPOCH`, else the commit's, else the newest check in `data/`.

        Raises `BuildProblems` where the first is no time.
        """
        given = os.environ.get("SOURCE_DATE_EPOCH")
        if given and not _SECONDS.fullmatch(given):
            raise BuildProblems(
                f"SOURCE_DATE_EPOCH: found “{given}”; right: whole seconds since 1970, such as 1790000000"
            )
        seconds = given or self._commit_time()
        return datetime.fromtimestamp(int(seconds), UTC) if seconds else self._newest_check()

    @property
    def has_commit_time(self) -> bool:
        """Whether the moment comes from a commit (or was given), not from the data."""
        return bool(os.environ.get("SOURCE_DATE_EPOCH") or self._commit_time())

    def _commit_time(self) -> str:
        command = ["git", "-C", str(self.root), "log", "-1", "--format=%ct"]
        try:
            return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
        except OSError:
            return ""

    def _newest_check(self) -> datetime:
        days = [day for name in ("facts", "changes") for day in _CHECKED.findall(self._text(f"{name}.yml"))]
        return datetime.fromisoformat(max(days, default="1980-01-01")).replace(tzinfo=UTC)

    def _text(self, name: str) -> str:
        path = self.data / name
        return path.read_text(encoding="utf-8") if path.is_file() else ""


def here() -> Project:
    """The checkout that this package belongs to."""
    return Project(Path(__file__).resolve().parents[2])
