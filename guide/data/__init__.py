"""The data of the guide: facts, sources, claims, contacts and terms."""

from __future__ import annotations

from guide.base.problems import BookError, Problem
from guide.data.book import Book, cited_sources, load_book
from guide.data.models import Claim, Contact, Entry, Fact, Side, Source, Term

__all__ = [
    "Book",
    "BookError",
    "Claim",
    "Contact",
    "Entry",
    "Fact",
    "Problem",
    "Side",
    "Source",
    "Term",
    "cited_sources",
    "load_book",
]
