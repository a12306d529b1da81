"""A problem in the sources: where it is, what was found there, and what is right instead."""

from __future__ import annotations

import errno
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from guide.base.node import NodeError


@dataclass(frozen=True, order=True)
class Problem:
    """One finding, told to the author who has to mend it."""

    file: str
    line: int
    found: str
    right: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: found {self.found}; right: {self.right}"


class BuildProblems(RuntimeError):
    """Raised when the sources are not right; says everything that is wrong."""


class BookError(BuildProblems):
    """The data cannot be used; `problems` holds every reason at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def name_of(path: Path) -> str:
    """Gives a file of the data as an author knows it, such as `data/facts.yml`."""
    return f"{path.parent.name}/{path.name}"


def lacks_room(error: Exception) -> bool:
    """Whether a disk, a quota or a limit on files was full, for Python or for a Node program."""
    codes = ("ENOSPC", "EFBIG", "EDQUOT")
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno or 0) in codes
    return isinstance(error, NodeError) and any(code in str(error) for code in codes)
