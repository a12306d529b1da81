"""`python -m guide COMMAND`: what the make targets call."""

from __future__ import annotations

import sys
from collections.abc import Callable

from guide.base.chromium import find_or_install
from guide.base.commands import run_command
from guide.base.project import here
from guide.build import make, source_problems
from guide.check.prose.command import main as measure_prose


def check() -> int:
    """Print what is wrong with words and data, without a build; 1 where something is."""
    problems = source_problems(here())
    for problem in problems:
        print(problem)
    return 1 if problems else 0


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "check": lambda arguments: check(),
    "build": lambda arguments: make(here()),
    "pdf": lambda arguments: make(here(), paper=True),
    "prose": measure_prose,
    "browser": lambda arguments: 0 if find_or_install() else 1,
}


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    return run_command(COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
