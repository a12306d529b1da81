"""Reads `data/scams.yml`; refuses signs without evidence."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from pydantic import Field

from guide.data import Book, BookError, Entry, Problem
from guide.data.book import load_table
from guide.data.models import Id, Words


class Sign(Entry):
    """Something a caller says or asks, and what it shows."""

    says: Literal["fraud", "warning"]
    label_zh: Words
    label_en: Words
    because_zh: Words
    because_en: Words
    facts: list[Id] = Field(default=[])
    sources: list[Id] = Field(default=[])


def load_scams(path: Path, book: Book) -> dict[str, Sign]:
    """Gives the signs of a file by id; raises `BookError` with all problems."""
    problems: list[Problem] = []
    signs, places = load_table(path, "signs", Sign, problems)
    for sign in signs.values():
        unknown = [entry for entry in sign.sources if entry not in book.sources]
        unknown += [entry for entry in sign.facts if entry not in book.facts]
        problems += [Problem(*places[sign.id], f"the unknown id {entry!r}", "a fact or a source") for entry in unknown]
        if not sign.facts and not sign.sources:
            problems.append(Problem(*places[sign.id], f"no evidence for {sign.id!r}", "`facts` or `sources`"))
    if problems:
        raise BookError(problems)
    return signs
