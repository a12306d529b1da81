"""A copy of the project to break, with the tools that are already set up."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOT_COPIED = {".git", ".venv", "node_modules", "build", ".pytest_cache", ".ruff_cache", ".hypothesis"}
"""Folders at the top that a copy shares or makes anew."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sources and of the last outputs; Python and Node packages are shared with the original."""
    copy = tmp_path / "project"
    shutil.copytree(ROOT, copy, ignore=lambda folder, names: NOT_COPIED & set(names) if Path(folder) == ROOT else ())
    for shared in (".venv", "node_modules"):
        (copy / shared).symlink_to(ROOT / shared)
    return copy


@pytest.fixture
def make(project: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a make target in the copy."""

    def run(*targets: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["make", "SET_UP=:", *targets],  # what is shared was set up for the original
            cwd=project,
            env={**os.environ, "SOURCE_DATE_EPOCH": "1790000000", **environment},
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )

    return run
