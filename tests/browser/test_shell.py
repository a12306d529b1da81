"""The shell around every page: theme, navigation, language switch, notice on an old copy; with and without script."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

LOCALES = ("zh", "en")

each_locale = pytest.mark.parametrize("locale", LOCALES)


@each_locale
def test_theme_is_chosen_kept_and_all_that_is_stored(page: Page, address, locale: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address("costs/index", locale))
    paper = page.evaluate("getComputedStyle(document.body).backgroundColor")

    page.locator("[data-theme-switch]").click()
    page.reload()

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != paper
    assert page.evaluate("Object.entries({...localStorage})") == [["theme", "dark"]]
    assert page.evaluate("[document.cookie, sessionStorage.length]") == ["", 0]


@each_locale
def test_menu_opens_and_closes_by_keyboard(page: Page, address, locale: str) -> None:
    page.goto(address("overdue/index", locale))
    opener, panel = page.locator("[data-menu]"), page.locator("#nav")

    opener.focus()
    page.keyboard.press("Enter")
    expect(panel).to_be_visible()
    expect(opener).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")

    expect(panel).to_be_hidden()
    expect(opener).to_be_focused()


@each_locale
def test_menu_and_switch_work_without_script(browser: Browser, address, locale: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address("overdue/index", locale))

    if page.locator("[data-menu]").count():
        page.locator("[data-menu]").click()
    else:
        # The pages of the bundle share one list, which takes a script; without it there is the page of all pages.
        page.locator("header a[href*='sitemap']").click()
    page.locator("#nav a[href*='complaints'], main a[href*='complaints']").first.click()
    page.locator("[data-language-switch]").click()

    assert page.locator("html").get_attribute("lang") == ("en" if locale == "zh" else "zh-CN")
    assert "complaints" in page.url
    context.close()


def test_language_switch_keeps_the_place(page: Page, address) -> None:
    page.goto(address("overdue/index", "zh"))
    page.locator("#grace-period").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('grace-period').scrollIntoView({behavior: 'instant'})")

    page.locator("[data-language-switch]").evaluate("link => link.click()")
    page.wait_for_url("**/en/**")

    assert page.url.endswith("#grace-period")


@each_locale
def test_old_copy_says_that_it_is_old(browser: Browser, address, locale: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2031-03-01T08:00:00")
    page.goto(address("complaints/index", locale))

    expect(page.locator("[data-review-by]")).to_be_visible()
    context.close()


@each_locale
def test_fresh_copy_is_quiet(browser: Browser, address, locale: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time="2026-11-24T08:00:00")
    page.goto(address("complaints/index", locale))

    expect(page.locator("[data-review-by]")).to_be_hidden()
    context.close()


@each_locale
def test_first_tab_skips_to_the_text(page: Page, address, locale: str) -> None:
    page.goto(address("faq", locale))

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_every_stop_of_the_tab_key_is_seen(page: Page, site_url: str) -> None:
    """The focused element is never wholly hidden, on a page with every kind of control."""
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/overdue/")
    hidden = []
    for _ in range(60):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect();
            if (at === document.body) return '';
            const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
            const ring = getComputedStyle(at).outlineStyle !== 'none';
            return inside && ring ? '' : at.outerHTML.slice(0, 120); }"""
        )
        hidden += [seen] if seen else []

    assert "\n".join(hidden) == ""


def test_print_opens_closed_parts_and_drops_navigation(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/en/overdue/")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("details:not([open])").count() == 0
    expect(page.locator("#nav")).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("main details[open]").count() == 0


def switched(page: Page) -> str:
    """The part after the page of the address that the switch of languages leads to."""
    link = page.locator("[data-language-switch]")
    link.evaluate("link => link.click()")
    page.wait_for_url("**/en/**")
    return "#" + page.url.partition("#")[2]


def test_language_switch_keeps_the_heading_in_the_address_from_the_top(page: Page, address) -> None:
    page.goto(address("faq") + "#debit-failed")
    page.evaluate("scrollTo(0, 0)")
    page.wait_for_timeout(300)

    assert switched(page) == "#debit-failed"


def test_language_switch_keeps_the_heading_that_was_read_last(page: Page, address) -> None:
    page.goto(address("overdue/index"))
    page.evaluate("document.getElementById('grace-period').scrollIntoView({behavior: 'instant'})")
    page.wait_for_timeout(300)
    for _ in range(40):
        page.mouse.wheel(0, -400)
        page.wait_for_timeout(20)
    page.evaluate("scrollTo(0, 0)")

    assert switched(page) == "#grace-period"


USED = {
    "overdue-cost": ("overdue/index", lambda tool: tool.locator('[name="amount"]').fill("54321"), "amount=54321"),
    "true-rate": ("costs/calculator", lambda tool: tool.locator('[name="payment"]').fill("950"), "payment=950"),
    "next-step": (
        "overdue/plan",
        lambda tool: [tool.locator(f'[data-action="answer"][value="{answer}"]').click() for answer in ("late", "days")],
        "situation=late&late=days",
    ),
    "deadlines": ("complaints/letter", lambda tool: tool.locator('[name="received"]').fill("2026-11-02"), "2026-11-02"),
    "complaint-letter": (
        "complaints/letter",
        lambda tool: tool.locator('[name="letter"][value="settlement-proof"]').check(),
        "letter=settlement-proof",
    ),
}


@pytest.mark.parametrize("tool", USED)
def test_language_switch_takes_the_tool_along_that_was_used(page: Page, address, tool: str) -> None:
    page_id, use, told = USED[tool]
    page.goto(address(page_id))
    use(page.locator(f'[data-tool="{tool}"]'))
    page.evaluate("scrollTo(0, 0)")
    place = switched(page)

    assert place.startswith(f"#{tool}?")
    assert told in place


def test_language_switch_takes_no_word_of_a_letter_along(page: Page, address) -> None:
    page.goto(address("complaints/letter") + "#letter-repayment-plan")
    page.locator('[data-tool="complaint-letter"] [name="facts"]').fill("private")
    page.on("dialog", lambda dialog: dialog.accept())

    assert switched(page) == "#complaint-letter?letter=repayment-plan"
    expect(page.locator('[data-tool="complaint-letter"] [name="letter"]:checked')).to_have_value("repayment-plan")


@pytest.mark.parametrize("chosen", ["", "light", "dark"])
def test_paper_is_light_whatever_the_screen_shows(page: Page, site_url: str, chosen: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.add_init_script(f"localStorage.setItem('theme', '{chosen}')")
    page.goto(f"{site_url}/costs/")
    page.emulate_media(color_scheme="dark", media="print")

    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
