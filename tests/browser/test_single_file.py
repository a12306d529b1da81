"""The edition in one file: pages, search and tools without a network and wherever the file lies."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ROOT

FILES = {"zh": "weilidai-guide-zh.html", "en": "weilidai-guide-en.html"}
SHOWN = "main > .page:visible"

each_language = pytest.mark.parametrize("locale", FILES)


def built(locale: str) -> Path:
    return ROOT / "dist" / FILES[locale]


@pytest.fixture
def moved(tmp_path: Path, locale: str) -> str:
    """Address of the file under another name, alone in a folder."""
    return Path(shutil.copy(built(locale), tmp_path / "收到 的文件.html")).as_uri()


@pytest.fixture
def quiet_page(browser: Browser):
    """A page that must not complain, nor ask for anything outside."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("request", lambda request: request.url.startswith("http") and complaints.append(request.url))
    yield page
    context.close()
    assert complaints == []


@each_language
def test_file_is_whole(locale: str) -> None:
    tree = html.document_fromstring(built(locale).read_bytes())
    ids = tree.xpath("//@id")
    lost = [
        link for link in tree.xpath("//a/@href") if link.startswith("#") and "?" not in link and link[1:] not in ids
    ]
    elsewhere = [link for link in tree.xpath("//@href | //@src") if not re.match(r"#|https?:|tel:", link)]
    names = {
        path.relative_to(ROOT / "docs" / locale).with_suffix("").as_posix()
        for path in (ROOT / "docs" / locale).rglob("*.md")
    }

    assert names <= set(ids)
    assert len(ids) == len(set(ids))
    assert lost == []
    assert elsewhere == [FILES["en" if locale == "zh" else "zh"]]


@each_language
def test_one_page_shows_at_a_time(quiet_page: Page, moved: str, locale: str) -> None:
    quiet_page.goto(moved)
    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", "index")

    quiet_page.goto(f"{moved}#debit-fails")
    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", "overdue/index")
    expect(quiet_page.locator("#debit-fails")).to_be_in_viewport()

    quiet_page.locator("[data-menu]").click()
    quiet_page.locator("#nav a[href='#costs/index']").click()
    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", "costs/index")
    expect(quiet_page.locator("#nav [aria-current='page']")).to_have_attribute("href", "#costs/index")


@each_language
def test_search_leads_to_a_place(quiet_page: Page, moved: str, locale: str) -> None:
    quiet_page.goto(moved)
    quiet_page.keyboard.press("/")
    quiet_page.keyboard.type("逾期一天" if locale == "zh" else "one day late")
    first = quiet_page.locator("[data-guide='search-result']").first
    expect(first).to_be_visible()
    address = first.get_attribute("href")
    quiet_page.keyboard.press("Enter")

    assert address
    expect(quiet_page.locator(f"[id='{address[1:]}']")).to_be_visible()
    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", re.compile("^(overdue|faq|risks)"))


@each_language
def test_address_fills_a_tool(quiet_page: Page, moved: str, locale: str) -> None:
    quiet_page.goto(f"{moved}#true-rate?amount=10000&received=10000&payment=888.49&instalments=12")

    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", "costs/calculator")
    expect(quiet_page.locator("[data-tool='true-rate'] output[name='nominal-annual']")).to_have_attribute(
        "data-value", re.compile(r"^12\.00")
    )


@each_language
def test_figures_lead_to_their_evidence(quiet_page: Page, moved: str, locale: str) -> None:
    quiet_page.goto(f"{moved}#costs/index")
    mark = quiet_page.locator(f"{SHOWN} .evidence").first
    expect(mark).to_have_accessible_name(re.compile("依据：|Evidence: "))
    mark.click()

    expect(quiet_page.locator(SHOWN)).to_have_attribute("id", "evidence/facts")


@each_language
def test_everything_can_be_read_without_script(browser: Browser, moved: str, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(moved)

    assert page.locator(SHOWN).count() == page.locator("main > .page").count() > 20
    context.close()
