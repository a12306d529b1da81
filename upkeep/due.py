"""Finds what a maintainer has to look at again, oldest first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from guide.data import Book, Fact

REREAD_AFTER = timedelta(days=365)


@dataclass(frozen=True, order=True)
class Due:
    """One thing to look at: since when, what it is, and where it stands."""

    since: date
    kind: str
    """`fact`, `source` or `claim`."""
    id: str
    label: str
    place: str
    """File and line, such as `data/facts.yml:12`."""
    look_at: str
    """Where to read it again: an address, or the page of a claim."""


def due_items(book: Book, on: date, changed: Callable[[str], date | None]) -> list[Due]:
    """Gives what is due on a day; `changed` tells when a page (by its id) last changed."""
    return sorted([*_facts(book, on), *_sources(book, on), *_claims(book, changed)])


def _facts(book: Book, on: date) -> list[Due]:
    """Facts whose day of review has come."""
    due = [fact for fact in book.facts.values() if fact.review_by <= on]
    return [
        Due(
            fact.review_by,
            "fact",
            fact.id,
            fact.label_en,
            _place(book, "facts", fact.id),
            _address(book, fact),
        )
        for fact in due
    ]


def _sources(book: Book, on: date) -> list[Due]:
    """Sources that nobody has read for a year."""
    due = [(source.read + REREAD_AFTER, source) for source in book.sources.values()]
    return [
        Due(
            since,
            "source",
            source.id,
            source.title_en,
            _place(book, "sources", source.id),
            source.address or "",
        )
        for since, source in due
        if since <= on
    ]


def _claims(book: Book, changed: Callable[[str], date | None]) -> list[Due]:
    """Claims whose page has changed since the two were compared."""
    found = []
    for claim in book.judged.values():
        last_change = changed(claim.page.partition("#")[0])
        if last_change and last_change > claim.checked:
            place = _place(book, "claims" if claim.id in book.claims else "said", claim.id)
            found.append(Due(last_change, "claim", claim.id, claim.claim_en, place, claim.page))
    return found


def _place(book: Book, table: str, id_: str) -> str:
    file, line = book.places[table][id_]
    return f"{file}:{line}"


def _address(book: Book, fact: Fact) -> str:
    """The first address where the fact can be read again; empty where there is none."""
    addresses = (book.sources[id_].address for id_ in fact.sources)
    return next((address for address in addresses if address), "")
