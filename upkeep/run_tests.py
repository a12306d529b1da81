"""Runs every test: the tools' own, then Python's over functions, built pages and real browsers."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from guide.base.node import node_command
from guide.base.output import say
from guide.base.project import Project
from guide.build import make
from upkeep.server_files import write_files

ROOMS = ("base", "data", "page", "check", "search", "web", "editions", "site", "upkeep")
QUICK = [
    *(f"tests/{room}" for room in ROOMS),
    *(f"tests/test_{name}.py" for name in ("architecture", "build", "plugin")),
]
"""Tests of functions and of built pages."""
APART = ("tests/engines", "tests/deploy")
"""Tests that need other browsers and web servers: `make test-engines`, `make test-deploy`."""


def run_tests(project: Project, arguments: list[str]) -> int:
    """Build what is to be tested, run all tests; returns the worst exit status."""
    status = write_files(project) or make(project)
    if status:
        return status
    say("testing the browser tools' functions …")
    scripts = sorted(str(path.relative_to(project.root)) for path in project.tools.rglob("*.test.js"))
    script_status = _run([*node_command(Path("--test"), "--test-reporter=dot"), *scripts], project) if scripts else 0
    say("testing functions, built pages and browsers …")
    apart = [f"--ignore={folder}" for folder in APART]
    return run_pytest(project, ["-n", "2", "--dist", "loadgroup", *apart, *arguments]) or script_status


def run_quick_tests(project: Project, arguments: list[str]) -> int:
    """Build, then test what needs no browser; the exit status."""
    return write_files(project) or make(project) or run_pytest(project, ["-n", "2", *QUICK, *arguments])


def run_pytest(project: Project, arguments: list[str]) -> int:
    """Run pytest from the project's root; returns its exit status. What tests put aside is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="guide-", ignore_cleanup_errors=True) as aside:
        return _run([sys.executable, "-m", "pytest", *arguments], project, TMPDIR=aside)


def _run(command: list[str], project: Project, **environment: str) -> int:
    environment = {**os.environ, "PYTHONPATH": str(project.root), **environment}
    return subprocess.run(command, cwd=project.root, env=environment, check=False).returncode
