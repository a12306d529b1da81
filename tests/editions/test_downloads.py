"""The page that offers the editions: what was made, how big it is, and its sum."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from lxml import html

from guide.editions.downloads import with_downloads
from tests.small_guide import page, site

CONTENT = (
    '<ul><li><p data-download="a.zip"></p></li><li><p data-download="b.pdf"></p></li></ul>'
    '<p><data data-copy-size value="">?</data> MB</p>'
)


@pytest.fixture
def tree(tmp_path: Path) -> html.HtmlElement:
    """The page where `a.zip` was made, and `b.pdf` was not."""
    (tmp_path / "a.zip").write_bytes(b"x" * 12_345_678)
    return html.fromstring(with_downloads(page("download", "en", CONTENT), site(), tmp_path, 1.94).html)


def test_file_is_offered_with_size_and_sum(tree: html.HtmlElement) -> None:
    told = tree.xpath("//article")[0].text_content()

    assert tree.xpath("//a[@download]/@href") == ["../../downloads/a.zip"]
    assert "12,346" in told
    assert tree.find_class("sum")[0].text == hashlib.sha256(b"x" * 12_345_678).hexdigest()


def test_what_was_not_made_is_not_offered(tree: html.HtmlElement) -> None:
    assert len(tree.xpath("//article//li")) == 1
    assert "b.pdf" not in html.tostring(tree, encoding="unicode")


def test_reader_is_told_how_much_a_copy_loads(tree: html.HtmlElement) -> None:
    (size,) = tree.xpath("//article//data")

    assert (size.text, size.get("value"), size.get("data-copy-size")) == ("1.9", "1.9", None)
