"""What every measurement prints: the machine, and tables."""

from __future__ import annotations

import os
import platform
import sys


def machine() -> str:
    """The machine's size, for whoever reads the figures."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}, Python {platform.python_version()}"


def print_table(title: str, heads: list[str], rows: list[list[str]]) -> None:
    """A Markdown table under its title."""
    print(f"\n### {title}\n")
    print("| " + " | ".join(heads) + " |")
    print("|" + "---|" * len(heads))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    sys.stdout.flush()
