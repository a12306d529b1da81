"""Every tool, search and menu in a browser without the calls that Chrome 80 or Safari 13.1 lack.

The tests are those of the tools themselves; only the browser is older.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

# ruff: noqa: F401
from tests.browser.test_help_tools import (
    locale,
    open_tool,
    test_answers_can_be_taken_back_changed_and_shared,
    test_calendar_file_is_read_by_another_library,
    test_days_ago_give_the_date_and_what_to_do,
    test_deadlines_are_those_of_the_cases,
    test_evidence_pack_keeps_everything_while_nothing_is_ticked,
    test_letter_is_finished_or_says_what_is_missing,
    test_letter_is_saved_as_text_and_for_word,
    test_number_check_tells_official_from_look_alike,
    test_questions_lead_to_the_steps_of_the_cases,
    test_scam_check_warns_at_the_first_sign,
)
from tests.browser.test_money_tools import (
    test_each_case_shows_its_result,
    test_offers_are_ranked_by_the_true_rate_with_reasons,
    test_the_schedule_is_saved_for_spreadsheets,
)
from tests.browser.test_search import (
    test_enter_alone_opens_the_first_result,
    test_readers_words_find_their_page_in_their_language,
    test_when_nothing_fits_there_is_something_to_try,
)
from tests.browser.test_shell import (
    test_language_switch_keeps_the_place,
    test_menu_opens_and_closes_by_keyboard,
    test_theme_is_chosen_kept_and_all_that_is_stored,
)
from tests.browser.test_single_file import FILES, built

ROOT = Path(__file__).resolve().parents[2]

MISSING = """
for (const kind of [Element, Document, DocumentFragment]) delete kind.prototype.replaceChildren;
for (const kind of [Array, String, Object.getPrototypeOf(Int8Array)]) {
  for (const name of ["at", "replaceAll", "findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "with",
    "isWellFormed", "toWellFormed"]) delete kind.prototype[name];
}
for (const [owner, names] of [
  [Object, ["hasOwn", "groupBy"]], [Promise, ["any", "withResolvers", "try"]], [Array, ["fromAsync"]],
  [Map, ["groupBy"]], [URL, ["canParse", "parse"]], [AbortSignal, ["timeout", "any"]], [Response, ["json"]],
  [Blob.prototype, ["text", "arrayBuffer", "stream", "bytes"]], [crypto, ["randomUUID"]],
  [Element.prototype, ["checkVisibility", "setHTMLUnsafe", "getHTML", "ariaNotify"]],
  [HTMLElement.prototype, ["showPopover", "hidePopover", "togglePopover", "inert"]],
  [HTMLFormElement.prototype, ["requestSubmit"]], [HTMLInputElement.prototype, ["showPicker"]],
  [Document, ["parseHTMLUnsafe"]], [Document.prototype, ["adoptedStyleSheets", "startViewTransition"]],
  [CSSStyleSheet.prototype, ["replace", "replaceSync"]], [Navigator.prototype, ["clipboard", "share", "canShare", "storage"]],
  [Intl, ["ListFormat", "DisplayNames", "RelativeTimeFormat", "Segmenter", "supportedValuesOf"]],
  [self, ["BigInt", "structuredClone", "reportError", "WeakRef", "AggregateError",
    "FinalizationRegistry", "ResizeObserver", "requestIdleCallback", "CompressionStream", "DecompressionStream",
    "HTMLDialogElement", "Highlight", "scheduler", "navigation", "cookieStore", "createImageBitmap"]],
]) for (const name of names) { delete owner[name]; delete Object.getPrototypeOf(owner)?.[name]; }
const observe = PerformanceObserver.prototype.observe;
PerformanceObserver.prototype.observe = function (options) {
  if (!options.entryTypes) throw new TypeError("entryTypes is missing");
  return observe.call(this, options);
};
"""
"""What has come to browsers since, taken away (but for arrays of BigInts, which the tests themselves need).

Safari 13 observes lists of types alone."""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser of 2020, in which nothing may go wrong unseen."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    context.add_init_script(MISSING)
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    yield page
    context.close()
    assert faults == []


@pytest.mark.parametrize("language", FILES)
def test_a_single_file_shows_its_pages_reckons_and_finds(page: Page, language: str) -> None:
    page.goto(f"{built(language).as_uri()}#borrowing?amount=10000&daily=0.05&instalments=12")
    interest = page.locator('[data-tool="borrowing"] output[name="total-interest"]')
    page.wait_for_function("output => output.dataset.value", arg=interest.element_handle())
    page.locator('[data-guide="search-input"]').fill("95384")

    page.locator('[data-guide="search-result"]').first.wait_for()


def test_no_script_has_syntax_that_safari_13_cannot_read() -> None:
    """The bundler brings syntax to 2020; what it leaves alone are regular expressions that look behind, and `v`."""
    scripts = [*(ROOT / "site").rglob("*.js"), *(ROOT / "site").rglob("*.html")]
    found = [str(path) for path in scripts if re.search(r"\(\?<[=!]", path.read_text(encoding="utf-8"))]

    assert found == []
