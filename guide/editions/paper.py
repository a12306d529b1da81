"""Prints the paper editions through Chromium (see decisions/)."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment
from playwright.sync_api import Page, sync_playwright
from pypdf import PdfReader

from guide.base import chromium
from guide.base.address import LOCALES
from guide.base.output import say
from guide.base.problems import BuildProblems
from guide.base.project import Project
from guide.data import Book
from guide.data.formats import format_date
from guide.data.labels import load_labels
from guide.data.pinyin import lines_of
from guide.editions.chapters import Chapter, make_chapters, steps_below
from guide.editions.pdf_characters import with_characters
from guide.page.built_page import BuiltPage
from guide.page.templates import open_templates
from guide.page.tools import SAYINGS
from guide.page.workshop import Workshop

GUIDE_NAME, SHEET_NAME = "weilidai-guide-{}.pdf", "weilidai-emergency-{}.pdf"
PAPER_NAMES = tuple(name.format(locale) for locale in LOCALES for name in (GUIDE_NAME, SHEET_NAME))
"""Files that the paper editions are."""
MOST_PRINTS = 4
"""Prints until the page numbers in the contents are settled; two do unless a number changes a line break."""

_STYLES = (
    "base/00-tokens.css",
    "base/20-text.css",
    "callouts.css",
    "tables.css",
    "figures.css",
    "registers.css",
    "cards.css",
    "sources.css",
    "terms.css",
    "form.css",
)
_MOMENT = re.compile(rb"\(D:\d{14}[+-]\d\d'\d\d'\)")


class NotOnePage(BuildProblems):
    """Raised when the emergency sheet does not fit on one sheet."""


def print_all(
    project: Project, workshop: Workshop, pages: Sequence[BuiltPage], page: Page
) -> Iterator[tuple[str, bytes]]:
    """Each paper edition: its file's name and its bytes. *page* is a browser's page to print from."""
    for locale in LOCALES:
        chapters = make_chapters(pages, locale)
        say(f"printing {GUIDE_NAME.format(locale)} …")
        yield GUIDE_NAME.format(locale), print_guide(project, workshop.book, chapters, locale, page)
        html = sheet_html(project, workshop, pages, locale)
        yield SHEET_NAME.format(locale), print_sheet(html, page, project.moment)


def print_guide(project: Project, book: Book, chapters: list[Chapter], locale: str, page: Page) -> bytes:
    """The whole guide as PDF: printed until its contents name the pages where things are."""
    numbers: Mapping[str, int] = {}
    for _ in range(MOST_PRINTS):
        pdf = _print(page, guide_html(project, book, chapters, locale, numbers))
        found = page_numbers(PdfReader(io.BytesIO(pdf)))
        if found == numbers:
            break
        numbers = found
    return with_moment(with_characters(pdf), project.moment)


def guide_html(project: Project, book: Book, chapters: list[Chapter], locale: str, numbers: Mapping[str, int]) -> str:
    """The whole guide in one language as one document; *numbers* are the pages of its anchors."""
    tools = dict.fromkeys(name for chapter in chapters for name in (*chapter.page.tools, "example") if name != SAYINGS)
    of_tools = [project.tools / name / "style.css" for name in tools]
    of_sayings = [project.tools / SAYINGS / name for name in ("sayings.css", "pinyin.css")]
    sheets = [*(project.styles / name for name in _STYLES), *of_sayings, *of_tools]
    return _render(
        project,
        "guide.html",
        locale,
        css=_css(project, sheets),
        icon=(project.docs / "assets" / "icon.svg").read_text(encoding="utf-8"),
        facts=book.facts,
        facts_sum=hashlib.sha256((project.data / "facts.yml").read_bytes()).hexdigest(),
        chapters=chapters,
        pages=numbers,
        shown_date=lambda day: format_date(day, locale),
    )


def sheet_html(project: Project, workshop: Workshop, pages: Sequence[BuiltPage], locale: str) -> str:
    """The emergency sheet in one language, its steps taken from the pages."""
    by_id = {page.ref.page_id: page for page in pages if page.ref.locale == locale}
    return _render(
        project,
        "emergency.html",
        locale,
        css=_css(project, [project.styles / "base/00-tokens.css"]),
        facts=workshop.book.facts,
        pinyin=workshop.pinyin,
        lines_of=lines_of,
        cheated=steps_below(by_id["risks/scams"], "first-hour"),
        overdue=steps_below(by_id["overdue/index"], "today"),
    )


def print_sheet(html: str, page: Page, moment: datetime) -> bytes:
    """The emergency sheet as PDF; raises `NotOnePage` when its words have grown too many."""
    pdf = _print(page, html)
    count = len(PdfReader(io.BytesIO(pdf)).pages)
    if count != 1:
        raise NotOnePage(f"found an emergency sheet of {count} pages; right: one (shorten its steps, or its type)")
    return with_moment(with_characters(pdf), moment)


def page_numbers(paper: PdfReader) -> dict[str, int]:
    """Page (from 1) of every anchor that something in *paper* links to."""
    numbers = {
        page.indirect_reference.idnum: number
        for number, page in enumerate(paper.pages, start=1)
        if page.indirect_reference
    }
    return {name.lstrip("/"): numbers[place.raw_get("/Page").idnum] for name, place in paper.named_destinations.items()}


def with_moment(pdf: bytes, moment: datetime) -> bytes:
    """*pdf* as if printed at *moment*: equal sources give equal bytes. The length stays, and so do all offsets."""
    return _MOMENT.sub(b"(D:%s+00'00')" % moment.strftime("%Y%m%d%H%M%S").encode(), pdf)


@contextmanager
def printer() -> Iterator[Page]:
    """A page of a Chromium that prints."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find_or_install(), args=list(chromium.FLAGS))
        yield browser.new_page(java_script_enabled=False)
        browser.close()


def _print(page: Page, html: str) -> bytes:
    page.set_content(html, timeout=0)
    return page.pdf(format="A4", print_background=True, prefer_css_page_size=True, tagged=True, outline=True)


def _render(project: Project, name: str, locale: str, **words: Any) -> str:
    labels = load_labels(project.data / "labels" / "paper.yml", locale)
    template = _templates(project.overrides).get_template(name)
    return template.render(locale=locale, t=labels, made=format_date(project.moment.date(), locale), **words)


@cache
def _templates(overrides: Path) -> Environment:
    return open_templates(overrides / "paper")


def _css(project: Project, sheets: list[Path]) -> str:
    paths = [*(path for path in sheets if path.is_file()), project.styles / "paper/paper.css"]
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)
