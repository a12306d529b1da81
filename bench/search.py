"""Measures search: how often it helps, how fast it answers on a slow phone, how much it downloads, whether the
copy on a disk answers the same.

Beside it, where a stock build of the same Markdown is at hand, Material's own search in the same browser, on the
queries that are published.
"""

from __future__ import annotations

import gzip
import json
import statistics
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from guide.base import chromium
from guide.base.address import DEFAULT_LOCALE, LOCALES, PageRef
from guide.base.node import node_command
from guide.base.project import here
from upkeep.local_server import serving

ROOT = here().root
PUBLISHED = ROOT / "tests/data/search-queries.yml"
QUERIES = (PUBLISHED, *(ROOT / f"tests/data/search-queries-{name}.yml" for name in ("own", "more", "fresh", "others")))
PAGES_THAT_COUNT = 3
SLOWED = 4
"""How many times slower than this machine a phone's processor is taken to be."""
PHONE: Any = {"width": 390, "height": 844}
QUERIES_TYPED = 8
"""How many queries are typed key by key to measure speed."""

INPUT = '[data-guide="search-input"]'
RESULT = '[data-guide="search-result"]'
STOCK_INPUT = '[data-md-component="search-query"]'
STOCK_RESULT = ".md-search-result__link"
STOCK_WORKER = "assets/javascripts/workers/search.*.js"

SETTLING_TRIES = 12
SETTLING_MS = 120
STOCK_QUERIES_FROM_DISK = 8
"""Each query without an answer has to be waited for."""
STROKES_TIMED_OF_STOCK = 60
"""Strokes timed in each language of Material's search: each has to be waited for."""

THRESHOLD = 16.0
# Event Timing gives the time from a key stroke, or from what an input method enters, to the paint after it,
# in steps of 8 ms. Emptying the box is no stroke.
_OBSERVE = """() => {
  const strokes = new Map();
  document.addEventListener('input', ({ timeStamp, target }) => target.value && strokes.set(timeStamp, 0), true);
  new PerformanceObserver((list) => {
    const known = list.getEntries().filter(({ startTime }) => strokes.has(startTime));
    for (const { startTime, duration } of known) strokes.set(startTime, duration);
  }).observe({ type: 'event', durationThreshold: 16 });
  window.keyStrokes = () => [...strokes.values()];
}"""

