"""Measures search: how often it helps, how fast it answers on a slow phone, how much it downloads."""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from guide.build.node import node_command
from guide.search.index import ROOT
from guide.testing import chromium

QUERIES = tuple(
    ROOT / f"tests/data/search-queries{name}.yml" for name in ("", "-own", "-more")
)
SLOWED = 4
"""How many times slower than this machine a phone's processor is taken to be."""

# Event Timing gives the time from a key stroke to the paint after it, in steps of 8 ms.
_OBSERVE = """() => {
  window.keyStrokes = [];
  new PerformanceObserver((list) => {
    const strokes = list.getEntries().filter(({ name }) => name === 'keydown');
    window.keyStrokes.push(...strokes.map(({ duration }) => duration));
  }).observe({ type: 'event', durationThreshold: 16 });
}"""


@dataclass(frozen=True)
class Speed:
    """Milliseconds, with the processor slowed."""

    first_result: float
    """From the first focus, with nothing loaded, to the first result on screen."""
    keystrokes: list[float]
    """From each key stroke to the painted results."""

    @property
    def slowest(self) -> float:
        """The key stroke that took longest."""
        return max(self.keystrokes, default=0)

    @property
    def median(self) -> float:
        """The key stroke in the middle."""
        return statistics.median(self.keystrokes or [0])


def success(assets: Path, *queries: Path) -> dict[str, Any]:
    """Success rates by set, language and kind, and the misses, as `tools/search-box/bench.mjs` counts."""
    program = ROOT / "tools/search-box/bench.mjs"
    command = node_command(program, str(assets), *map(str, queries), "--json")
    done = subprocess.run(command, capture_output=True, check=True)
    return json.loads(done.stdout)


def download_size(assets: Path, locale: str) -> int:
    """Bytes, gzipped, that the first search of a language loads."""
    files = [*assets.glob("search.*.js"), *assets.glob(f"search-{locale}.*.js")]
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in files)


def speed(page: Page, address: str, queries: list[str]) -> Speed:
    """How fast *page* answers *queries* typed key by key on the page at *address*."""
    page.goto(address)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    first = _first_result(page, queries[0])
    page.evaluate(_OBSERVE)
    strokes = 0
    for query in queries:
        page.fill('[data-guide="search-input"]', "")
        page.keyboard.type(query, delay=60)
        strokes += len(query)
    page.wait_for_timeout(500)
    # Strokes that took less than the observer's threshold are not reported: they count as that threshold.
    measured = page.evaluate("window.keyStrokes")
    return Speed(first, measured + [16.0] * max(0, strokes - len(measured)))


def _first_result(page: Page, query: str) -> float:
    return page.evaluate(
        """(query) => new Promise((done) => {
          const input = document.querySelector('[data-guide="search-input"]');
          const began = performance.now();
          new MutationObserver((_, observer) => {
            if (!document.querySelector('[data-guide="search-result"]')) return;
            observer.disconnect();
            requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
          }).observe(document.body, { childList: true, subtree: true });
          input.value = query;
          input.focus();
        })""",
        query,
    )


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield browser
        browser.close()


def queries_of(path: Path, locale: str) -> list[str]:
    """The queries of one language in a file of queries."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]
    return [entry["q"] for entry in entries if entry["lang"] == locale]
