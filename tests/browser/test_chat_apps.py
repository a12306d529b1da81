"""Where saving and printing have no effect, as in the browsers of chat apps; and words typed that nobody must lose."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from guide.base.address import LOCALES
from tests.browser import test_help_tools as help_tools
from tests.browser import test_money_tools as money_tools

PAGES = {**money_tools.PAGES, **help_tools.PAGES}
ANSWERED = {
    "number-check": "",
    "next-step": help_tools.CANNOT_PAY,
    "deadlines": "#deadlines?received=2026-11-02",
    "afford": "#afford?income=5000&spending=3000",
}
"""How a tool comes to its result by its address."""
SAVES = ["csv", "calendar", "save-text", "save-word", "print"]
WAYS = {
    "clipboard": "",
    "command": "delete Navigator.prototype.clipboard;",
    "refused": "navigator.clipboard.writeText = () => Promise.reject(new Error('not here'));",
    "silent": "navigator.clipboard.writeText = () => new Promise(() => {});",
    "by-hand": "delete Navigator.prototype.clipboard; document.execCommand = () => false;",
}
"""What a browser has for copying."""
SAID = """self.copied = null;
addEventListener("copy", () => { copied = String(document.activeElement.value); }, true);
if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { copied = text; };"""

each_locale = pytest.mark.parametrize("locale", LOCALES)


def write_letter(page: Page) -> None:
    """Type what finishes the first letter."""
    help_tools.fill(page.locator('[data-tool="complaint-letter"]'), help_tools.CORE)


@each_locale
@pytest.mark.parametrize("name", [name for name in PAGES if name != "number-check"])
def test_what_to_do_stands_beside_the_buttons(page: Page, address, locale: str, name: str) -> None:
    page.goto(address(PAGES[name], locale) + ANSWERED.get(name, ""))
    tool = page.locator(f'[data-tool="{name}"]')
    if name == "complaint-letter":
        write_letter(page)

    assert tool.locator(",".join(f'[data-action="{action}"]' for action in SAVES)).first.is_visible()
    expect(tool.locator("[data-no-effect]")).to_be_visible()
    assert tool.locator('[data-action^="copy"]').first.is_visible()


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ["complaint-letter", "borrowing", "next-step"])
def test_a_copy_always_comes_about(browser: Browser, site_url: str, name: str, way: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(SAID + WAYS[way])
    page = context.new_page()
    page.goto(f"{site_url}/{PAGES[name]}/{ANSWERED.get(name, '')}")
    tool = page.locator(f'[data-tool="{name}"]')
    if name == "complaint-letter":
        write_letter(page)
    button = tool.locator('[data-action="copy-letter"], [data-action="copy-text"]').first
    words = {"complaint-letter": "王小明", "borrowing": "10000", "next-step": "95384"}[name]
    button.click()

    by_hand = tool.locator("[data-copy-by-hand]")
    if way == "by-hand":
        expect(by_hand).to_contain_text(button.get_attribute("data-by-hand") or "?")
        selected = by_hand.locator("textarea").evaluate(
            "area => [document.activeElement === area, area.value.slice(area.selectionStart, area.selectionEnd)]"
        )
        assert selected[0]
        assert words in selected[1]
    else:
        expect(button).to_have_text(button.get_attribute("data-done") or "?")
        assert words in page.evaluate("copied")
        expect(by_hand).to_have_count(0)
    context.close()


def test_a_print_that_never_came_does_not_spoil_the_next(page: Page, site_url: str) -> None:
    page.add_init_script("window.print = () => {}")
    page.goto(f"{site_url}/costs/calculator/")
    page.locator('[data-tool="borrowing"] [data-action="print"]').click()
    page.locator('[data-tool="true-rate"] [data-action="print"]').click()
    page.emulate_media(media="print")
    expect(page.locator('[data-tool="borrowing"]')).to_be_hidden()
    expect(page.locator('[data-tool="true-rate"]')).to_be_visible()

    page.wait_for_timeout(2300)
    expect(page.locator('[data-tool="borrowing"]')).to_be_visible()
    expect(page.locator("h1")).to_be_visible()


def test_a_browser_without_printing_has_no_fault(page: Page, site_url: str) -> None:
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.add_init_script("window.print = undefined")
    page.goto(f"{site_url}/costs/calculator/")
    page.locator('[data-tool="borrowing"] [data-action="print"]').click()

    assert faults == []


LEAVING = {
    "a link": "document.querySelector('.footer a').click()",
    "the other language": "document.querySelector('[data-language-switch]').click()",
    "reload": "location.reload()",
}


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Kinds of the questions that the page asked; each is answered with “stay”."""
    kinds: list[str] = []

    def stay(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return kinds


@each_locale
@pytest.mark.parametrize("way", LEAVING)
def test_a_typed_letter_is_not_left_without_a_question(page: Page, asked, address, locale: str, way: str) -> None:
    page.goto(address("complaints/letter", locale))
    write_letter(page)
    page.evaluate(LEAVING[way])
    page.wait_for_timeout(400)

    assert asked == ["beforeunload"]
    expect(page.locator('[name="facts"]')).to_have_value(help_tools.CORE["facts"])
    # A place on the same page is no way out.
    page.evaluate("location.hash = '#letter-repayment-plan'")
    assert len(asked) == 1


@pytest.mark.parametrize("action", ["", "copy-letter", "save-text", "save-word", "erase"])
def test_who_typed_nothing_or_has_it_safe_is_not_asked(page: Page, asked, site_url: str, action: str) -> None:
    page.goto(f"{site_url}/complaints/letter/")
    page.locator('[name="letter"][value="dispute-charge"]').check()
    page.mouse.click(5, 5)
    if action:
        page.locator('[name="letter"]').first.check()
        write_letter(page)
        page.locator(f'[data-action="{action}"]').click()
        page.wait_for_timeout(300)
    page.evaluate(LEAVING["a link"])
    page.wait_for_url("**/about/")

    assert asked == []


def test_iphones_are_asked_at_the_link(browser: Browser, site_url: str) -> None:
    """They let a page be left without a word; so the question is asked where the reader taps."""
    context = browser.new_context(user_agent="Mozilla/5.0 (iPhone; CPU iPhone OS 13_4 like Mac OS X) MicroMessenger/8")
    page = context.new_page()
    kinds: list[str] = []
    page.on("dialog", lambda dialog: (kinds.append(dialog.type), dialog.dismiss()))
    page.goto(f"{site_url}/complaints/letter/")
    write_letter(page)
    page.locator(".footer a").first.click()
    page.wait_for_timeout(300)

    assert kinds == ["confirm"]
    assert page.url.endswith("/complaints/letter/")
    context.close()


STRANGE = ["\ud83d", "a\udc00b\ud800", "逾期三天会怎么样？\n" * 2000, "\u0000\u202e\ufffe", "9" * 5000, "%E0%A4%A"]


@pytest.mark.parametrize("name", PAGES)
def test_whatever_is_pasted_is_no_fault(page: Page, address, name: str) -> None:
    """In every field: half an emoji, a page of text, signs that nobody sees, digits without end."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address(PAGES[name]))
    tool = page.locator(f'[data-tool="{name}"]')
    slow = tool.evaluate(
        """(root, texts) => { let longest = 0;
        for (const field of root.querySelectorAll("form input:not([type=checkbox]):not([type=radio]), form textarea")) {
          const before = field.value;
          for (const text of texts) {
            field.value = JSON.parse(text);
            const start = performance.now();
            for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, {bubbles: true}));
            longest = Math.max(longest, performance.now() - start);
          }
          field.value = before;
          field.dispatchEvent(new Event("input", {bubbles: true}));
        }
        return longest; }""",
        [json.dumps(text) for text in STRANGE],
    )
    page.wait_for_timeout(500)

    assert faults == []
    assert slow < 3000
