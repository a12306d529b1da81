"""What a screen reader is told of each tool, kept in `tests/browser/trees/` (`make styleguide` writes it anew).

Roles, names, states and live words of what one can act on, without prose: a change of it is seen in review.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import yaml
from playwright.sync_api import Browser, Locator, Page

from guide.base.address import PageRef

TREES = "tests/browser/trees"
DAY = "2026-11-29T12:00:00+08:00"
"""When the tools are looked at: some begin with the day of today."""
TOOLS: dict[str, tuple[str, dict[str, str]]] = {
    "borrowing": ("costs/calculator", {"amount": "30000", "daily": "0.05", "days": "30"}),
    "true-rate": ("costs/calculator", {"amount": "10000", "received": "10000", "payment": "900", "instalments": "12"}),
    "overdue-cost": ("overdue/index", {"daily": "0.05", "multiplier": "1.5", "due": "2026-11-17", "paid": "abc"}),
    "afford": ("risks/index", {"income": "5000", "spending": "3800"}),
    "deadlines": ("complaints/letter", {"kind": "recheck", "received": "2026-01-10"}),
    "complaint-letter": ("complaints/letter", {"letter": "settlement-proof"}),
    "evidence-pack": ("complaints/evidence", {}),
    "next-step": ("overdue/plan", {}),
    "number-check": ("risks/scams", {"number": "95384"}),
    "scam-check": ("risks/scam-kinds", {}),
}
"""Tool → the page that has it, and what is filled in; one of them is filled in wrongly."""
_ROLES = {
    *("alert", "button", "checkbox", "combobox", "columnheader", "group", "heading", "img", "link", "navigation"),
    *("option", "radio", "region", "spinbutton", "status", "table", "textbox"),
}


def open_tool(page: Page, site_url: str, name: str, locale: str) -> Locator:
    """One tool on its page, filled in and ready."""
    page_id, fields = TOOLS[name]
    page.goto(f"{site_url}/{PageRef(page_id, locale).url}#{name}?{urlencode(fields)}")
    tool = page.locator(f'[data-tool="{name}"][data-ready]')
    tool.wait_for()
    return tool


def trees(browser: Browser, site_url: str, locale: str) -> Iterator[tuple[str, list[Any]]]:
    """Each tool's name and its tree, in one language: roles with names and states, nested as they stand in it."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.clock.install(time=DAY)
    for name in TOOLS:
        page.goto("about:blank")  # the same page with another end of its address would stay as it is
        tool = open_tool(page, site_url, name, locale)
        page.clock.run_for(5000)  # what is told once typing rests
        yield name, list(_acted_on(yaml.safe_load(tool.aria_snapshot())))
    context.close()


def as_text(tree: list[Any]) -> str:
    """A tree as it is kept: one line a node."""
    return yaml.safe_dump(tree, allow_unicode=True, width=1000, sort_keys=False)


def _acted_on(nodes: list[Any]) -> Iterator[Any]:
    for node in nodes:
        head, inside = next(iter(node.items())) if isinstance(node, dict) else (node, None)
        below = list(_acted_on(inside)) if isinstance(inside, list) else []
        if head.split(" ", 1)[0].split(":", 1)[0] not in _ROLES:
            yield from below
        elif below:
            yield {head: below}
        else:
            yield f"{head}: {inside}" if isinstance(inside, str) else head
