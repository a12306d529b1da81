"""The offline app: kept only when a reader asks, used only without network, and removed without a trace."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Page, expect

TOOL = '[data-tool="offline-app"]'
TRACES = "async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]"
NOTICE = "[data-kept-copy]"


@pytest.fixture
def phone(browser: Browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_guide_is_kept_on_asking_told_of_without_network_and_removed(phone: Page, site_url: str, prefix: str) -> None:
    address = f"{site_url}{prefix}"
    phone.goto(f"{address}/download/")
    tool = phone.locator(TOOL)
    expect(tool).to_be_visible()
    assert phone.evaluate(TRACES) == [0, []]

    tool.locator('[data-action="keep"]').click()
    expect(tool).to_have_attribute("data-state", "kept", timeout=30_000)
    phone.goto(f"{address}/overdue/")
    expect(phone.locator(NOTICE)).to_have_count(0)

    phone.context.set_offline(True)
    for path in ("/overdue/", "/costs/calculator/", "/"):
        phone.goto(address + path)
        expect(phone.locator(f"main > {NOTICE}")).to_be_visible()
    phone.goto(f"{address}/costs/calculator/#true-rate?amount=10000&received=10000&payment=916.80&instalments=12")
    total = phone.locator('[data-tool="true-rate"] output[name="total-cost"]')
    expect(total).to_have_attribute("data-value", "1001.60")
    phone.fill('[data-guide="search-input"]', "95384")
    expect(phone.locator('[data-guide="search-result"]').first).to_be_visible()

    phone.goto(f"{address}/download/")
    tool.locator('[data-action="remove"]').click()
    expect(tool).to_have_attribute("data-state", "removed")
    assert phone.evaluate(TRACES) == [0, []]
    phone.context.set_offline(False)
    phone.goto(f"{address}/overdue/")
    expect(phone.locator(NOTICE)).to_have_count(0)


def test_failed_keeping_leaves_nothing(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/en/download/")
    phone.context.set_offline(True)
    phone.locator(f'{TOOL} [data-action="keep"]').click()

    expect(phone.locator(TOOL)).to_have_attribute("data-state", "failed")
    assert phone.evaluate(TRACES) == [0, []]


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_manifest_is_one_a_browser_takes(phone: Page, site_url: str, prefix: str) -> None:
    phone.goto(f"{site_url}{prefix}/download/")
    session = phone.context.new_cdp_session(phone)
    found = session.send("Page.getAppManifest")
    about = json.loads(found["data"])

    assert found["errors"] == []
    assert found["url"] == f"{site_url}{prefix}/manifest.webmanifest"
    assert {icon["sizes"] for icon in about["icons"]} == {"192x192", "512x512", "any"}
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's pages are private ones, the only reason left against installing.
    assert {error["errorId"] for error in errors} <= {"in-incognito"}


def test_copy_on_a_disk_does_not_offer_it(phone: Page, bundle_url: str) -> None:
    phone.goto(f"{bundle_url}/en/download.html")

    expect(phone.locator(TOOL)).to_have_count(0)
