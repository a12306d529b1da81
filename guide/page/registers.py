"""Renders one register: a table of the data that a page shows as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from guide.data import Book
from guide.data.changes import load_changes
from guide.data.formats import format_date, format_partial_date, format_value
from guide.data.labels import load_labels
from guide.data.licences import FILE, shipped
from guide.data.models import FACT_REGISTERS
from guide.data.offers import load_offers

VERDICTS = ("harmful", "wrong", "outdated", "unsupported", "opinion", "supported")
"""What a reader must know first stands first."""

SOURCE_KINDS = ("law", "regulator", "bank", "press", "other")
"""The more a source binds, the higher it stands."""


@dataclass(frozen=True)
class Helpers:
    """What a register needs from the page it stands on."""

    templates: Environment
    """Loads `registers/<name>.html`; escapes by itself."""
    data_dir: Path
    inline: Callable[[str], Markup]
    """A string of the data with its markers as HTML."""
    link: Callable[[str, str], str]
    """Relative address of a page (and anchor) of the same language."""
    root: str
    """Relative address of the site's root."""
    title: Callable[[str], str]
    """Title of a page of the same language."""


def render(name: str, book: Book, locale: str, helpers: Helpers) -> str:
    """HTML of the register *name*; raises `ValueError` where there is no such register."""
    if name not in REGISTERS:
        raise ValueError(f"found unknown register “{name}”; right: one of {', '.join(REGISTERS)}")
    template = helpers.templates.get_template(f"registers/{name}.html")
    return template.render(
        **REGISTERS[name](book, helpers.data_dir, locale),
        book=book,
        locale=locale,
        labels=load_labels(helpers.data_dir / "labels" / "registers.yml", locale),
        inline=helpers.inline,
        link=helpers.link,
        title=helpers.title,
        root=helpers.root,
        value_of=lambda fact: format_value(fact, locale),
        date=lambda day: format_date(day, locale),
        partial_date=lambda text: format_partial_date(text, locale),
    )


def grouped(items: Iterable[Any], attribute: str, order: Iterable[str]) -> list[tuple[str, list[Any]]]:
    """*items* in groups by *attribute*: groups in *order*, items in their own; empty groups left out."""
    groups: dict[str, list[Any]] = {key: [] for key in order}
    for item in items:
        groups.setdefault(getattr(item, attribute), []).append(item)
    return [(key, members) for key, members in groups.items() if members]


def _claims(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"groups": grouped(book.claims.values(), "verdict", VERDICTS), "total": len(book.claims)}


def _said_online(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"groups": grouped(book.said.values(), "verdict", VERDICTS), "total": len(book.said)}


def _facts_of(register: str, book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    facts = [fact for fact in book.facts.values() if fact.register == register]
    return {
        "facts": facts,
        "counts": Counter(fact.status for fact in facts),
        "groups": grouped(facts, "subject", FACT_REGISTERS[register]),
    }


def _sources(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"groups": grouped(book.sources.values(), "kind", SOURCE_KINDS)}


def _glossary(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    # The file is ordered by subject, which serves Chinese; English readers look words up by letter.
    terms = list(book.terms.values())
    return {"terms": terms if locale == "zh" else sorted(terms, key=lambda term: term.en.casefold())}


def _contacts(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    # A number kept only so that the number check can warn of it is no channel to offer.
    return {"contacts": [contact for contact in book.contacts.values() if contact.kind != "misuse"]}


def _changes(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"days": load_changes(data_dir / "changes.yml")}


def _downloads(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"editions": load_offers(data_dir / "editions.yml")}


def _licences(book: Book, data_dir: Path, locale: str) -> dict[str, Any]:
    return {"shipped": shipped(data_dir.parent), "file": FILE}


REGISTERS: dict[str, Callable[[Book, Path, str], dict[str, Any]]] = {
    "claims": _claims,
    "said-online": _said_online,
    **{name: partial(_facts_of, name) for name in FACT_REGISTERS},
    "sources": _sources,
    "glossary": _glossary,
    "contacts": _contacts,
    "changes": _changes,
    "downloads": _downloads,
    "licences": _licences,
}
"""For each register, what its template needs beside the book."""
