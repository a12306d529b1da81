"""`python -m guide.check`: prints what is wrong with data and pages, without a build."""

from __future__ import annotations

import sys
from pathlib import Path

from guide.check import check_sources
from guide.data import BookError, load_book


def main() -> int:
    """Returns 1 where there is a problem."""
    try:
        problems = check_sources(load_book(Path("data")), Path("docs"))
    except BookError as error:
        problems = error.problems
    for problem in problems:
        print(problem)
    return 1 if problems else 0


sys.exit(main())
