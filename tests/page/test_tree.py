"""Addresses and ids of a page, told in another edition's way."""

from __future__ import annotations

import pytest

from guide.page.tree import below_root, document, fragment, inner_html, readdress, rename_ids


@pytest.mark.parametrize(
    ("page", "path", "expected"),
    [
        ("", "./", ""),
        ("", "costs/", "costs/"),
        ("costs/", "../", ""),
        ("costs/", "..", ""),
        ("en/costs/", "..", "en/"),
        ("en/costs/", ".", "en/costs/"),
        ("en/costs/", "../../assets/a.png", "assets/a.png"),
        ("en/costs/", "../faq/", "en/faq/"),
    ],
)
def test_path_is_told_from_the_root(page: str, path: str, expected: str) -> None:
    assert below_root(page, path) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../faq/#a", "en/faq/|a"),
        ("../../assets/x.png", "assets/x.png|"),
        ("#here", "#here"),
        ("?x=1", "?x=1"),
        ("//cdn.example/x.js", "//cdn.example/x.js"),
        ("https://law.example/x", "https://law.example/x"),
        ("tel:110", "tel:110"),
        ("sms:95384", "sms:95384"),
    ],
)
def test_only_addresses_below_the_root_are_told_anew(address: str, expected: str) -> None:
    tree = document(f'<html><body><a href="{address}">x</a></body></html>')
    readdress(tree, "en/costs/", lambda path, place: f"{path}|{place}")

    assert tree.xpath("//a/@href") == [expected]


def test_lists_of_addresses_and_files_of_search_are_told_too() -> None:
    tree = document('<html><body><p data-carry-pages="../ ../faq/" data-engine="../../assets/s.js"></p></body></html>')
    readdress(tree, "en/costs/", lambda path, place: f"<{path}>")

    assert tree.xpath("//@data-carry-pages") == ["<en/> <en/faq/>"]
    assert tree.xpath("//@data-engine") == ["<assets/s.js>"]


def test_what_refers_to_an_id_follows_it_and_others_stay() -> None:
    tree = fragment(
        '<label for="a">x</label><input id="a" aria-describedby="b other"><p id="b"></p>'
        '<svg><path id="c"></path><use fill="url(#c)"></use></svg>'
    )
    rename_ids(tree.iter("*"), lambda name: f"page--{name}", {"a", "b", "c"})
    text = inner_html(tree)

    assert tree.xpath(".//@id") == ["page--a", "page--b", "page--c"]
    assert tree.xpath(".//label/@for") == ["page--a"]
    assert tree.xpath(".//input/@aria-describedby") == ["page--b other"]
    assert "url(#page--c)" in text
