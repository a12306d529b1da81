"""Reads `changes.yml`: what changed in the guide, when, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from guide.data.plain import plain_yaml

FIELDS = {"date", "what_zh", "what_en", "why_zh", "why_en"}


@dataclass(frozen=True)
class Change:
    """One change that a reader may want to know of."""

    date: date
    what_zh: str
    what_en: str
    why_zh: str
    why_en: str
    page: str = ""
    """Page id, with an optional #anchor, where the matter is dealt with."""

    def words(self, name: str, locale: str) -> str:
        """The text *name* (`what` or `why`) in one language."""
        return getattr(self, f"{name}_{locale}")


def load_changes(path: Path) -> list[tuple[date, list[Change]]]:
    """Changes by day, newest day first; raises `ValueError` naming the entry that lacks something."""
    entries = plain_yaml(path.read_text(encoding="utf-8"))["changes"]
    changes = [_change(entry, number, path) for number, entry in enumerate(entries, start=1)]
    return _by_day(changes)


def _change(entry: dict[str, object], number: int, path: Path) -> Change:
    if missing := sorted(FIELDS - set(entry)):
        raise ValueError(
            f"{path.name}, entry {number}: found no {', '.join(missing)}; right: {', '.join(sorted(FIELDS))}"
        )
    if unknown := sorted(set(entry) - FIELDS - {"page"}):
        raise ValueError(f"{path.name}, entry {number}: found unknown {', '.join(unknown)}; right: remove it")
    if not isinstance(entry["date"], date):
        raise ValueError(
            f"{path.name}, entry {number}: found date “{entry['date']}”; right: a day such as 2026-11-24"
        )
    return Change(**entry)


def _by_day(changes: Iterable[Change]) -> list[tuple[date, list[Change]]]:
    newest_first = sorted(changes, key=attrgetter("date"), reverse=True)
    return [(day, list(members)) for day, members in groupby(newest_first, key=attrgetter("date"))]
