"""No axe finding on any page: light and dark, from 320 px to desktop."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

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


@pytest.mark.parametrize("ref", REFS, ids=lambda ref: f"{ref.locale}/{ref.page_id}")
def test_page_fits_a_small_phone_with_text_twice_as_large(view: Page, site_url: str, ref) -> None:
    view.set_viewport_size({"width": 360, "height": 640})
    view.goto(f"{site_url}/{ref.url}")
    view.evaluate("""() => { const root = document.documentElement;
        root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`; }""")

    assert view.evaluate("document.documentElement.scrollWidth") == 360


PICTURES = {
    "costs/interest/": ".figure",
    "overdue/": ".chart",
    "complaints/letter/#deadlines?received=2026-11-20": "[data-tool=deadlines] svg",
}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("place", PICTURES)
def test_pictures_follow_the_colours_that_a_device_forces(view: Page, site_url: str, place: str, theme: str) -> None:
    """Words in them do so by themselves, whatever theme was chosen: what lies behind must have the device's colours too."""
    view.emulate_media(forced_colors="active", color_scheme="dark" if theme == "light" else "light")
    view.add_init_script(f"localStorage.setItem('theme', '{theme}')")
    view.goto(f"{site_url}/{place}")
    picture = view.locator(PICTURES[place]).first
    picture.evaluate("picture => { const folded = picture.closest('details'); if (folded) folded.open = true; }")
    expect(picture).to_be_visible()
    wrong = picture.evaluate(
        """picture => { const probe = document.createElement("p");
        picture.append(probe);
        const forced = ["Canvas", "CanvasText", "LinkText"].map((name) => {
          probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
          return getComputedStyle(probe).color; });
        probe.remove();
        return [...picture.querySelectorAll("rect, line, polyline, circle, path")].map((part) => getComputedStyle(part))
          .flatMap(({ fill, stroke }) => [fill, stroke]).filter((colour) => colour !== "none" && !forced.includes(colour)); }"""
    )

    assert wrong == []
