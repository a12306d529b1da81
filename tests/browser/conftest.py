"""A real Chromium, the served site and the unzipped bundle."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from guide.base import chromium
from upkeep.local_server import serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium.find(), args=list(chromium.FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def site_url() -> Iterator[str]:
    """Address of the built site on a local server (no slash at the end)."""
    with serving(ROOT / "site") as url:
        yield url


@pytest.fixture(scope="session")
def bundle_url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """`file://` address of the unzipped bundle (no slash at the end)."""
    folder = tmp_path_factory.mktemp("bundle")
    with zipfile.ZipFile(ROOT / "dist" / "weilidai-guide-offline.zip") as archive:
        archive.extractall(folder)
    return (folder / "weilidai-guide").as_uri()


@pytest.fixture(params=["site", "bundle"])
def edition(request: pytest.FixtureRequest) -> str:
    """Runs a test on the served site and on the bundle."""
    return request.param


@pytest.fixture
def address(edition: str, site_url: str, bundle_url: str):
    """Gives the address of a page id and locale in the edition under test."""

    def of(page_id: str, locale: str = "zh") -> str:
        prefix = "" if locale == "zh" else f"{locale}/"
        if edition == "bundle":
            return f"{bundle_url}/{prefix}{page_id}.html"
        folder = page_id.removesuffix("index").rstrip("/")
        return f"{site_url}/{prefix}{folder}{'/' if folder else ''}"

    return of


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page of its own, on a phone's screen."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()
