"""`make test-deploy`: asks the web servers there are, and engines of static hosts, with the files in `deploy/`."""

from __future__ import annotations

import subprocess
from pathlib import Path

from guide.base.node import node_command
from guide.base.output import say
from guide.base.packages import install
from guide.base.project import Project, here
from guide.build import make
from upkeep import servers
from upkeep.run_tests import run_pytest

HOSTS = here().root / "tests/deploy/hosts"
"""Engines of static hosts, with a lock of their own: nothing but these tests needs them."""


def run_deploy_tests(project: Project, arguments: list[str]) -> int:
    """Build, install the servers and engines that are missing where the user may, test; the exit status."""
    status = make(project)
    if status:
        return status
    missing = [name for name in (*servers.NAMES, "openssl") if not servers.find(name)]
    if missing:
        install(missing)
    _install_hosts(HOSTS)
    return run_pytest(project, ["tests/deploy", "-rs", *arguments])


def _install_hosts(folder: Path) -> None:
    """Install the engines as the lock says; where that cannot be done, their tests are passed over."""
    ready, lock = folder / "node_modules/.ready", folder / "package-lock.json"
    if ready.exists() and ready.read_bytes() == lock.read_bytes():
        return
    say("setting up engines of static hosts (once, some ten seconds) …")
    npm = Path(node_command(Path())[0]).with_name("npm")
    command = [str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=folder, check=False).returncode == 0:
        ready.write_bytes(lock.read_bytes())
