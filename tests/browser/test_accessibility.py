"""No axe finding on any page: light and dark, from 320 px to desktop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import ROOT
from tests.site.conftest import REFS

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def view(browser: Browser) -> Iterator[Page]:
    # axe is put into the page from outside, which the page's policy rightly forbids.
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: f"{ref.locale}/{ref.page_id}")
def test_page_has_no_finding(view: Page, site_url: str, ref) -> None:
    findings = []
    for width, scheme in ((320, "light"), (320, "dark"), (1280, "light"), (1280, "dark")):
        view.set_viewport_size({"width": width, "height": 900})
        view.emulate_media(color_scheme=scheme)
        if (width, scheme) == (320, "light"):
            view.goto(f"{site_url}/{ref.url}")
            view.evaluate(AXE)
        findings += [f"{width} px {scheme}: {finding}" for finding in axe(view)]

    assert findings == []


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: f"{ref.locale}/{ref.page_id}")
def test_page_fits_a_small_screen_and_larger_text(view: Page, site_url: str, ref) -> None:
    """No sideways scrolling at 320 px, nor with the text spacing of WCAG 1.4.12 at twice the size."""
    view.set_viewport_size({"width": 320, "height": 900})
    view.goto(f"{site_url}/{ref.url}")
    plain = view.evaluate("document.documentElement.scrollWidth")
    view.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: .12em !important;
          word-spacing: .16em !important } p { margin-bottom: 2em !important }`);
        document.adoptedStyleSheets = [sheet]; }"""
    )
    spaced = view.evaluate("document.documentElement.scrollWidth")

    assert (plain, spaced) == (320, 320)


def axe(view: Page) -> list[str]:
    """Findings of axe as short lines."""
    result = view.evaluate(
        "tags => axe.run({runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{violation['id']}: {node['target']} {node['failureSummary'][:160]}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
