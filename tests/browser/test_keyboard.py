"""Keyboard alone: Tab goes through each tool and the menu in the order in which they stand, can be seen, and comes out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from upkeep.trees import TOOLS, open_tool

pytestmark = pytest.mark.browser
STOPS = """(root) => {
  const radios = new Set();
  return [...root.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0'], output[tabindex]")]
    .filter((element) => element.checkVisibility() && !element.disabled && element.tabIndex >= 0)
    // Of radio buttons with one name, Tab stops at the chosen one alone.
    .filter(({ type, name, checked, form }) => {
      const chosen = type === "radio" && [...form.elements].some((other) => other.name === name && other.checked);
      if (type !== "radio" || (chosen && checked)) return true;
      if (chosen || radios.has(name)) return false;
      return radios.add(name);
    })
    .map((element, index) => { element.dataset.stop = index; return String(index); });
}"""
"""Numbers what Tab should stop at, in the order of the page."""
AT = """(root) => {
  const at = document.activeElement;
  if (!root.contains(at)) return null;
  const box = at.getBoundingClientRect();
  const { outlineStyle, outlineWidth } = getComputedStyle(at);
  const line = [...at.getClientRects()][0] ?? box;
  const top = document.elementFromPoint(line.left + Math.min(line.width / 2, 40), line.top + Math.min(line.height / 2, 12));
  return {
    stop: at.dataset.stop ?? at.outerHTML.slice(0, 80),
    name: at.name || at.textContent.trim().slice(0, 40),
    isSeen: outlineStyle !== "none" && parseFloat(outlineWidth) > 0,
    isFree: box.top < innerHeight && box.bottom > 0 && Boolean(top) && (at.contains(top) || top.contains(at)),
  };
}"""
MOST_STOPS = 150


def walked(page: Page, root: str) -> list[dict[str, object]]:
    """What Tab stops at from the first stop of *root* until it comes out."""
    page.locator(f"{root} [data-stop='0']").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    stops = []
    while (at := page.locator(root).evaluate(AT)) and len(stops) < MOST_STOPS:
        for _ in range(10):  # what lies behind a bar is brought out in the next frame
            if at["isFree"]:
                break
            page.wait_for_timeout(50)
            at = page.locator(root).evaluate(AT)
        stops.append(at)
        page.keyboard.press("Tab")
    return stops


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", TOOLS)
def test_tab_goes_through_a_tool_in_order_seen_and_out_again(page: Page, site_url: str, name: str, locale: str) -> None:
    open_tool(page, site_url, name, locale)
    tool = f'[data-tool="{name}"]'
    wanted = page.locator(tool).evaluate(STOPS)

    stops = walked(page, tool)

    assert [stop["stop"] for stop in stops] == wanted
    assert [stop for stop in stops if not stop["isSeen"]] == []
    assert [stop for stop in stops if not stop["isFree"]] == []


@pytest.mark.parametrize("width", [390, 1280])
def test_tab_goes_through_the_menu_in_order_seen_and_out_again(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site_url}/en/costs/")
    menu = "#nav"
    if not page.locator(menu).is_visible():
        page.locator('[href="#nav"], [aria-controls="nav"]').first.press("Enter")
    wanted = page.locator(menu).evaluate(STOPS)

    stops = walked(page, menu)

    assert [stop["stop"] for stop in stops] == wanted
    assert len(wanted) > 5
    assert [stop for stop in stops if not (stop["isSeen"] and stop["isFree"])] == []
