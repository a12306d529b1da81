"""Text in three sizes, on request: kept, named, by keyboard; and no page that has to be moved sideways at the largest."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.base.address import LOCALES
from tests.browser.conftest import ROOT

NAMES = {
    "zh": ["文字大小：标准", "文字大小：大", "文字大小：特大"],
    "en": ["Text size: normal", "Text size: large", "Text size: very large"],
}
SIZE = "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)"
PAGES = [
    (locale, path.relative_to(ROOT / "docs" / locale).with_suffix("").as_posix())
    for locale in LOCALES
    for path in sorted((ROOT / "docs" / locale).rglob("*.md"))
]


@pytest.mark.parametrize("locale", LOCALES)
def test_each_press_takes_the_next_size_and_says_its_name(page: Page, address, locale: str) -> None:
    page.goto(address("costs/index", locale))
    button = page.locator("[data-text-size-switch][data-ready]")
    expect(button).to_have_attribute("aria-label", NAMES[locale][0])
    sizes = [page.evaluate(SIZE)]
    button.focus()
    for name in [*NAMES[locale][1:], NAMES[locale][0]]:
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-label", name)
        sizes.append(page.evaluate(SIZE))

    assert sizes[0] == sizes[3] < sizes[1] < sizes[2]


def test_the_size_is_kept_and_there_before_the_first_paint(page: Page, address) -> None:
    page.goto(address("costs/index"))
    page.locator("[data-text-size-switch][data-ready]").click()
    page.add_init_script(
        "addEventListener('DOMContentLoaded', () => { window.early = document.documentElement.dataset.textSize; }, true)"
    )
    page.reload()

    assert page.evaluate("window.early") == "large"
    assert page.evaluate("Object.entries({...localStorage})") == [["text-size", "large"]]


@pytest.mark.parametrize("locale", LOCALES)
def test_the_single_file_has_it_too(page: Page, locale: str) -> None:
    page.goto((ROOT / "dist" / f"weilidai-guide-{locale}.html").as_uri())
    page.locator("[data-text-size-switch][data-ready]").click()

    expect(page.locator("[data-text-size-switch]")).to_have_attribute("aria-label", NAMES[locale][1])


def test_closed_storage_is_no_obstacle(page: Page, address) -> None:
    page.add_init_script("Object.defineProperty(window, 'localStorage', {get() { throw new Error('closed'); }})")
    page.goto(address("costs/index"))
    page.locator("[data-text-size-switch][data-ready]").click()

    expect(page.locator("[data-text-size-switch]")).to_have_attribute("aria-label", NAMES["zh"][1])


def test_without_script_there_is_no_button(browser: Browser, address) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address("costs/index"))

    expect(page.locator("[data-text-size-switch]")).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", [320, 360, 390])
def test_the_button_makes_the_header_no_higher(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{site_url}/en/costs/")
    bar = "document.querySelector('.header__bar').offsetHeight"
    with_button = page.evaluate(bar)
    page.locator("[data-text-size-switch]").evaluate("button => { button.style.display = 'none'; }")

    assert with_button == page.evaluate(bar)


def test_no_page_is_wider_than_a_small_phone_at_the_largest_size(browser: Browser, site_url: str) -> None:
    """Nor with the browser's own text twice as large."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    context.add_init_script("localStorage.setItem('text-size', 'very-large')")
    page = context.new_page()
    wide = []
    for locale, page_id in PAGES:
        folder = page_id.removesuffix("index").rstrip("/")
        page.goto(f"{site_url}/{'' if locale == 'zh' else 'en/'}{folder}{'/' if folder else ''}", wait_until="load")
        for size in ("", "225%"):
            page.evaluate("size => { document.documentElement.style.fontSize = size; }", size)
            width = page.evaluate("document.documentElement.scrollWidth")
            wide += [f"{locale} {page_id} {size or 'very large'}: {width}"] if width > 320 else []
    context.close()

    assert wide == []
