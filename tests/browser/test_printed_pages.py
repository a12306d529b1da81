"""What comes out of the printer when a page of the site is printed, from the browser's own menu or by a tool's button."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

LOCALES = ("", "en/")
NAME = "王小明"

each_locale = pytest.mark.parametrize("locale", LOCALES)


def open_letter(page: Page, site_url: str, locale: str) -> Locator:
    """The letter builder, ready."""
    page.goto(f"{site_url}/{locale}complaints/letter/")
    return page.locator("[data-tool=complaint-letter][data-ready]")


@each_locale
def test_what_a_reader_wrote_into_the_letter_is_printed_and_no_blank_one(
    page: Page, site_url: str, locale: str
) -> None:
    tool = open_letter(page, site_url, locale)
    tool.locator("[name=name]").fill(NAME)
    page.emulate_media(media="print")

    expect(tool.locator("output[name=letter]").get_by_text(NAME)).to_be_visible()
    expect(tool.locator("[data-letter]:visible")).to_have_count(0)


@each_locale
def test_before_that_the_chosen_letter_is_printed_to_be_filled_in_by_hand(
    page: Page, site_url: str, locale: str
) -> None:
    tool = open_letter(page, site_url, locale)
    tool.locator("[value=settlement-proof]").check()
    page.emulate_media(media="print")

    expect(tool.locator("[data-letter]:visible")).to_have_count(1)
    expect(tool.locator("[data-letter=settlement-proof]")).to_be_visible()


@each_locale
def test_steps_are_printed_once_there_are_any(page: Page, site_url: str, locale: str) -> None:
    page.goto(f"{site_url}/{locale}overdue/plan/#next-step?situation=late&late=days&late-can=none")
    steps = page.locator("[data-tool=next-step] output[name=steps]")
    expect(steps).not_to_have_attribute("data-value", "")
    page.emulate_media(media="print")

    expect(steps).to_be_visible()


@pytest.mark.parametrize(
    ("place", "are_shown"), [("costs/calculator/#borrowing", True), ("complaints/letter/#complaint-letter", False)]
)
def test_a_tool_printed_alone_says_whom_to_call_but_for_a_letter(
    page: Page, site_url: str, place: str, are_shown: bool
) -> None:
    page.add_init_script("window.print = () => {}")
    path, _, tool = place.partition("#")
    page.goto(f"{site_url}/{path}")
    page.locator(f"[data-tool={tool}][data-ready]").evaluate(
        "root => root.querySelector('[data-action=print]').click()"
    )
    page.emulate_media(media="print")

    assert page.locator("header [href='tel:95384']").is_visible() == are_shown


@pytest.mark.parametrize("media", [{"media": "print"}, {"forced_colors": "active"}])
def test_marks_of_evidence_differ_without_grounds(page: Page, site_url: str, media: dict[str, str]) -> None:
    """Printers and forced colours drop what lies behind; what is left are edges."""
    page.emulate_media(**media)
    page.goto(f"{site_url}/costs/")
    edges = page.locator(".legend .evidence").evaluate_all(
        """marks => marks.map((mark) => { const { borderLeftWidth, borderRightWidth } = getComputedStyle(mark, "::after");
        return getComputedStyle(mark).display === "none" ? "" : `${borderLeftWidth} ${borderRightWidth}`; })"""
    )

    assert len(set(edges)) == 3
    assert "" not in edges
