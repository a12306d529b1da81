"""Runs the build's Node programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any


class NodeError(RuntimeError):
    """Raised when a Node program fails; carries what it wrote."""


def node_command(script: Path, *arguments: str) -> list[str]:
    """Command line that runs *script* with the Node of this environment."""
    node = Path(sys.executable).with_name("node")
    return [str(node) if node.exists() else "node", str(script), *arguments]


def run_node(script: Path, *arguments: str, data: Any = None) -> Any:
    """What *script* prints, read as JSON; *data* is its standard input as JSON."""
    done = subprocess.run(
        node_command(script, *arguments),
        input=json.dumps(data, ensure_ascii=False).encode() if data is not None else None,
        stdin=subprocess.DEVNULL if data is None else None,
        capture_output=True,
        env={**os.environ, "NODE_NO_WARNINGS": "1"},
        check=False,
    )
    if done.returncode:
        raise NodeError(f"{script}: {done.stderr.decode(errors='replace').strip()}")
    return json.loads(done.stdout)
