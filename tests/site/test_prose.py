"""Every built page keeps the numbers of the writing guide, or says in its front matter why it cannot."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from guide.base.address import LOCALES, PageRef
from guide.check.prose.blocks import read_page
from guide.check.prose.measure import findings, measure
from guide.check.prose.source import front_matter, terms_of
from guide.data import load_book

ROOT = Path(__file__).parents[2]
PAGES = [
    PageRef(path.relative_to(ROOT / "docs" / locale).with_suffix("").as_posix(), locale)
    for locale in LOCALES
    for path in sorted((ROOT / "docs" / locale).rglob("*.md"))
]


@cache
def terms() -> frozenset[str]:
    return terms_of(load_book(ROOT / "data"))


@pytest.mark.parametrize("ref", PAGES, ids=lambda ref: f"{ref.locale}/{ref.page_id}")
def test_page_is_written_plainly(ref: PageRef) -> None:
    source = (ROOT / "docs" / ref.locale / f"{ref.page_id}.md").read_text(encoding="utf-8")
    if reason := front_matter(source).get("writing_exception"):
        pytest.skip(reason)

    page = read_page((ROOT / "site" / ref.url / "index.html").read_text(encoding="utf-8"))

    assert findings(measure(page, ref.locale, terms()), ref.locale) == []
