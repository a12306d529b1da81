"""A finished page for the web: its policy fits what it holds, its scripts come late."""

from __future__ import annotations

import pytest
from lxml import html

from guide.web.pages import web_page
from guide.web.policy import source_hash
from guide.web.site import used_files
from tests.small_guide import pages, site


def finished(number: int, *, preview: bool = False) -> html.HtmlElement:
    return html.fromstring(web_page(pages()[number], site().assets, preview=preview))


@pytest.mark.parametrize("number", range(4))
def test_policy_allows_what_stands_inside(number: int) -> None:
    page = finished(number)
    policy = page.xpath("//meta[@http-equiv]/@content")[0]

    assert all(source_hash(text) in policy for text in page.xpath("//script[not(@src)]/text() | //style/text()"))
    assert "unsafe" not in policy


def test_policy_of_a_preview_lets_the_reload_through() -> None:
    policy = finished(0, preview=True).xpath("//meta[@http-equiv]/@content")[0]

    assert "script-src 'self' 'unsafe-inline'" in policy


@pytest.mark.parametrize(("number", "top"), [(0, "./"), (1, "../"), (2, "../"), (3, "../../")])
def test_scripts_and_search_are_reached_from_every_depth(number: int, top: str) -> None:
    page = finished(number)

    assert page.xpath("//template[@data-later]//script/@src") == [f"{top}assets/site.0A.js"]
    assert page.xpath("//@data-engine") == [f"{top}assets/search.0A.js"]


def test_files_that_pages_use_are_known_from_the_root() -> None:
    used = used_files(pages(), "https://guide.example/")

    assert {"assets/icon.svg", "overdue/", "en/"} <= used
    assert not [path for path in used if "law.example" in path or "110" in path]
