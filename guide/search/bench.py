"""Measures search: how often it helps, how fast it answers on a slow phone, how much it downloads.

Beside it, where a stock build of the same Markdown is at hand, Material's own search in the same browser.
"""

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
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from guide.build.node import node_command
from guide.pages import DEFAULT_LOCALE, LOCALES, PageRef
from guide.search.index import ROOT
from guide.testing import chromium
from guide.testing.server import serving

PUBLISHED = ROOT / "tests/data/search-queries.yml"
QUERIES = (PUBLISHED, *(ROOT / f"tests/data/search-queries-{name}.yml" for name in ("own", "more")))
PAGES_THAT_COUNT = 3
SLOWED = 4
"""How many times slower than this machine a phone's processor is taken to be."""
PHONE = {"width": 390, "height": 844}
QUERIES_TYPED = 8
"""How many queries are typed key by key to measure speed."""

INPUT = '[data-guide="search-input"]'
STOCK_INPUT = '[data-md-component="search-query"]'
STOCK_RESULT = ".md-search-result__link"

SETTLING_TRIES = 8

THRESHOLD = 16.0
# Event Timing gives the time from a key stroke, or from what an input method enters, to the paint after it,
# in steps of 8 ms.
_OBSERVE = """() => {
  window.keyStrokes = [];
  new PerformanceObserver((list) => {
    const strokes = list.getEntries().filter(({ name }) => name === 'input');
    window.keyStrokes.push(...strokes.map(({ duration }) => duration));
  }).observe({ type: 'event', durationThreshold: 16 });
}"""

_FIRST_RESULT = """(query) => new Promise((done) => {
  const input = document.querySelector('[data-guide="search-input"]');
  const began = performance.now();
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-guide="search-result"]')) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
  }).observe(document.body, { childList: true, subtree: true });
  input.value = query;
  input.focus();
})"""


@dataclass(frozen=True)
class Speed:
    """Milliseconds, with the processor slowed."""

    first_result: float
    """From the first focus, with nothing loaded, to the first result on screen."""
    keystrokes: list[float]
    """From each key stroke to the painted results."""

    def share_below(self, percent: int) -> float:
        """The time that *percent* of the key strokes stayed within."""
        return statistics.quantiles(self.keystrokes, n=100)[percent - 1]


def main(site: Path = ROOT / "site", stock: Path = ROOT / "build/stock/site") -> None:
    """Measure the search of *site* and, if it is there, of the *stock* build; print a table."""
    print(f"{'search':<34}{'zh':>12}{'en':>12}")
    _print_rates(site / "assets")
    with started_browser() as browser:
        speeds = [_speed_of(browser, site, locale) for locale in LOCALES]
        _print_row("key stroke to paint, median, ms", [speed.share_below(50) for speed in speeds])
        _print_row("key stroke to paint, 95 %, ms", [speed.share_below(95) for speed in speeds])
        _print_row("first focus to first result, ms", [speed.first_result for speed in speeds])
        sizes = [download_size(site / "assets", locale) for locale in LOCALES]
        _print_row("first download, kB gzip", [size / 1000 for size in sizes])
        if stock.is_dir():
            rates = [stock_success(browser, stock, locale) for locale in LOCALES]
            _print_row("stock Material, published, %", [100 * hits for hits, _ in rates])
            _print_row("  results in the other language, %", [100 * strangers for _, strangers in rates])


def _print_rates(assets: Path) -> None:
    report = success(assets, *QUERIES)["report"]
    for name in dict.fromkeys(one["set"] for one in report):
        own = [one for one in report if one["set"] == name]
        _print_row(f"{name}, %", [100 * one["rate"] for one in own])
        for kind in sorted({kind for one in own for kind in one["kinds"]}):
            _print_row(f"  {kind}", [100 * one["kinds"][kind]["rate"] for one in own if kind in one["kinds"]])


def _print_row(name: str, values: list[float]) -> None:
    print(f"{name:<34}" + "".join(f"{value:>12.1f}" for value in values))


def _speed_of(browser: Browser, site: Path, locale: str) -> Speed:
    context = browser.new_context(viewport=PHONE)
    with serving(site) as address:
        queries = queries_of(PUBLISHED, locale)
        page_url = PageRef("overdue/index", locale).url
        step = len(queries) // QUERIES_TYPED
        measured = speed(context.new_page(), f"{address}/{page_url}", queries[::step])
    context.close()
    return measured


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
    first = page.evaluate(_FIRST_RESULT, queries[0])
    page.evaluate(_OBSERVE)
    for query in queries:
        page.fill(INPUT, "")
        for letter in query:
            _press(page, letter)
    page.wait_for_timeout(500)
    strokes = sum(map(len, queries))
    # Strokes quicker than the observer's threshold are not reported: they count as that threshold.
    measured = page.evaluate("window.keyStrokes")[:strokes]
    return Speed(first, measured + [THRESHOLD] * (strokes - len(measured)))


def _press(page: Page, letter: str) -> None:
    """A key stroke; a Han character comes from an input method, whose last key stroke enters it."""
    if letter.isascii():
        page.keyboard.press("Space" if letter == " " else letter)
    else:
        page.keyboard.insert_text(letter)
    page.wait_for_timeout(60)


def stock_success(browser: Browser, stock: Path, locale: str) -> tuple[float, float]:
    """Of Material's search on the published queries: success rate, share of results in the other language."""
    entries = [entry for entry in _entries(PUBLISHED) if entry["lang"] == locale]
    hits = found = strangers = 0
    context = browser.new_context()
    page = context.new_page()
    with serving(stock) as address:
        page.goto(f"{address}/{PageRef('index', locale).url}")
        page.click(STOCK_INPUT)
        for entry in entries:
            refs = _stock_pages(page, entry["q"])
            hits += any(ref in refs[:PAGES_THAT_COUNT] for ref in _wanted(entry))
            found += len(refs)
            strangers += sum(ref.locale != locale for ref in refs)
    context.close()
    return hits / len(entries), strangers / max(found, 1)


def _wanted(entry: dict[str, Any]) -> list[PageRef]:
    return [PageRef(page_id, entry["lang"]) for page_id in entry["answers"]]


def _stock_pages(page: Page, query: str) -> list[PageRef]:
    """Pages that Material's search finds, each once, in order of rank."""
    for words in ("", query):
        page.fill(STOCK_INPUT, words)
        # Material listens to keys, not to what the field holds.
        page.keyboard.press("End")
    links: list[str] = []
    for _ in range(SETTLING_TRIES):
        page.wait_for_timeout(120)
        seen = page.locator(STOCK_RESULT).evaluate_all("links => links.map(link => link.href)")
        if seen and seen == links:
            break
        links = seen
    return list(dict.fromkeys(_ref_of(link) for link in links))


def _ref_of(link: str) -> PageRef:
    path = urlsplit(link).path.strip("/")
    locale = "en" if path == "en" or path.startswith("en/") else DEFAULT_LOCALE
    page = path.removeprefix("en").strip("/")
    is_folder = not page or (ROOT / "docs" / locale / page).is_dir()
    return PageRef(f"{page}/index".lstrip("/") if is_folder else page, locale)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield browser
        browser.close()


def queries_of(path: Path, locale: str) -> list[str]:
    """The queries of one language in a file of queries."""
    return [entry["q"] for entry in _entries(path) if entry["lang"] == locale]


def _entries(path: Path) -> list[dict[str, Any]]:
    return yaml.safe_load(path.read_text(encoding="utf-8"))["queries"]


if __name__ == "__main__":
    main()
