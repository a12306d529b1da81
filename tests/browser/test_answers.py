"""Each tool opens its result with the answer in words; what can wait is folded, and open in copied text."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import ROOT

TOOLS = {
    "borrowing": (
        "costs/calculator",
        {"amount": "30000", "daily": "0.05", "days": "30"},
        {"zh": "一共要还 32,925 元", "en": "You repay 32,925 yuan"},
    ),
    "true-rate": ("costs/calculator", {}, {"zh": "这个报价一年要付 15.16%", "en": "This offer costs 15.16% a year"}),
    "overdue-cost": (
        "overdue/index",
        {"daily": "0.05", "multiplier": "1.5", "due": "2026-11-17", "paid": "2026-11-18"},
        {"zh": "晚 1 天，这些天的利息是 0.75 元", "en": "Paying 1 day late costs 0.75 yuan"},
    ),
    "afford": (
        "risks/index",
        {"income": "5000", "spending": "3800"},
        {"zh": "每月还剩 1,200 元", "en": "1,200 yuan is left"},
    ),
    "deadlines": (
        "complaints/letter",
        {"kind": "recheck", "received": "2026-01-10"},
        {
            "zh": "申请核查的最后一天是 2026 年 2 月 9 日",
            "en": "The last day to ask for a re-check was 9 February 2026",
        },
    ),
    "number-check": ("risks/scams", {"number": "95384"}, {"zh": "", "en": ""}),
}


def fill(tool: Locator, fields: dict[str, str]) -> None:
    for name, text in fields.items():
        field = tool.locator(f'[name="{name}"]')
        field.select_option(text) if field.evaluate("field => field.tagName") == "SELECT" else field.fill(text)


def first_words(tool: Locator) -> str:
    """What a reader sees first of the result."""
    return tool.locator(".tool__results").inner_text().split("\n")[0]


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", TOOLS)
def test_the_answer_in_words_comes_first(page: Page, address, name: str, locale: str) -> None:
    page_id, fields, answer = TOOLS[name]
    page.goto(address(page_id, locale))
    tool = page.locator(f'[data-tool="{name}"][data-ready]')
    fill(tool, fields)

    assert first_words(tool).startswith(answer[locale] or tool.locator("output").first.inner_text())


@pytest.mark.parametrize("locale", ["zh", "en"])
@pytest.mark.parametrize("name", [name for name in TOOLS if name != "number-check"])
def test_the_answer_comes_first_in_the_single_file(page: Page, name: str, locale: str) -> None:
    _, fields, answer = TOOLS[name]
    file = (ROOT / "dist" / f"weilidai-guide-{locale}.html").as_uri()
    page.goto(f"{file}#{name}?{urlencode(fields)}")
    tool = page.locator(f'[data-tool="{name}"][data-ready]')
    fill(tool, fields)

    assert first_words(tool).startswith(answer[locale])


def test_copied_text_holds_the_answer_and_what_is_folded(page: Page, address) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', {value: {writeText: async (text) => { window.copied = text; }}})"
    )
    page.goto(address("costs/calculator", "en"))
    tool = page.locator('[data-tool="borrowing"][data-ready]')
    expect(tool.locator('[name="effective-annual"]')).to_be_hidden()

    tool.locator('[data-action="copy-text"]').click()
    copied = page.evaluate("window.copied")

    answer = tool.locator("[data-answer]").inner_text()
    assert copied.index(answer) < copied.index("Repaid in all")
    assert tool.locator('[name="effective-annual"]').text_content() in copied
    expect(tool.locator('[name="effective-annual"]')).to_be_hidden()


def test_a_figure_that_cannot_be_read_takes_the_answer_away(page: Page, address) -> None:
    page.goto(address("costs/calculator", "en"))
    tool = page.locator('[data-tool="borrowing"][data-ready]')
    tool.locator('[name="amount"]').fill("abc")

    expect(tool.locator("[data-answer]")).to_be_hidden()
    assert tool.locator("[data-answer]").text_content() == ""
