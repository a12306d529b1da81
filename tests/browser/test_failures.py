"""When a script, a file or the host fails, the text for readers without script is there; search says what is wrong."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from guide.base.address import LOCALES

INPUT = '[data-guide="search-input"]'
RESULT = '[data-guide="search-result"]'
STATUS = '[data-guide="search-status"]'

WITHOUT_SCRIPT = {
    "borrowing": ("costs/calculator", "[data-without-script]"),
    "true-rate": ("costs/calculator", "[data-without-script]"),
    "afford": ("risks/index", "[data-without-script]"),
    "overdue-cost": ("overdue/index", "[data-without-script]"),
    "next-step": ("overdue/plan", "[data-without-script]"),
    "complaint-letter": ("complaints/letter", "[data-letter] >> nth=0"),
    "deadlines": ("complaints/letter", "table >> nth=0"),
    "evidence-pack": ("complaints/evidence", "[data-for] >> nth=0"),
    "scam-check": ("risks/scam-kinds", "[data-because] >> nth=0"),
    "number-check": ("risks/scams", "p >> nth=0"),
}
"""Tool → its page, and what a reader without script has of it."""
WEB = re.compile(r"/assets/[^/]+\.js$")


def fails_to_arrive(route: Route) -> None:
    route.abort()


def is_a_portals_page(route: Route) -> None:
    route.fulfill(body="<html>Log in</html>", content_type="text/html")


def does_not_parse(route: Route) -> None:
    route.fulfill(body="(", content_type="text/javascript")


def throws(route: Route) -> None:
    route.fulfill(body="throw new Error('broken')", content_type="text/javascript")


FAULTS = [fails_to_arrive, is_a_portals_page, does_not_parse, throws]
each_fault = pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.__name__)
each_locale = pytest.mark.parametrize("locale", LOCALES)
each_tool = pytest.mark.parametrize("tool", WITHOUT_SCRIPT)


def break_scripts(page: Page, fault) -> None:
    """Break the scripts of pages, those inside them too."""

    def page_without_scripts(route: Route) -> None:
        response = route.fetch()
        # The last scripts of a page are those of its shell and tools; the first one runs before the first paint.
        head, body = response.text().split("<body", 1)
        body = re.sub(r"<script>.*?</script>", "<script>throw new Error('broken')</script>", body, flags=re.DOTALL)
        route.fulfill(response=response, body=f"{head}<body{body}")

    page.route(re.compile(r"/$"), page_without_scripts)
    page.route(WEB, fault)


@each_fault
@each_tool
def test_text_for_readers_without_script_comes_back(page: Page, site_url: str, tool: str, fault) -> None:
    page_id, selector = WITHOUT_SCRIPT[tool]
    break_scripts(page, fault)
    page.goto(f"{site_url}/{page_id.removesuffix('index').rstrip('/')}/")

    root = page.locator(f'[data-tool="{tool}"]')
    expect(root.locator(selector)).to_be_visible()
    expect(root.locator("button:visible")).to_have_count(0)
    expect(page.locator("[data-search-link]")).to_be_visible()
    expect(page.locator(INPUT)).to_be_hidden()
    expect(page.locator("[data-theme-switch]")).to_be_hidden()
    page.locator("[data-menu]").click()
    expect(page.locator("#nav")).to_be_visible()


@each_tool
def test_text_stays_until_the_tool_is_there(page: Page, address, tool: str) -> None:
    page_id, selector = WITHOUT_SCRIPT[tool]
    page.add_init_script("document.querySelectorAll = () => { throw new Error('not yet'); }")
    page.goto(address(page_id))

    expect(page.locator(f'[data-tool="{tool}"]').locator(selector)).to_be_visible()


TYPED = {
    "number-check": ("risks/scams/", {"number": "0755-95384"}),
    "afford": ("risks/", {"income": "8000", "spending": "5000"}),
    "deadlines": ("complaints/letter/", {"days-ago": "20"}),
}
"""Tool that shows nothing by itself → its page, and what is typed."""


@pytest.mark.parametrize("tool", TYPED)
def test_what_was_typed_before_the_script_came_gives_its_result(page: Page, site_url: str, tool: str) -> None:
    path, fields = TYPED[tool]
    held: list[Route] = []
    page.route(WEB, lambda route: held.append(route))
    page.goto(f"{site_url}/{path}", wait_until="commit")
    root = page.locator(f'[data-tool="{tool}"]')
    for name, text in fields.items():
        root.locator(f"[name={name}]").evaluate("(field, text) => { field.value = text; }", text)
    for route in held:
        route.continue_()
    page.unroute(WEB)

    expect(root.locator("output[data-value]:not([data-value=''])").first).to_be_visible()


def test_tools_that_are_there_show_no_text_for_readers_without_script(page: Page, address) -> None:
    for page_id, selector in WITHOUT_SCRIPT.values():
        if selector != "[data-without-script]":
            continue
        page.goto(address(page_id))
        expect(page.locator(selector).locator("visible=true")).to_have_count(0)
        expect(page.locator("[data-search-link]")).to_be_hidden()


def test_one_broken_tool_leaves_the_other_alone(page: Page, site_url: str) -> None:
    page.add_init_script("""new MutationObserver(() => {
        const form = document.querySelector('[data-tool="borrowing"] form');
        if (form && document.querySelector('[data-tool="true-rate"] script')) form.remove();
    }).observe(document, { childList: true, subtree: true });""")
    page.goto(f"{site_url}/costs/calculator/")

    expect(page.locator('[data-tool="borrowing"] [data-without-script]')).to_be_visible()
    expect(page.locator('[data-tool="true-rate"] [data-without-script]')).to_be_hidden()
    expect(page.locator('[data-tool="true-rate"] output[name="effective-annual"]')).not_to_be_empty()


@each_locale
def test_a_single_file_whose_script_fails_shows_all_its_text(browser: Browser, tmp_path, locale: str) -> None:
    from tests.browser.test_single_file import built

    text = built(locale).read_text(encoding="utf-8")
    at = text.rindex("<script>") + len("<script>")
    (tmp_path / "guide.html").write_text(f"{text[:at]}throw 1;{text[at:]}", encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "guide.html").as_uri())

    expect(page.locator("main > .page").locator("visible=true")).to_have_count(page.locator("main > .page").count())
    context.close()


@each_fault
@each_locale
@pytest.mark.parametrize("lost", ["search-", "search."])
def test_search_tells_that_it_failed_and_tries_again(page: Page, site_url: str, lost: str, fault, locale: str) -> None:
    address = re.compile(rf"/assets/{re.escape(lost)}.*\.js$")
    page.route(address, fault)
    page.goto(f"{site_url}/{'' if locale == 'zh' else 'en/'}")
    page.locator(INPUT).press_sequentially("95384")
    status = page.locator(STATUS)
    words = page.locator("[data-search]").get_attribute("data-failed")

    expect(status).to_have_text(words or "?")
    expect(status).to_be_in_viewport()
    expect(page.locator("[data-search-link]")).to_be_visible()
    page.unroute(address)
    page.locator(INPUT).press("0")
    page.locator(INPUT).press("Backspace")

    expect(page.locator(RESULT).first).to_be_visible()
    expect(page.locator("[data-search-link]")).to_be_hidden()


def test_enter_before_search_is_there_opens_the_first_result_when_it_is(page: Page, site_url: str) -> None:
    held: list[Route] = []
    page.route("**/assets/search*.js", lambda route: held.append(route))
    page.goto(f"{site_url}/")
    page.locator(INPUT).fill("罚息")
    page.locator(INPUT).press("Enter")
    page.wait_for_timeout(300)
    for route in held:
        route.continue_()

    page.wait_for_url(re.compile(r"/.+/(#.*)?$"))


def test_enter_always_leads_somewhere(page: Page, address) -> None:
    page.goto(address("index"))
    box = page.locator(INPUT)
    box.press("Enter")
    expect(page.locator(".search__ways a").first).to_be_focused()
    box.fill("qqzzqq xxkkxx")
    expect(page.locator(".search__nothing")).to_be_visible()
    box.press("Enter")

    expect(page.locator("[data-search] .search__below :focus")).to_have_count(1)
