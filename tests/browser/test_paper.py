"""The paper editions, printed from the pages as they are now."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from guide.build.project import Project
from guide.paper.characters import CHARACTERS
from guide.paper.paper import GUIDE_NAME, SHEET_NAME, make, page_numbers, print_all

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("paper")]

PROJECT = Project(Path(__file__).resolve().parents[2])
HEADINGS = {
    "zh": {
        "overdue-index--today": "今天先做什么",
        "risks-scams--first-hour": "钱已经转出去",
        "evidence-sources": "出处",
    },
    "en": {
        "overdue-index--today": "What to do today",
        "risks-scams--first-hour": "first hour",
        "evidence-sources": "Sources",
    },
}
NUMBERS = ("95384", "110", "96110", "12378")


@pytest.fixture(scope="module")
def papers(browser: Browser) -> Iterator[dict[str, bytes]]:
    """Every paper edition by its file's name."""
    context = browser.new_context(java_script_enabled=False)
    yield dict(print_all(PROJECT, make(PROJECT), context.new_page()))
    context.close()


def text_of(pdf: bytes, number: int) -> str:
    """Words of one page (from 1), without the breaks between lines."""
    return PdfReader(io.BytesIO(pdf)).pages[number - 1].extract_text().replace("\n", " ")


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_guide_is_tagged_and_has_bookmarks(papers: dict[str, bytes], locale: str) -> None:
    reader = PdfReader(io.BytesIO(papers[GUIDE_NAME.format(locale)]))

    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert reader.root_object["/Lang"].startswith(locale)
    assert len(reader.outline) > 20


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_contents_name_the_pages_where_headings_are(papers: dict[str, bytes], locale: str) -> None:
    pdf = papers[GUIDE_NAME.format(locale)]
    numbers = page_numbers(pdf)
    contents = " ".join(text_of(pdf, page) for page in range(2, numbers["index"]))

    for anchor, words in HEADINGS[locale].items():
        assert words in text_of(pdf, numbers[anchor])
        assert str(numbers[anchor]) in contents.split(words, 1)[1][:60]


def test_chinese_text_can_be_taken_out(papers: dict[str, bytes]) -> None:
    pdf = papers[GUIDE_NAME.format("zh")]
    everything = "".join(text_of(pdf, page + 1) for page in range(0, len(PdfReader(io.BytesIO(pdf)).pages), 12))

    assert not set(everything) & set(map(chr, CHARACTERS))
    assert "微粒贷独立指南" in text_of(pdf, 1)
    assert "打开微信" in text_of(pdf, page_numbers(pdf)["overdue-index--today"])


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_emergency_sheet_is_one_page_with_the_numbers(papers: dict[str, bytes], locale: str) -> None:
    pdf = papers[SHEET_NAME.format(locale)]

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert all(number in text_of(pdf, 1) for number in NUMBERS)
