"""Installs what tests drive from the system's packages, where the user may."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence


def install(packages: Sequence[str]) -> bool:
    """Install *packages* with apt; false where that cannot be done (no apt, no rights, none such)."""
    if not shutil.which("apt-get"):
        return False
    print(f"installing {', '.join(packages)} from the system's packages (once) …", flush=True)
    rights = [] if os.geteuid() == 0 else ["sudo", "-n"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    update = ["apt-get", "-qq", "update"]
    get = ["apt-get", "-qq", "-y", "--no-install-recommends", "install", *packages]
    return all(_succeeds([*rights, *command], environment) for command in (update, get))


def _succeeds(command: list[str], environment: dict[str, str]) -> bool:
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, env=environment, check=False)
    except OSError:
        return False
    return done.returncode == 0
