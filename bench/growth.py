"""What a bigger guide would cost: the same pages as generated copies, built and searched (`make bench ARGS=--growth`).

Each copy is a section of the menu, as a bigger guide would have it.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.report import machine, print_table
from bench.search import PUBLISHED
from guide.base.address import LOCALES
from guide.base.node import node_command
from guide.base.output import say
from guide.base.project import Project

INPUTS = (
    *("data", "docs", "figures", "guide", "overrides", "styles", "tools", "mkdocs.yml"),
    *("package-lock.json", "package.json", "pyproject.toml", "requirements.txt"),
)
"""What a copy of the project needs."""
FACTORS = (1, 10, 50)
"""How many times its pages the guide is built with."""
TOLERATED = 1.15
"""What grows up to this much faster than the pages still counts as growing with them: timing is no better."""


@dataclass(frozen=True)
class Size:
    """What one guide costs; the figures by what they measure, with their unit."""

    pages: int
    figures: Mapping[str, float]


def main(project: Project) -> int:
    """Build guides of each size, print what they cost, and name what grows faster than their pages."""
    say(f"\nmachine: {machine()}\n")
    sizes = []
    for factor in FACTORS:
        say(f"building {factor} times the pages …")
        copy = write_copy(project, project.work / "growth" / f"{factor}x", factor)
        sizes.append(measured(copy))
        shutil.rmtree(copy)
    print_table("growth", ["", *(f"{size.pages} pages" for size in sizes), "times, for the last"], rows(sizes))
    for line in outgrowing(sizes):
        print(line)
    return 0


def write_copy(project: Project, out: Path, factor: int) -> Path:
    """A project in *out* whose pages stand there *factor* times; what is installed is shared with *project*."""
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    for name in (*INPUTS, "tests/data"):
        source = project.root / name
        (out / name).parent.mkdir(exist_ok=True)
        (shutil.copytree if source.is_dir() else shutil.copy2)(source, out / name)
    (out / "node_modules").symlink_to(project.root / "node_modules")
    copies = [f"copy-{number:03}" for number in range(1, factor)]
    for copy in copies:
        for locale in LOCALES:
            shutil.copytree(project.docs / locale, out / "docs" / locale / copy)
    settings = (out / "mkdocs.yml").read_text(encoding="utf-8")
    menu = "".join(_menu_section(copy, project.docs / LOCALES[0]) for copy in copies)
    (out / "mkdocs.yml").write_text(settings.replace("\nplugins:", f"{menu}\nplugins:", 1), encoding="utf-8")
    return out


def _menu_section(copy: str, pages: Path) -> str:
    names = (path.relative_to(pages).as_posix() for path in sorted(pages.rglob("*.md")))
    return f"  - {copy}:\n" + "".join(f"      - {copy}/{name}\n" for name in names)


def measured(root: Path) -> Size:
    """Build the project in *root* and search it."""
    seconds, usage = built(root)
    assets = root / "site" / "assets"
    figures = {
        "build, s": seconds,
        "processors' time of the build, s": usage.ru_utime + usage.ru_stime,
        "memory of the largest process, MB": usage.ru_maxrss / 1000,
    }
    for locale in LOCALES:
        index = next(assets.glob(f"search-{locale}.*.js")).read_bytes()
        figures[f"index {locale}, kB gzip"] = len(gzip.compress(index, 9)) / 1000
    for locale, (ready, answer) in search_times(assets).items():
        figures[f"search ready {locale}, ms"], figures[f"search answer {locale}, ms"] = ready, answer
    for path in sorted((root / "dist").glob("*guide*")):
        figures[f"{path.name}, kB"] = path.stat().st_size / 1000
    return Size(sum(1 for _ in (root / "site").rglob("index.html")), figures)


def built(root: Path) -> tuple[float, Any]:
    """Seconds that a build of *root* takes, and what it used as `getrusage` tells it.

    Seconds grow when others use the machine, the processors' time hardly.
    """
    started = time.perf_counter()
    command = [sys.executable, "-m", "guide", "build"]
    with subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{root}: the build ended with status {process.returncode}")
    return time.perf_counter() - started, usage


def search_times(assets: Path) -> dict[str, list[float]]:
    """By language: milliseconds until search is ready, and the median of an answer to the published queries."""
    command = node_command(Path(__file__).with_name("latency.mjs"), str(assets), str(PUBLISHED))
    return json.loads(subprocess.run(command, capture_output=True, check=True).stdout)


def rows(sizes: list[Size]) -> list[list[str]]:
    """A line for each figure, with its growth from the first size to the last."""
    first, last = sizes[0], sizes[-1]
    return [
        [name, *(f"{size.figures[name]:.1f}" for size in sizes), f"{last.figures[name] / first.figures[name]:.1f}"]
        for name in first.figures
    ]


def outgrowing(sizes: list[Size]) -> list[str]:
    """Figures that grew faster than the pages from one size to the next."""
    found = []
    for before, after in pairwise(sizes):
        pages = after.pages / before.pages
        for name, value in after.figures.items():
            times = value / before.figures[name]
            if times > pages * TOLERATED:
                found.append(f"faster than the pages ({pages:.1f} times): {name}, {times:.1f} times")
    return found
