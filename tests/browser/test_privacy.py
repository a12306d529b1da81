"""No page asks another host for anything, fails a request, writes to the console or leaves a trace."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.site.conftest import REFS


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: f"{ref.locale}/{ref.page_id}")
def test_page_is_quiet(browser: Browser, address, ref) -> None:
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    home = address("index", "zh").rsplit("/", 1)[0]
    page.on("console", lambda message: faults.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("requestfailed", lambda request: faults.append(f"failed: {request.url}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith(home) else faults.append(f"outside: {request.url}"),
    )
    page.on(
        "response",
        lambda response: faults.append(f"{response.status}: {response.url}") if response.status >= 400 else None,
    )

    page.goto(address(ref.page_id, ref.locale))
    page.wait_for_load_state("load")

    assert faults == []
    assert page.evaluate("[document.cookie, localStorage.length, sessionStorage.length]") == ["", 0, 0]
    context.close()


@pytest.mark.parametrize(
    "hash_text",
    [
        "#<img src=x onerror=alert(1)>",
        "#borrowing?amount=<script>alert(1)</script>",
        "?q=<img src=x onerror=alert(1)>",
    ],
)
def test_hostile_address_stays_text(page, address, hash_text: str) -> None:
    seen: list[str] = []
    page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
    page.goto(address("costs/calculator", "en") + hash_text)
    page.wait_for_timeout(150)

    assert seen == []
    assert page.locator("main img[src='x'], header img[src='x']").count() == 0
