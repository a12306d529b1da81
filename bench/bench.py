"""`make bench`: the guide beside the stock stack over the same text, in one run, as a table."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.growth import main as growth
from bench.report import machine, print_table
from bench.search import main as search
from bench.stock import write_stock_project
from guide.base import chromium
from guide.base.address import LOCALES, PageRef
from guide.base.node import node_command
from guide.base.output import say
from guide.base.project import Project, here
from guide.build import make
from upkeep.local_server import serving

ROUNDS = 3
"""How often each build is timed, in turn with the other's."""
SCORES = ("performance", "accessibility", "best-practices", "seo")
FIGURES = ("fcp_ms", "lcp_ms", "tbt_ms", "layout_shift", "bytes")


def main(project: Project, arguments: list[str]) -> int:
    """Measure and print; `--quick` measures five pages instead of all, `--growth` only builds bigger guides."""
    if "--growth" in arguments:
        return growth(project)
    if make(project):
        return 1
    say(f"\nmachine: {machine()}\n")
    stock = project.work / "stock"
    write_stock_project(project, stock)
    print_table(f"builds, seconds (median of {ROUNDS}, in turn)", *build_rows(project, stock))
    pages = pages_of(project)
    chosen = (
        [PageRef(page, locale) for page in QUICK_PAGES for locale in LOCALES]
        if "--quick" in arguments
        else pages
    )
    ours = list(lighthouse(project.site, chosen, "the guide"))
    theirs = list(lighthouse(stock / "site", chosen, "stock"))
    print_table(
        "Lighthouse, mobile, gzip server: the guide (worst of all pages)", *lighthouse_rows(ours, theirs)
    )
    print_pages(ours)
    print_table("sizes, bytes", *size_rows(project))
    print_search(project)
    return 0


QUICK_PAGES = ("index", "overdue/index", "costs/calculator", "evidence/index", "overview/access")


def build_rows(project: Project, stock: Path) -> tuple[list[str], list[list[str]]]:
    """Builds of both in turn: every build is a cold one."""
    commands = {
        "make (site, bundle, single files, sums)": ([sys.executable, "-m", "guide", "build"], project.root),
        "stock": ([sys.executable, "-m", "mkdocs", "build", "-q"], stock),
    }
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, (command, folder) in commands.items():
            seconds[name].append(timed(command, folder))
    ours, theirs = (statistics.median(times) for times in seconds.values())
    row = [next(iter(commands)), f"{ours:.2f}", f"{theirs:.2f}", f"{ours / theirs:.2f}"]
    return ["", "guide", "stock", "ratio"], [row]


def timed(command: list[str], folder: Path) -> float:
    """Seconds that *command* takes in *folder*."""
    started = time.perf_counter()
    subprocess.run(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        check=True,
    )
    return time.perf_counter() - started


def pages_of(project: Project) -> list[PageRef]:
    """Every page in both languages."""
    return [
        PageRef(path.relative_to(project.docs / locale).with_suffix("").as_posix(), locale)
        for locale in LOCALES
        for path in sorted((project.docs / locale).rglob("*.md"))
    ]


def lighthouse(folder: Path, pages: Iterable[PageRef], name: str) -> Iterable[dict[str, Any]]:
    """Lighthouse's figures for each page of the site in *folder*."""
    with serving(folder) as address:
        addresses = [f"{address}/{page.url}" for page in pages]
        program = Path(__file__).with_name("lighthouse.mjs")
        command = node_command(
            program, chromium.find_or_install() or "chromium", " ".join(chromium.FLAGS), *addresses
        )
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            for number, line in enumerate(process.stdout or (), start=1):
                print(f"\rLighthouse over {name}: {number} of {len(addresses)} pages", end="", flush=True)
                result = json.loads(line)
                yield {**result, "page": result["address"].removeprefix(address)}
    print()


def lighthouse_rows(ours: list[dict], theirs: list[dict]) -> tuple[list[str], list[list[str]]]:
    """Worst and median of each figure, ours and the stock stack's."""
    rows = []
    for name in SCORES:
        rows.append([name, *_spread(ours, name, min), *_spread(theirs, name, min), ""])
    for name in FIGURES:
        ratio = statistics.median(page[name] for page in ours) / (
            statistics.median(page[name] for page in theirs) or 1
        )
        rows.append([name, *_spread(ours, name, max), *_spread(theirs, name, max), f"{ratio:.2f}"])
    return ["", "guide worst", "guide median", "stock worst", "stock median", "ratio of medians"], rows


def _spread(pages: list[dict], name: str, worst: Callable) -> list[str]:
    values = [page[name] for page in pages]
    return [
        f"{worst(values):.3g}" if name == "layout_shift" else f"{worst(values):.0f}",
        f"{statistics.median(values):.4g}",
    ]


def print_pages(pages: list[dict]) -> None:
    """One line a page: scores, first paints, first view."""
    rows = [
        [
            page["page"],
            *(str(page[score]) for score in SCORES),
            f"{page['fcp_ms']:.0f}",
            f"{page['lcp_ms']:.0f}",
            f"{page['bytes']}",
            " ".join(page["failed"]),
        ]
        for page in pages
    ]
    print_table("the guide, page by page", ["page", *SCORES, "FCP ms", "LCP ms", "bytes", "findings"], rows)


def size_rows(project: Project) -> tuple[list[str], list[list[str]]]:
    """What the build made."""
    rows = [
        [path.name, f"{path.stat().st_size:,}"]
        for path in sorted(project.dist.iterdir())
        if path.name != "SHA256SUMS"
    ]
    site = sum(path.stat().st_size for path in project.site.rglob("*") if path.is_file())
    return ["", "bytes"], [["site/", f"{site:,}"], *rows]


def print_search(project: Project) -> None:
    """Search's own measurements, beside Material's."""
    search()


if __name__ == "__main__":
    sys.exit(main(here(), sys.argv[1:]))
