"""Reads `editions.yml`: what a reader can take along."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from guide.base.problems import BookError, Problem
from guide.data.book import load_table
from guide.data.models import Entry, Words


class Offer(Entry):
    """A file that the download page offers."""

    file: Words
    made: Literal["apart"] | None = None
    """`apart`: printed by `make pdf`; the site lists it when it was made, other editions never."""
    name_zh: Words
    name_en: Words
    good_for_zh: Words
    good_for_en: Words


def load_offers(path: Path) -> list[Offer]:
    """Every edition in the order a reader meets them; raises `BookError` with all that is wrong."""
    problems: list[Problem] = []
    editions, _ = load_table(path, "editions", Offer, problems)
    if problems:
        raise BookError(problems)
    return list(editions.values())
