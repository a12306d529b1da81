"""Runs the command that a command line names."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping


def run_command(commands: Mapping[str, Callable[[list[str]], int]], arguments: list[str]) -> int:
    """Run the command that the first of the *arguments* names; its exit status (1: stopped, 2: unknown)."""
    command, *rest = arguments or [""]
    if command not in commands:
        print(f"found command “{command}”; right: one of {', '.join(commands)}", file=sys.stderr)
        return 2
    try:
        status = commands[command](rest)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads has read enough, as `| head` does; what is left to say goes nowhere
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("\nstopped; the last outputs are untouched", file=sys.stderr)
        return 1
    return status
