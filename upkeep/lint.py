"""`make lint`: style, formatting and types of Python, JavaScript and CSS, each by its own program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from guide.base.node import node_command
from guide.base.output import say
from guide.base.project import Project

PYTHON = ("guide", "upkeep", "bench", "tests")
SCRIPTS = ("tools", "guide", "upkeep", "bench", "tests", "eslint.config.js", "stylelint.config.js")


def commands(project: Project) -> dict[str, list[str]]:
    """What is run, by its name."""
    packages = project.root / "node_modules"
    programs = Path(sys.executable).parent
    return {
        "ruff check": [str(programs / "ruff"), "check", "--quiet", *PYTHON],
        "ruff format": [str(programs / "ruff"), "format", "--check", "--quiet", *PYTHON],
        "mypy": [str(programs / "mypy"), "--no-error-summary"],
        "import-linter": [str(programs / "lint-imports"), "--no-cache"],
        "tsc": node_command(packages / "typescript/bin/tsc", "--noEmit"),
        "eslint": node_command(packages / "eslint/bin/eslint.js", *SCRIPTS),
        "stylelint": node_command(packages / "stylelint/bin/stylelint.mjs", "styles/**/*.css", "tools/**/*.css"),
    }


def run_lint(project: Project) -> int:
    """Run every one; 1 where one has found something, which is printed."""
    failed = []
    for name, command in commands(project).items():
        done = subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False)
        if done.returncode:
            failed.append(name)
            say(f"{name}:\n{done.stdout}{done.stderr}".rstrip())
    say(f"found by {', '.join(failed)}" if failed else f"clean: {', '.join(commands(project))}")
    return 1 if failed else 0
