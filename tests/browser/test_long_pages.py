"""No page is longer than ten screens of a phone without a reason; what is folded opens where it is asked for."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.base.address import LOCALES, PageRef
from guide.page.workshop import read_front_matter
from tests.browser.conftest import ROOT

MOST_SCREENS = 10
SCREEN = {"width": 390, "height": 844}


def refs(locale: str) -> list[PageRef]:
    docs = ROOT / "docs" / locale
    return [PageRef(path.relative_to(docs).with_suffix("").as_posix(), locale) for path in sorted(docs.rglob("*.md"))]


@pytest.mark.parametrize("locale", LOCALES)
def test_long_pages_say_why(browser: Browser, site_url: str, locale: str) -> None:
    context = browser.new_context(viewport=SCREEN)
    page = context.new_page()
    long = []
    for ref in refs(locale):
        if read_front_matter(ROOT / "docs" / locale / f"{ref.page_id}.md").get("long_page"):
            continue
        page.goto(f"{site_url}/{ref.url}")
        page.locator("[data-search][data-ready]").wait_for()
        screens = page.evaluate("document.documentElement.scrollHeight") / SCREEN["height"]
        long += [f"{ref.page_id}: {screens:.1f} screens"] if screens > MOST_SCREENS else []
    context.close()

    assert long == [], "right: `folded: [ids of sections]` or `long_page: reason` in the front matter"


def test_a_folded_section_opens_for_the_address_that_names_it(page: Page, address) -> None:
    page.goto(address("overdue/index", "en") + "#jail")

    expect(page.locator("details.fold[open] > summary > #jail")).to_be_in_viewport()


def test_a_folded_section_opens_for_a_link_on_the_page(page: Page, address) -> None:
    page.goto(address("overdue/index", "en"))
    expect(page.locator("details.fold[open]")).to_have_count(0)
    page.evaluate("location.hash = '#jail'")

    expect(page.locator("details.fold[open] > summary > #jail")).to_be_in_viewport()


def test_a_folded_section_opens_in_the_single_file(page: Page) -> None:
    page.goto((ROOT / "dist" / "weilidai-guide-en.html").as_uri() + "#overdue/index/jail")

    expect(page.locator("details.fold[open] > summary > [id='overdue/index/jail']")).to_be_in_viewport()


def test_a_folded_section_opens_without_script(browser: Browser, address) -> None:
    context = browser.new_context(java_script_enabled=False, viewport=SCREEN)
    page = context.new_page()
    page.goto(address("overdue/index", "en"))
    section = page.locator("details.fold", has=page.locator("#jail"))
    section.locator("summary").click()

    expect(section.locator("p").first).to_be_visible()
    context.close()