# Material answers from a worker, so the paint after its key stroke shows nothing yet: timed to the paint after its
# list has changed; nothing after half a second counts as no change.
_STOCK_STROKE = """(list) => {
  window.stroke = new Promise((done) => {
    let began = 0;
    const begin = ({ timeStamp }) => { began = began || timeStamp; };
    for (const name of ['input', 'keydown']) addEventListener(name, begin, { capture: true, once: true });
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    });
    observer.observe(document.querySelector(list), { childList: true, subtree: true });
    setTimeout(() => done(null), 500);
  });
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

    def worst(self) -> float:
        """The time of the slowest key stroke."""
        return max(self.keystrokes)


@dataclass(frozen=True)
class Answers:
    """What a search answers to the published queries of one language."""

    links: list[list[str]]
    """The addresses found by each query, without what differs between a server and a disk."""
    refs: list[list[PageRef]]
    """The pages found by each query, each once, in order of rank."""

    def success(self, locale: str) -> float:
        """Share of queries with a fitting page among the first."""
        entries = [entry for entry in _entries(PUBLISHED) if entry["lang"] == locale]
        hits = [
            any(ref in refs[:PAGES_THAT_COUNT] for ref in _wanted(entry))
            for entry, refs in zip(entries, self.refs, strict=True)
        ]
        return sum(hits) / len(hits)

    def strangers(self, locale: str) -> float:
        """Share of pages found in the other language."""
        found = [ref for refs in self.refs for ref in refs]
        return sum(ref.locale != locale for ref in found) / max(len(found), 1)


ROWS = {
    "published queries found, %": "{:.1f}",
    "results in the other language, %": "{:.1f}",
    "same answers from file://, %": "{:.1f}",
    "key stroke to paint, median, ms": "{:.0f}",
    "key stroke to paint, 95 %, ms": "{:.0f}",
    "key stroke to paint, worst, ms": "{:.0f}",
    "first focus to first result, ms": "{:.0f}",
    "first download, kB gzip": "{:.1f}",
}


def main(
    site: Path = ROOT / "site",
    bundle: Path = ROOT / "dist/weilidai-guide-offline.zip",
    stock: Path = ROOT / "build/stock/site",
) -> None:
    """Measure the search of *site* and, if it is there, of the *stock* build; print tables."""
    _print_rates(site / "assets")
    columns: dict[str, list[float | None]] = {}
    with started_browser() as browser, tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(bundle).extractall(folder)
        disk = next(Path(folder).glob("*/index.html")).parent
        for locale in LOCALES:
            columns[f"guide {locale}"] = _guide_column(browser, site, disk, locale)
        if stock.is_dir():
            for locale in LOCALES:
                columns[f"stock {locale}"] = _stock_column(browser, stock, locale)
    print(f"\n### search, processor {SLOWED} times slower\n")
    _print_row("", list(columns))
    _print_row("---", ["--:"] * len(columns))
    for (name, form), values in zip(ROWS.items(), zip(*columns.values(), strict=True), strict=True):
        _print_row(name, ["" if value is None else form.format(value) for value in values])


def _guide_column(browser: Browser, site: Path, disk: Path, locale: str) -> list[float | None]:
    measured = _speed_of(browser, site, locale)
    return [
        *_answered(browser, site, disk, locale, _guide_links),
        *_typed(measured),
        measured.first_result,
        download_size(site / "assets", locale) / 1000,
    ]


def _stock_column(browser: Browser, stock: Path, locale: str) -> list[float | None]:
    with serving(stock) as address:
        measured = _stock_speed(browser, f"{address}/{PageRef('overdue/index', locale).url}", locale)
    files = [stock / "search/search_index.json", *stock.glob(STOCK_WORKER)]
    return [
        *_answered(browser, stock, stock, locale, _stock_links, STOCK_QUERIES_FROM_DISK),
        *_typed(measured),
        None,
        _gzipped(files) / 1000,
    ]


def _answered(
    browser: Browser,
    site: Path,
    disk: Path,
    locale: str,
    links_of: Callable[[Page, str], list[str]],
    count_from_disk: int | None = None,
) -> list[float]:
    """Percentages: queries found, results in the other language, and the same answers from *disk* as from *site*."""
    home = PageRef("index", locale)
    with serving(site) as address:
        answers = _answers(browser, f"{address}/", home.url, locale, links_of)
    from_disk = _answers(browser, f"{disk.as_uri()}/", home.file_name, locale, links_of, count_from_disk)
    shares = answers.success(locale), answers.strangers(locale), _share_alike(answers, from_disk)
    return [100 * share for share in shares]


def _typed(measured: Speed) -> list[float]:
    """Milliseconds from key stroke to paint: median, 95 %, worst."""
    return [measured.share_below(50), measured.share_below(95), measured.worst()]


def _share_alike(one: Answers, other: Answers) -> float:
    """Share of the queries that *one* answers to which *other* gives the same answers."""
    pairs = [(links, others) for links, others in zip(one.links, other.links, strict=False) if links]
    return sum(links == others for links, others in pairs) / len(pairs)


def _print_rates(assets: Path) -> None:
    print("\n### search, queries found within three pages, %\n")
    _print_row("", [*LOCALES])
    _print_row("---", ["--:"] * len(LOCALES))
    report = success(assets, *QUERIES)["report"]
    for name in dict.fromkeys(one["set"] for one in report):
        own = [one for one in report if one["set"] == name]
        _print_row(name, [f"{100 * one['rate']:.1f}" for one in own])
        for kind in sorted({kind for one in own for kind in one["kinds"]}):
            rates = [one["kinds"].get(kind) for one in own]
            _print_row(f"– {kind}", [f"{100 * rate['rate']:.1f}" if rate else "" for rate in rates])


def _print_row(name: str, values: list[str]) -> None:
    print("| " + " | ".join([name, *values]) + " |", flush=True)


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
    return _gzipped([*assets.glob("search.*.js"), *assets.glob(f"search-{locale}.*.js")])


def _gzipped(files: list[Path]) -> int:
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
    # Strokes quicker than the observer's threshold are not reported: they count as that threshold.
    return Speed(first, [max(stroke, THRESHOLD) for stroke in page.evaluate("window.keyStrokes()")])


def _press(page: Page, letter: str) -> None:
    """A key stroke; a Han character comes from an input method, whose last key stroke enters it."""
    if letter.isascii():
        page.keyboard.press("Space" if letter == " " else letter)
    else:
        page.keyboard.insert_text(letter)
    page.wait_for_timeout(60)


def _stock_speed(browser: Browser, address: str, locale: str) -> Speed:
    """The same for Material's search; its worker, on a thread of its own, is not slowed."""
    context = browser.new_context(viewport=PHONE | {"width": 1280})
    page = context.new_page()
    page.goto(address)
    page.click(STOCK_INPUT)
    page.wait_for_timeout(2000)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    queries = queries_of(PUBLISHED, locale)
    strokes: list[float] = []
    for query in queries[:: len(queries) // QUERIES_TYPED]:
        page.fill(STOCK_INPUT, "")
        for letter in query if len(strokes) < STROKES_TIMED_OF_STOCK else "":
            page.evaluate(_STOCK_STROKE, ".md-search-result__list")
            _press(page, letter)
            page.keyboard.press("End")
            strokes.append(page.evaluate("window.stroke"))
    context.close()
    return Speed(0, [stroke for stroke in strokes if stroke])


def _answers(
    browser: Browser,
    root: str,
    home: str,
    locale: str,
    links_of: Callable[[Page, str], list[str]],
    count: int | None = None,
) -> Answers:
    """What search answers to the published queries, or the first *count*, on the page *home* below *root*."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(root + home)
    found = [[_plain(link, root) for link in links_of(page, query)] for query in queries_of(PUBLISHED, locale)[:count]]
    context.close()
    return Answers(found, [list(dict.fromkeys(map(_ref_of, links))) for links in found])


def _plain(link: str, root: str) -> str:
    """*link* below *root*, in the same form from a server and from a disk, where addresses name their file."""
    path, _, anchor = link.split("?")[0].removeprefix(root).partition("#")
    path = path.removesuffix("index.html").removesuffix(".html").strip("/")
    return f"{path}#{anchor}"


def _guide_links(page: Page, query: str) -> list[str]:
    page.fill(INPUT, query)
    return _settled(page, RESULT)


def _stock_links(page: Page, query: str) -> list[str]:
    for words in ("", query):
        page.fill(STOCK_INPUT, words, force=True)
        # Material listens to keys, not to what the field holds.
        page.keyboard.press("End")
    return _settled(page, STOCK_RESULT)


def _settled(page: Page, result: str) -> list[str]:
    """The addresses of results, once they stay the same."""
    links: list[str] = []
    for _ in range(SETTLING_TRIES):
        page.wait_for_timeout(SETTLING_MS)
        seen = page.locator(result).evaluate_all("links => links.map(link => link.href)")
        if seen and seen == links:
            break
        links = seen
    return links


def _wanted(entry: dict[str, Any]) -> list[PageRef]:
    return [PageRef(page_id, entry["lang"]) for page_id in entry["answers"]]


def _ref_of(link: str) -> PageRef:
    path = link.partition("#")[0]
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
