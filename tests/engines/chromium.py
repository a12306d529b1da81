"""Chromium, driven by Playwright."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Error, Page, Request, sync_playwright

from guide.base import chromium
from tests.engines.engine import HEIGHT, WIDTH, Engine

_KEYS = {"\n": "Enter", "\ue015": "ArrowDown"}


class Chromium(Engine):
    """One Chromium with one page."""

    def __init__(self) -> None:
        self._playwright = sync_playwright().start()
        path = chromium.find()
        self._browser = self._playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        self._page = self._browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})

    def open(self, address: str) -> None:
        self._page.goto("about:blank")
        self._page.goto(address)

    def evaluate(self, expression: str) -> Any:
        try:
            return self._page.evaluate(expression)
        except Error as error:
            if "navigation" in error.message:
                return None
            raise

    def click(self, selector: str) -> None:
        self._page.locator(selector).first.click()

    def type(self, text: str) -> None:
        for character in text:
            if character in _KEYS:
                self._page.keyboard.press(_KEYS[character])
            else:
                self._page.keyboard.type(character)

    def faults(self, addresses: Iterable[str], home: str) -> list[str]:
        page = self._browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        found: list[str] = []
        _listen(page, home, found)
        for address in addresses:
            page.goto(address)
        page.close()
        return found

    def close(self) -> None:
        self._browser.close()
        self._playwright.stop()


def _listen(page: Page, home: str, found: list[str]) -> None:
    page.on("console", lambda message: found.append(f"{page.url}: console: {message.text}"))
    page.on("pageerror", lambda error: found.append(f"{page.url}: error: {error}"))
    page.on("requestfailed", lambda request: _note_failure(request, found))
    page.on("request", lambda request: _note_outside(request.url, home, found))
    page.on("response", lambda answer: _note_status(answer.status, answer.url, found))


def _note_failure(request: Request, found: list[str]) -> None:
    # What was still under way when the next page was opened did not fail.
    if request.failure != "net::ERR_ABORTED":
        found.append(f"failed: {request.url}: {request.failure}")


def _note_outside(address: str, home: str, found: list[str]) -> None:
    if not address.startswith((home, "data:", "blob:")):
        found.append(f"outside: {address}")


def _note_status(status: int, address: str, found: list[str]) -> None:
    if status >= 400:
        found.append(f"{status}: {address}")
