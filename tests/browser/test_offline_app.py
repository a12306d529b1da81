"""The offline app: kept only when a reader asks, used only without network, and removed without a trace."""

from __future__ import annotations

import itertools
import json
import re
import shutil
import threading
import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from guide.web.app import kept_files, version
from tests.browser.conftest import ROOT
from upkeep.local_server import serving

TOOL = '[data-tool="offline-app"]'
TRACES = "async () => [(await navigator.serviceWorker.getRegistrations()).length, await caches.keys()]"
NOTICE = "[data-kept-copy]"
COPIES = "weilidai-guide-"


@pytest.fixture
def phone(browser: Browser):
    context = browser.new_context(viewport={"width": 390, "height": 844})
    yield context.new_page()
    context.close()


def keep(phone: Page, address: str) -> None:
    """Ask for a copy, and wait until it is there."""
    phone.goto(f"{address}/download/")
    tool = phone.locator(TOOL)
    tool.locator('[data-action="keep"]').click()
    expect(tool).to_have_attribute("data-state", "kept", timeout=30_000)


@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_guide_is_kept_on_asking_told_of_without_network_and_removed(phone: Page, site_url: str, prefix: str) -> None:
    address = f"{site_url}{prefix}"
    phone.goto(f"{address}/download/")
    tool = phone.locator(TOOL)
    expect(tool).to_be_visible()
    assert phone.evaluate(TRACES) == [0, []]

    keep(phone, address)
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
def test_network_that_never_answers_leaves_nobody_with_a_blank_page(phone: Page, prefix: str) -> None:
    silent = threading.Event()
    with serving(ROOT / "site", silent=silent) as url:
        keep(phone, url + prefix)
        silent.set()
        began = time.monotonic()
        phone.goto(f"{url}{prefix}/overdue/")
        expect(phone.locator(NOTICE)).to_be_visible()
        first = time.monotonic() - began
        phone.goto(f"{url}{prefix}/costs/calculator/")
        expect(phone.locator(NOTICE)).to_be_visible()
        second = time.monotonic() - began - first
        silent.clear()
        expect(phone.locator('[data-tool="borrowing"]')).to_be_visible()
        phone.goto(f"{url}{prefix}/overdue/")

        expect(phone.locator(NOTICE)).to_have_count(0)
        assert 5 < first < 9
        assert second < 4


def test_new_edition_takes_the_place_of_the_kept_one(phone: Page, tmp_path: Path) -> None:
    site = Path(shutil.copytree(ROOT / "site", tmp_path / "site"))
    with serving(site) as url:
        keep(phone, f"{url}/en")
        publish_later_edition(site)
        phone.goto(f"{url}/en/overdue/")
        expect(phone.locator("h1")).to_have_text("A later edition")
        expect(phone.locator(NOTICE)).to_have_count(0)
        new = f"{COPIES}{version(kept_files(site))}"
        until = time.monotonic() + 20
        while phone.evaluate("caches.keys()") != [new] and time.monotonic() < until:
            time.sleep(0.1)
        assert phone.evaluate("caches.keys()") == [new]

    phone.context.set_offline(True)
    phone.goto(f"{url}/en/overdue/")
    expect(phone.locator("h1")).to_have_text("A later edition")
    expect(phone.locator(NOTICE)).to_have_attribute("data-kept-copy", "2027-01-05")
    phone.goto(f"{url}/en/faq/")
    expect(phone.locator("h1")).to_have_text("There is no such page")


def test_an_update_leaves_open_tabs_alone_and_no_old_file_behind(phone: Page, tmp_path: Path) -> None:
    site = Path(shutil.copytree(ROOT / "site", tmp_path / "site"))
    with serving(site) as url:
        keep(phone, url)
        phone.goto(f"{url}/")
        (index,) = (site / "assets").glob("search-zh.*.js")
        index.rename(index.with_name("search-zh.00000000.js"))
        publish_later_edition(site)
        other = phone.context.new_page()
        other.goto(f"{url}/en/overdue/")
        new = f"{COPIES}{version(kept_files(site))}"
        other.evaluate("navigator.serviceWorker.getRegistration().then((own) => own.update())")
        until = time.monotonic() + 20
        while other.evaluate("caches.keys()") != [new] and time.monotonic() < until:
            time.sleep(0.1)

        phone.locator('[data-guide="search-input"]').fill("罚息")
        expect(phone.locator('[data-guide="search-result"]').first).to_be_visible()

        old = "async name => Boolean(await caches.match(`/assets/${name}`))"
        assert other.evaluate(old, index.name)
        phone.close()
        until = time.monotonic() + 20
        for path in itertools.cycle(["/costs/", "/overdue/"]):
            other.goto(url + path)
            time.sleep(0.5)
            if time.monotonic() > until or not other.evaluate(old, index.name):
                break
        assert not other.evaluate(old, index.name)


