"""Addresses of pages, and links between them, from every depth."""

from __future__ import annotations

import pytest

from guide.base.address import PageRef, page_link, page_ref, relative_address


@pytest.mark.parametrize(
    ("src", "url", "file"),
    [
        ("zh/index.md", "", "index.html"),
        ("en/index.md", "en/", "en/index.html"),
        ("zh/faq.md", "faq/", "faq.html"),
        ("zh/costs/index.md", "costs/", "costs/index.html"),
        ("en/costs/calculator.md", "en/costs/calculator/", "en/costs/calculator.html"),
    ],
)
def test_page_has_an_address_and_a_file(src: str, url: str, file: str) -> None:
    assert (page_ref(src).url, page_ref(src).file_name) == (url, file)


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "", "./"),
        ("", "costs/", "costs/"),
        ("costs/", "", "../"),
        ("costs/", "costs/", "./"),
        ("costs/", "costs/calculator/", "calculator/"),
        ("costs/calculator/", "costs/", "../"),
        ("en/costs/", "costs/", "../../costs/"),
        ("en/costs/", "en/faq/", "../faq/"),
        ("costs/", "costs", "../costs"),
        ("en/costs/index.html", "en/costs/index.html", "index.html"),
        ("en/faq.html", "assets/guide.css", "../assets/guide.css"),
    ],
)
def test_address_leads_there_from_where_it_stands(origin: str, target: str, expected: str) -> None:
    assert relative_address(origin, target) == expected


@pytest.mark.parametrize(
    ("target", "anchor", "expected"),
    [("costs/index", "", "./"), ("costs/index", "fees", "#fees"), ("faq", "", "../faq/"), ("faq", "a", "../faq/#a")],
)
def test_link_within_a_page_is_its_place_alone(target: str, anchor: str, expected: str) -> None:
    assert page_link(PageRef("costs/index", "en"), PageRef(target, "en"), anchor) == expected
