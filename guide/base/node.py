"""Runs the build's Node programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any


class NodeError(RuntimeError):
    """Raised when a Node program fails; carries what it wrote."""


def node_command(script: Path, *arguments: str) -> list[str]:
    """Command line that runs *script* with the Node of this environment."""
    node = Path(sys.executable).with_name("node")
    return [str(node) if node.exists() else "node", str(script), *arguments]


def start_node(script: Path, *arguments: str, data: Any = None) -> Callable[[], Any]:
    """Start *script* beside what Python does; *data* is its standard input as JSON.

    Gives a function that waits for what the program prints, read as JSON, and raises `NodeError` where it failed.
    """
    with tempfile.TemporaryFile() as given:  # a pipe would make Python wait until Node reads
        given.write(json.dumps(data, ensure_ascii=False).encode())
        given.seek(0)
        process = subprocess.Popen(
            node_command(script, *arguments),
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "NODE_NO_WARNINGS": "1"},
        )

    def result() -> Any:
        printed, errors = process.communicate()
        if process.returncode:
            raise NodeError(f"{script}: {errors.decode(errors='replace').strip()}")
        return json.loads(printed)

    return result
