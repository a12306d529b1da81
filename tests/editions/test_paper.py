"""The paper editions, printed by what stands in for a browser: page numbers, time, and one sheet that stays one."""

from __future__ import annotations

import io
import re
from collections import defaultdict
from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from guide.base.project import here
from guide.data import load_book
from guide.editions.chapters import make_chapters
from guide.editions.paper import (
    MOST_PRINTS,
    NotOnePage,
    page_numbers,
    print_guide,
    print_sheet,
    sheet_html,
    with_moment,
)
from tests.small_guide import page, pages

MOMENT = datetime(2026, 11, 29, 8, 30, 20, tzinfo=UTC)
STAMP = b"/CreationDate (D:20300101000000+00'00')"


def paper(count: int, anchors: dict[str, int] | None = None) -> bytes:
    """A PDF of so many pages, with places on them (page from 0)."""
    writer = PdfWriter()
    for _ in range(count):
        writer.add_blank_page(595, 842)
    for name, number in (anchors or {}).items():
        writer.add_named_destination(name, number)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


class Printer:
    """Stands in for a browser's page: keeps what it is to print, gives one paper after the other."""

    def __init__(self, *papers: bytes) -> None:
        self.papers, self.printed = list(papers), list[str]()

    def set_content(self, html: str, **_: Any) -> None:
        self.printed.append(html)

    def pdf(self, **_: Any) -> bytes:
        return self.papers.pop(0) if len(self.papers) > 1 else self.papers[0]


def printed(*papers: bytes) -> tuple[Any, list[str]]:
    printer = Printer(*papers)
    return printer, printer.printed


def test_pages_are_counted_from_one() -> None:
    found = page_numbers(PdfReader(io.BytesIO(paper(3, {"costs-index": 0, "faq--a": 2}))))

    assert found == {"costs-index": 1, "faq--a": 3}


def test_every_time_in_a_paper_is_that_of_the_guide_and_nothing_moves() -> None:
    pdf = b"x" + STAMP + b"y" + STAMP
    found = with_moment(pdf, MOMENT)

    assert found.count(b"(D:20261129083020+00'00')") == 2
    assert len(found) == len(pdf)


def test_guide_is_printed_until_its_contents_name_the_right_pages() -> None:
    first, settled = paper(3, {"overdue-index": 1}), paper(4, {"overdue-index": 2})
    printer, contents = printed(first, settled, settled)

    pdf = print_guide(here(), load_book(here().data), make_chapters(pages(), "en"), "en", printer)

    assert page_numbers(PdfReader(io.BytesIO(pdf))) == {"overdue-index": 3}
    assert len(contents) == 3
    assert re.search(r"\b3\b", re.sub(r"(?s)<style>.*?</style>|<svg.*?</svg>", "", contents[-1]))


def test_printing_ends_where_numbers_never_settle() -> None:
    printer, contents = printed(*(paper(3, {"overdue-index": number % 2}) for number in range(9)))

    print_guide(here(), load_book(here().data), make_chapters(pages(), "en"), "en", printer)

    assert len(contents) == MOST_PRINTS


@pytest.mark.parametrize("count", [2, 3])
def test_sheet_that_grew_beyond_one_page_is_refused_in_words(count: int) -> None:
    printer, _ = printed(paper(count))

    with pytest.raises(NotOnePage, match=f"{count} pages; right: one"):
        print_sheet("", printer, MOMENT)


def test_sheet_of_one_page_is_taken_with_the_guide_s_time() -> None:
    printer, _ = printed(paper(1) + b"%" + STAMP)
    pdf = print_sheet("", printer, MOMENT)

    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert b"(D:20261129083020+00'00')" in pdf


def test_sheet_has_the_steps_of_both_troubles_and_the_numbers_to_call() -> None:
    steps = '<h2 id="{}">x</h2><div class="admonition steps"><ol><li>{}</li></ol></div>'
    book = load_book(here().data)
    workshop: Any = SimpleNamespace(book=book, pinyin=defaultdict(str))
    both = [
        page("risks/scams", locale, steps.format("first-hour", f"Hang up {locale}.")) for locale in ("zh", "en")
    ] + [page("overdue/index", locale, steps.format("today", f"Call {locale}.")) for locale in ("zh", "en")]

    html = sheet_html(here(), workshop, both, "en")

    assert html.index("Hang up en.") < html.index("Call en.")
    assert "Hang up zh." not in html
    assert f'href="tel:{book.facts["hotline-police"].value}"' in html
