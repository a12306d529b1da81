"""`make test-deploy`: starts the web servers there are with the files in `deploy/` and asks them."""

from __future__ import annotations

from guide.base.packages import install
from guide.base.project import Project
from guide.build import make
from upkeep import servers
from upkeep.run_tests import run_pytest


def run_deploy_tests(project: Project, arguments: list[str]) -> int:
    """Build, install the servers that are missing where the user may, test; the exit status."""
    status = make(project)
    if status:
        return status
    missing = [name for name in servers.NAMES if not servers.find(name)]
    if missing:
        install(missing)
    return run_pytest(project, ["tests/deploy", "-rs", *arguments])
