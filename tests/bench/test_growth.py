"""Of bigger guides: copies are whole, and what outgrows the pages is named."""

from __future__ import annotations

from pathlib import Path

import yaml

from bench.growth import Size, outgrowing, write_copy
from guide.base.project import here


def test_copy_has_every_page_as_often_as_asked_and_in_the_menu(tmp_path: Path) -> None:
    copy = write_copy(here(), tmp_path / "3x", 3)

    for locale in ("zh", "en"):
        pages = len(list((here().docs / locale).rglob("*.md")))
        assert len(list((copy / "docs" / locale).rglob("*.md"))) == 3 * pages
    menu = (copy / "mkdocs.yml").read_text(encoding="utf-8").split("\nnav:")[1].split("\nplugins:")[0]
    assert [next(iter(entry)) for entry in yaml.safe_load(menu)[-2:]] == ["copy-001", "copy-002"]


def test_what_grows_faster_than_the_pages_is_named() -> None:
    small, big = Size(10, {"build, s": 1.0, "index, kB": 1.0}), Size(100, {"build, s": 9.0, "index, kB": 40.0})
    bigger = Size(200, {"build, s": 18.0, "index, kB": 160.0})

    assert outgrowing([small, big]) == ["faster than the pages (10.0 times): index, kB, 40.0 times"]
    assert len(outgrowing([small, big, bigger])) == 2
