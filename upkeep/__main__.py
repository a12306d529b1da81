"""`python -m upkeep COMMAND`: what the make targets for maintainers call."""

from __future__ import annotations

import sys

from guide.base.commands import run_command
from guide.base.project import here
from upkeep.budget import main as budget
from upkeep.engines import run_engine_tests
from upkeep.links import main as ask_links
from upkeep.lint import run_lint
from upkeep.load import measure
from upkeep.precompress import precompress
from upkeep.review import main as review
from upkeep.run_tests import run_quick_tests, run_tests
from upkeep.server_files import write_files
from upkeep.server_tests import run_deploy_tests

COMMANDS = {
    "test": lambda arguments: run_tests(here(), arguments),
    "check": lambda arguments: run_quick_tests(here(), arguments),
    "test-engines": lambda arguments: run_engine_tests(here(), arguments),
    "test-deploy": lambda arguments: run_deploy_tests(here(), arguments),
    "budget": lambda arguments: budget(here(), arguments),
    "lint": lambda arguments: run_lint(here()),
    "review": lambda arguments: review(arguments, here().root),
    "links": lambda arguments: ask_links(here(), arguments),
    "precompress": lambda arguments: precompress(here()),
    "servers": lambda arguments: write_files(here()),
    "load": lambda arguments: measure(here()),
}


def main(arguments: list[str]) -> int:
    """Run one command; returns its exit status."""
    return run_command(COMMANDS, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
