"""A first screen looks finished before the styles for later come, and nothing in it moves when they do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.site.conftest import WEB_PAGES, Built

SCREENS = {"phone": {"width": 390, "height": 844}, "desk": {"width": 1440, "height": 1000}}

LOOK = """async (wait) => {
  const links = () => [...document.querySelectorAll("link[rel=stylesheet]")];
  while (wait && !(links().length && links().every((link) => link.sheet))) await new Promise(requestAnimationFrame);
  const told = ["color", "backgroundColor", "fontSize", "fontWeight", "lineHeight", "padding", "borderLeft", "display",
    "textDecorationLine", "listStyleType", "opacity"];
  return [...document.querySelectorAll("body *")].flatMap((element) => {
    const { left, top, right, bottom, width } = element.getBoundingClientRect();
    const isFrame = bottom > innerHeight;  // what reaches beyond the screen may grow there
    if (!width || bottom < 0 || top > innerHeight) return [];
    const place = [left, top, right, isFrame ? innerHeight : bottom].map(Math.round);
    const style = getComputedStyle(element);
    return [[element.outerHTML.slice(0, 80), ...place, ...told.map((name) => style[name])].join(" ")];
  });
}"""


@pytest.fixture(scope="module", params=SCREENS)
def pages(request: pytest.FixtureRequest, browser: Browser) -> Iterator[tuple[Page, Page]]:
    """One page that gets its styles for later and one that never does."""
    contexts = [browser.new_context(viewport=SCREENS[request.param]) for _ in range(2)]
    whole, bare = (context.new_page() for context in contexts)
    bare.route("**/*.css", lambda route: route.abort())
    yield whole, bare
    for context in contexts:
        context.close()


@pytest.mark.parametrize("built", WEB_PAGES, ids=repr)
def test_first_screen_is_finished_without_later_styles(pages: tuple[Page, Page], site_url: str, built: Built) -> None:
    whole, bare = pages
    for page in pages:
        page.goto(f"{site_url}/{built.ref.url}")

    finished, first = whole.evaluate(LOOK, True), bare.evaluate(LOOK, False)

    assert [(before, after) for before, after in zip(first, finished, strict=False) if before != after] == []
    assert len(first) == len(finished)
    assert bare.evaluate("document.documentElement.scrollWidth <= innerWidth")  # nothing sticks out further down


def test_a_place_further_down_is_opened_in_its_final_shape(page: Page, site_url: str) -> None:
    page.add_init_script(
        """self.moved = 0;
        const add = (list) => { for (const { value } of list.getEntries()) moved += value; };
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });"""
    )
    page.goto(f"{site_url}/costs/#settle-early", wait_until="networkidle")

    assert page.locator("link[rel=stylesheet]").count() == 1
    assert page.evaluate("moved") == 0
    assert 0 <= page.locator("#settle-early").evaluate("(place) => place.getBoundingClientRect().top") < 60


def test_what_was_typed_before_the_scripts_came_counts(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route(re.compile(r"\.js$"), lambda route: held.append(route))
    page.goto(f"{site_url}/en/costs/calculator/", wait_until="domcontentloaded")
    page.locator('[data-guide="search-input"]').fill("late fees")
    page.locator('[data-tool="borrowing"] [name="amount"]').fill("20000")
    page.locator('[data-tool="borrowing"] [name="annual"]').fill("9")
    page.wait_for_function("document.querySelectorAll('script[src]').length")

    for route in held:
        route.continue_()
    page.unroute(re.compile(r"\.js$"))

    expect(page.locator('output[name="nominal-annual"]').first).to_have_attribute("data-value", re.compile(r"^9\.\d"))
    page.locator('[data-guide="search-input"]').press("End")
    expect(page.locator('[data-guide="search-result"]').first).to_be_visible()
