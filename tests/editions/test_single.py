"""The edition in one file: every address is a place in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from guide.editions.single import OTHER_EDITION, Places, single_file
from guide.web.policy import source_hash
from tests.small_guide import finished, page, site


@pytest.fixture
def text(tmp_path: Path) -> str:
    return single_file(site(), "en", finished(tmp_path / "site"), "")


@pytest.fixture
def tree(text: str) -> html.HtmlElement:
    return html.fromstring(text)


def test_every_link_leads_to_a_place_or_outside(tree: html.HtmlElement) -> None:
    ids = set(tree.xpath("//@id"))
    links = [link for link in tree.xpath("//article//a/@href | //nav//a/@href") if "?" not in link]

    assert [link for link in links if link.startswith("#") and link[1:] not in ids] == []
    assert [link for link in links if not link.startswith(("#", "tel:", "https:", "weilidai-guide-"))] == []


def test_ids_are_unique_and_what_refers_to_them_follows(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")

    assert len(ids) == len(set(ids))
    assert tree.xpath("//label/@for") == tree.xpath("//input/@id")
    assert {"index/same", "overdue/index/same", "today"} <= set(ids)


def test_language_switch_leads_to_the_other_file(tree: html.HtmlElement) -> None:
    assert OTHER_EDITION in tree.xpath("//header//a/@href")


def test_pictures_stand_in_the_file_and_addresses_that_fill_a_tool_stay(tree: html.HtmlElement) -> None:
    assert tree.xpath("//article//img/@src")[0].startswith("data:image/svg+xml;base64,")
    assert "#borrowing?amount=1" in tree.xpath("//article//a/@href")


def test_notice_on_an_old_copy_is_of_the_page_that_is_due_first(tree: html.HtmlElement) -> None:
    assert tree.xpath("//@data-review-by") == ["2026-12-31"]


def test_search_knows_the_places_of_the_file(tree: html.HtmlElement) -> None:
    data = json.loads(tree.xpath("//script[@data-single]/text()")[0])

    assert [row[1] for row in data["index"]["sections"]] == ["", "", "today", "overdue/index/same"]
    assert data["index"]["answers"][0]["anchor"] == "today"


def test_policy_allows_exactly_what_the_file_holds(text: str, tree: html.HtmlElement) -> None:
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    inline = tree.xpath("//script[not(@type)]/text() | //style/text()")

    assert len(inline) == 3
    assert "img-src data:;" in policy
    assert "default-src 'none'" in policy
    assert "http" not in policy
    assert all(source_hash(part) in policy for part in inline)
    assert "<!--" not in text


@pytest.mark.parametrize("step", [1, -1])
def test_pages_stand_in_the_order_of_the_menu_however_they_were_made(tmp_path: Path, step: int) -> None:
    small = site()
    text = single_file(replace(small, pages=small.pages[::step]), "en", finished(tmp_path / "site"), "")
    headings = html.fromstring(text).xpath("//article//h1")

    assert [heading.text for heading in headings[:2]] == ["Start", "Overdue"]


@pytest.mark.parametrize(
    ("page_id", "anchor", "place"),
    [
        ("overdue/index", "", "overdue/index"),
        ("overdue/index", "today", "today"),
        ("overdue/index", "same", "overdue/index/same"),
        ("overdue/index", "no-such", "overdue/index"),
        ("overdue/index", "borrowing?amount=1", "borrowing?amount=1"),
        ("overdue/index", "faq", "overdue/index/faq"),
    ],
)
def test_place_in_the_file(page_id: str, anchor: str, place: str) -> None:
    contents = {
        "overdue/index": '<h2 id="today">x</h2><p id="same"></p><p id="faq">an id that is the name of a page</p>',
        "faq": '<p id="same"></p>',
    }
    trees = {name: html.document_fromstring(page(name, "en", content).html) for name, content in contents.items()}

    assert Places(trees).of(page_id, anchor) == place
