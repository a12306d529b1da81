"""Every link of every page leads somewhere, in the site and in the bundle."""

from __future__ import annotations

import posixpath
from functools import cache
from urllib.parse import unquote, urldefrag

import pytest
from lxml import html

from tests.site.conftest import ALL_PAGES, Built, files

OUTSIDE = ("http://", "https://", "tel:", "mailto:", "data:")


@cache
def anchors(edition: str, path: str) -> frozenset[str]:
    return frozenset(html.document_fromstring(files(edition)[path].decode()).xpath("//@id"))


def addresses(page: Built) -> set[str]:
    found = set(page.tree.xpath("//@href | //@src"))
    return {address for address in found if not address.startswith(OUTSIDE)}


@pytest.mark.parametrize("page", ALL_PAGES, ids=repr)
def test_every_address_exists(page: Built) -> None:
    assert [fault for address in sorted(addresses(page)) if (fault := fault_of(page, address))] == []


def fault_of(page: Built, address: str) -> str:
    path, fragment = urldefrag(address)
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.path), unquote(path))).lstrip("/")
    if not path:
        target = page.path
    elif path.endswith(("/", "..", ".")) and page.edition == "site":
        target = posixpath.join(target, "index.html").lstrip("/")
    if target not in files(page.edition):
        return f"{address}: no such file"
    if fragment and "?" not in fragment and unquote(fragment) not in anchors(page.edition, target):
        return f"{address}: no such anchor"
    return ""


@pytest.mark.parametrize("page", [page for page in ALL_PAGES if page.edition == "bundle"], ids=repr)
def test_links_of_the_bundle_name_their_files(page: Built) -> None:
    assert [address for address in addresses(page) if urldefrag(address).url.endswith(("/", "..", "."))] == []


@pytest.mark.parametrize("page", ALL_PAGES, ids=repr)
def test_outside_links_are_only_for_reading(page: Built) -> None:
    """Nothing is loaded from another host: outside addresses stand in links and in what search engines read."""
    loaded = page.tree.xpath("//@src | //link[not(@rel='canonical' or @rel='alternate')]/@href")

    assert [address for address in loaded if address.startswith(("http:", "https:", "//"))] == []