PORTAL = "<!doctype html><html><main id=content><h1>Log in to the network</h1></main></html>"
OTHER_ANSWERS = {
    "ill": {"status": 503, "body": "busy", "content_type": "text/plain"},
    "ill-with-a-page": {"status": 502, "body": PORTAL, "content_type": "text/html"},
    "portal": {"status": 200, "body": PORTAL, "content_type": "text/html"},
    "portal-elsewhere": {"status": 302, "headers": {"Location": "http://127.0.0.1:9/login"}},
}


@pytest.mark.parametrize("kind", OTHER_ANSWERS)
def test_the_copy_answers_where_another_does(phone: Page, site_url: str, kind: str) -> None:
    keep(phone, site_url)
    phone.context.route(f"{site_url}/**", lambda route: route.fulfill(**OTHER_ANSWERS[kind]))
    phone.goto(f"{site_url}/overdue/")

    expect(phone.locator(f"main > {NOTICE}")).to_be_visible()
    expect(phone.locator('[data-tool="overdue-cost"] output[name="late-interest"]')).not_to_be_empty()


@pytest.mark.parametrize("kind", OTHER_ANSWERS)
def test_another_answer_is_never_kept(phone: Page, site_url: str, kind: str) -> None:
    phone.goto(f"{site_url}/download/")
    script = re.compile(r"/assets/search-en\.\w+\.js$")
    phone.context.route(script, lambda route: route.fulfill(**OTHER_ANSWERS[kind]))
    phone.locator(f'{TOOL} [data-action="keep"]').click()

    expect(phone.locator(TOOL)).to_have_attribute("data-state", "failed", timeout=30_000)
    assert phone.evaluate(TRACES) == [0, []]


WRONG = {"/overdue": "/overdue/", "/en/costs/calculator": "/en/costs/calculator/", "/overdue/index.html": "/overdue/"}


def test_without_network_any_address_gets_a_page_of_the_guide(phone: Page, site_url: str) -> None:
    keep(phone, site_url)
    phone.context.set_offline(True)
    for asked, given in WRONG.items():
        phone.goto(site_url + asked)
        assert phone.url == site_url + given
        expect(phone.locator(NOTICE)).to_be_visible()
    for asked, language in (("/nosuch/", "zh-CN"), ("/en/no/such/page.html", "en")):
        answer = phone.goto(site_url + asked)
        assert answer
        assert answer.status == 404
        expect(phone.locator("html")).to_have_attribute("lang", language)
        expect(phone.locator('a[href="tel:95384"]').first).to_be_visible()


def test_the_browser_is_asked_not_to_throw_the_copy_away(phone: Page, site_url: str) -> None:
    phone.add_init_script("navigator.storage.persist = async () => { window.asked = true; return true; }")
    keep(phone, f"{site_url}/en")

    assert phone.evaluate("window.asked")
    expect(phone.locator(TOOL)).to_contain_text("Safari")


def publish_later_edition(site: Path) -> None:
    """What a deployment changes: a page, one page less, and the worker that tells of another day."""
    page = site / "en/overdue/index.html"
    changed = re.sub(r"(<h1[^>]*>).*?</h1>", r"\1A later edition</h1>", page.read_text(encoding="utf-8"))
    page.write_text(changed, encoding="utf-8")
    shutil.rmtree(site / "en/faq")
    worker = site / "sw.js"
    first, rest = worker.read_text(encoding="utf-8").split("\n", 1)
    guide = json.loads(first.removeprefix("const GUIDE=").removesuffix(";"))
    kept = kept_files(site)
    guide |= {"version": version(kept), "date": "2027-01-05", "files": list(kept)}
    worker.write_text(f"const GUIDE={json.dumps(guide)};\n{rest}", encoding="utf-8")


def test_installing_from_the_menu_keeps_a_copy(phone: Page, site_url: str) -> None:
    phone.goto(f"{site_url}/en/overdue/plan/")
    assert phone.evaluate(TRACES) == [0, []]
    phone.evaluate("dispatchEvent(new Event('appinstalled'))")
    phone.evaluate("navigator.serviceWorker.ready.then(() => true)")
    phone.goto(f"{site_url}/en/download/")

    expect(phone.locator(TOOL)).to_have_attribute("data-state", "kept")
    phone.context.set_offline(True)
    phone.goto(f"{site_url}/en/costs/")
    expect(phone.locator(NOTICE)).to_be_visible()


@pytest.mark.parametrize("page", ["download", "overdue/plan"])
@pytest.mark.parametrize("prefix", ["", "/en"], ids=["zh", "en"])
def test_manifest_is_one_a_browser_takes(phone: Page, site_url: str, prefix: str, page: str) -> None:
    phone.goto(f"{site_url}{prefix}/{page}/")
    phone.wait_for_selector("link[rel='manifest']", state="attached")
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
