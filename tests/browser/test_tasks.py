"""From home to the answer: what 22 readers came for is at most two taps and two screens away, on a phone."""

from __future__ import annotations

from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page

from guide.base.address import LOCALES, PageRef
from tests.browser.conftest import ROOT

TASKS: list[dict[str, Any]] = yaml.safe_load((ROOT / "tests/browser/tasks.yml").read_text(encoding="utf-8"))
MOST_TAPS, MOST_SCREENS = 2, 2.0
SCREEN = {"width": 390, "height": 844}

LOOK = """height => {
    const shown = element => element.closest('details:not([open])')?.querySelector('summary') || element;
    const screensDown = element => (shown(element).getBoundingClientRect().top + scrollY) / height;
    const links = [...document.querySelectorAll('header a[href], main a[href], footer a[href]')]
        .filter(link => link.getClientRects().length && !link.matches('.evidence, .fact__source, .cite, .term'));
    return {
        links: links.map(link => [link.href, screensDown(link)]),
        places: Object.fromEntries(
            [...document.querySelectorAll('main [id]')].map(place => [place.id, screensDown(place)])
        ),
    };
}"""


class Walker:
    """Finds the way with the least scrolling; each page is looked at once."""

    def __init__(self, page: Page, site_url: str) -> None:
        self.page, self.site_url = page, site_url
        self.seen: dict[str, dict[str, Any]] = {}

    def look(self, path: str) -> dict[str, Any]:
        """Links of the page at *path* and its places, with how many screens down they are."""
        if path not in self.seen:
            self.page.goto(self.site_url + path)
            self.page.locator("[data-search][data-ready]").wait_for()
            self.seen[path] = self.page.evaluate(LOOK, SCREEN["height"])
        return self.seen[path]

    def screens(self, path: str, place: str, ends: set[tuple[str, str]], taps: int = MOST_TAPS) -> float:
        """How many screens a reader moves who lands on *place* of the page at *path* and has *taps* left."""
        here = self.look(path)
        at = here["places"].get(place, 0.0)

        def move(to: float) -> float:
            return at - to if to < at else max(0.0, to - at - 0.9)

        ways = [move(here["places"][anchor]) for where, anchor in ends if where == path and anchor in here["places"]]
        for href, down in here["links"] if taps else []:
            target = urlsplit(urljoin(self.site_url + path, href))
            moved = move(down)
            is_page = f"{target.scheme}://{target.netloc}" == self.site_url and target.path.endswith("/")
            # The last tap has to lead to a page that holds an end.
            leads = taps > 1 or any(where == target.path for where, _ in ends)
            if is_page and leads and moved < min([MOST_SCREENS, *ways]):
                ways.append(moved + self.screens(target.path, target.fragment, ends, taps - 1))
        return min(ways, default=99.0)


@pytest.mark.parametrize("locale", LOCALES)
def test_no_task_needs_more_than_two_taps_and_two_screens(browser: Browser, site_url: str, locale: str) -> None:
    context = browser.new_context(viewport=SCREEN)
    walker = Walker(context.new_page(), site_url)
    far = []
    for task in TASKS:
        ends = {("/" + PageRef(page, locale).url, anchor) for page, anchor in (end.split("#") for end in task["ends"])}
        screens = walker.screens("/" + PageRef("index", locale).url, "", ends)
        far += [f"{task['task']}: {screens:.1f} screens"] if screens > MOST_SCREENS else []
    context.close()

    assert "\n".join(far) == ""
