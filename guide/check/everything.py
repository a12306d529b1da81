"""Checks data and Markdown together before anything is built."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from guide.base.address import DEFAULT_LOCALE, LOCALES
from guide.check.citations import texts_beside_pages, uncited_sources
from guide.check.dead_links import Anchors, anchors_of, claims_without_page, dead_links
from guide.check.form import left_over, wrong_form
from guide.check.known import known_names, letter_ids
from guide.check.parity import unequal_pages
from guide.check.raw_html import unsafe_html
from guide.check.source_page import SourcePage
from guide.check.typed_figures import typed_figures, typed_figures_in_data
from guide.check.wrong_markers import wrong_markers, wrong_markers_in_data
from guide.check.wrong_terms import NOT_OURS, said_in_data, said_on_page, wrong_terms
from guide.data import Book, Problem


def check_sources(book: Book, pages: list[SourcePage], docs_dir: Path) -> list[Problem]:
    """Gives every problem of the pages and of what they share with the data, by file and line."""
    root = docs_dir.parent
    texts = texts_beside_pages(root)
    return sorted(
        {
            *_in_pages(pages, book, docs_dir),
            *_in_texts(texts, book, root),
            *uncited_sources(book, pages, texts),
        }
    )


def places(book: Book, pages: list[SourcePage], docs_dir: Path) -> Anchors:
    """Gives every anchor that the built pages will have, by page id: both languages have the same."""
    return _anchors(pages, DEFAULT_LOCALE, book, docs_dir)


def _anchors(pages: list[SourcePage], locale: str, book: Book, docs_dir: Path) -> Anchors:
    letters = letter_ids(docs_dir.parent)
    return {page.ref.page_id: anchors_of(page, book, letters) for page in pages if page.ref.locale == locale}


def _in_pages(pages: list[SourcePage], book: Book, docs_dir: Path) -> Iterator[Problem]:
    known = known_names(book, docs_dir.parent)
    anchors = {locale: _anchors(pages, locale, book, docs_dir) for locale in LOCALES}
    for page in pages:
        yield from wrong_form(page)
        yield from wrong_markers(page, known)
        yield from typed_figures(page)
        yield from unsafe_html(page)
        yield from dead_links(page, anchors[page.ref.locale], docs_dir)
        yield from left_over(page.name, page.text)
        yield from wrong_terms(page.name, said_on_page(page), book.terms.values())
    yield from unequal_pages(pages)
    yield from claims_without_page(book, anchors["zh"])
    yield from typed_figures_in_data(book)


def _in_texts(texts: dict[str, str], book: Book, root: Path) -> Iterator[Problem]:
    known = known_names(book, root)
    for name, text in texts.items():
        yield from wrong_markers_in_data(name, text, known)
        yield from left_over(name, text)
        if name.endswith(".yml") and name not in NOT_OURS:
            yield from wrong_terms(name, said_in_data(root / name), book.terms.values())
