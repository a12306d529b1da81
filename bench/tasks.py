"""Walks what readers come for on a phone's screen: taps and screens from home to the answer, and its rank in search."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Browser, Page

from bench.report import print_table
from bench.search import PHONE, ROOT, pages_found, started_browser
from guide.base.address import LOCALES, PageRef
from upkeep.local_server import serving

TASKS = ROOT / "tests/data/tasks.yml"
MOST_TAPS = 2
MOST_SCREENS = 2
SETTLING_MS = 300
"""How long a page is given to run its scripts and to come to the place in its address."""

ENDINGS = {
    "call": ".say",
    "letter": "[data-tool='complaint-letter'], a[href*='#letter-']",
    "date": "[data-tool='deadlines']",
    "file": "a[href*='.zip'], a[href*='weilidai-guide']",
    "sum": "[data-tool='borrowing'], [data-tool='true-rate'], [data-tool='overdue-cost']",
    "verdict": "[data-tool='number-check'], [data-tool='scam-check']",
    "steps": ".steps, ol, ul",
    "words": "p, li, table",
}
"""What shows that the answer ends with something done, for each `ends_with`."""

# The link that a reader sees nearest to what is on screen; else one in a closed fold, else one in the menu.
_LINK = """(address) => {
  const links = [...document.querySelectorAll('a[href]')].filter((link) => link.href === address);
  const far = (link) => Math.abs(link.getBoundingClientRect().top);
  return links.filter((link) => link.checkVisibility()).sort((one, other) => far(one) - far(other))[0]
    ?? links.find((link) => link.closest('details:not([open])')) ?? links.find((link) => link.closest('#nav'));
}"""

_COVER = """(link) => link.checkVisibility() ? null
  : link.closest('details:not([open])')?.querySelector('summary') ?? document.querySelector('[data-menu]')"""

# How many screens the page must be moved until the first line of the element is on screen.
_SCREENS = """(element) => {
  const { top, bottom } = element.getBoundingClientRect();
  return Math.max(0, -top, Math.min(bottom, top + 48) - innerHeight) / innerHeight;
}"""

# Whether something that fits the selector stands between a heading and the next one of its rank.
_ENDS_WITH = """([anchor, selector]) => {
  const start = document.getElementById(anchor);
  const ends = ({ tagName }) => /^H[1-6]$/.test(tagName) && tagName <= start.tagName;
  for (let next = start.nextElementSibling; next && !ends(next); next = next.nextElementSibling) {
    if (next.matches(selector) || next.querySelector(selector)) return true;
  }
  return false;
}"""


@dataclass(frozen=True)
class Task:
    """What a reader wants to do, as `tests/data/tasks.yml` has it."""

    id: str
    zh: str
    en: str
    place: str
    way: list[str]
    ends_with: str
    search_zh: str
    search_en: str


@dataclass(frozen=True)
class Walk:
    """One task walked in one language."""

    taps: int
    screens: float
    """Heights of the phone's screen scrolled in all: to each link tapped, and from where it lands to the answer."""
    ends: bool
    """Whether the answer holds what the task ends with."""
    rank: int | None
    """Place of the answer's page among the pages that search finds; None where it does not."""

    @property
    def is_short(self) -> bool:
        """Whether it stays within what a reader on a phone is asked to do."""
        return self.taps <= MOST_TAPS and self.screens <= MOST_SCREENS


def load_tasks(path: Path = TASKS) -> dict[str, list[Task]]:
    """The tasks of each list of *path*."""
    lists = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {name: [Task(**entry) for entry in entries] for name, entries in lists.items()}


def main(site: Path = ROOT / "site") -> None:
    """Walk every task through the built *site* in both languages and print a table for each list."""
    with started_browser() as browser, serving(site) as address:
        for name, tasks in load_tasks().items():
            rows = [_row(task, [walk(browser, f"{address}/", task, locale) for locale in LOCALES]) for task in tasks]
            figures = [f"{figure} {locale}" for locale in LOCALES for figure in ("taps", "screens", "search")]
            print_table(f"{name}, from home at 390 × 844", ["", *figures, "ends with", ""], rows)


def walk(browser: Browser, root: str, task: Task, locale: str) -> Walk:
    """Go the way of *task* from the home page below *root*.

    Raises `LookupError` where a link of the way does not exist.
    """
    context = browser.new_context(viewport=PHONE, has_touch=True)
    page = context.new_page()
    page.goto(root + PageRef("index", locale).url)
    rank = _rank(page, root, task, locale)
    page.goto(root + PageRef("index", locale).url)
    taps, screens = 0, 0.0
    for target in task.way:
        page.wait_for_timeout(SETTLING_MS)
        more_taps, more_screens = _tap(page, root + _address(target, locale))
        taps, screens = taps + more_taps, screens + more_screens
    page.wait_for_timeout(SETTLING_MS)
    anchor = task.place.partition("#")[2]
    screens += page.locator(f"[id='{anchor}']").evaluate(_SCREENS)
    ends = page.evaluate(_ENDS_WITH, [anchor, ENDINGS[task.ends_with]])
    context.close()
    return Walk(taps, screens, ends, rank)


def _tap(page: Page, address: str) -> tuple[int, float]:
    """Tap the link to *address*, opening first what it is folded into; taps and screens that took."""
    link = page.evaluate_handle(_LINK, address).as_element()
    if not link:
        raise LookupError(f"{page.url}: no link to {address}")
    taps, screens = 0, 0.0
    for element in (link.evaluate_handle(_COVER).as_element(), link):
        if element:
            screens += element.evaluate(_SCREENS)
            element.tap()
            taps += 1
    page.wait_for_url(address)
    return taps, screens


def _address(place: str, locale: str) -> str:
    page_id, hash_mark, anchor = place.partition("#")
    return PageRef(page_id, locale).url + hash_mark + anchor


def _rank(page: Page, root: str, task: Task, locale: str) -> int | None:
    found = pages_found(page, root, getattr(task, f"search_{locale}"))
    wanted = PageRef(task.place.partition("#")[0], locale)
    return found.index(wanted) + 1 if wanted in found else None


def _row(task: Task, walks: list[Walk]) -> list[str]:
    figures: list[Any] = [figure for one in walks for figure in (one.taps, f"{one.screens:.1f}", one.rank or "–")]
    ending = task.ends_with if all(one.ends for one in walks) else f"{task.ends_with} (missing)"
    return [task.id, *map(str, figures), ending, "" if all(one.is_short for one in walks) else "too far"]


if __name__ == "__main__":
    main()
