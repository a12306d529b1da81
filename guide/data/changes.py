"""Reads `changes.yml`: what changed in the guide, when, and why."""

from __future__ import annotations

import datetime
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from guide.base.problems import BookError, Problem, name_of
from guide.data.book import load_rows
from guide.data.models import Place, Words


class Change(BaseModel):
    """One change that a reader may want to know of."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    date: datetime.date
    what_zh: Words
    what_en: Words
    why_zh: Words
    why_en: Words
    page: Place | None = None
    """Page id, with an optional #anchor, where the matter is dealt with."""

    line: int = 0
    """Where it stands in its file."""

    def words(self, name: str, locale: str) -> str:
        """The text *name* (`what` or `why`) in one language."""
        return str(getattr(self, f"{name}_{locale}"))


def load_changes(path: Path, today: datetime.date | None = None) -> list[tuple[datetime.date, list[Change]]]:
    """Changes by day, newest day first; raises `BookError` naming every entry that is not right.

    None may lie after *today* (where it is given).
    """
    problems: list[Problem] = []
    rows = load_rows(path, "changes", Change, problems)
    problems += (
        Problem(name_of(path), line, f"the day {change.date}, which has not come yet", "the day of the change")
        for change, line in rows
        if today and change.date > today
    )
    if problems:
        raise BookError(problems)
    changes = [change.model_copy(update={"line": line}) for change, line in rows]
    newest_first = sorted(changes, key=attrgetter("date"), reverse=True)
    return [(day, list(members)) for day, members in groupby(newest_first, key=attrgetter("date"))]
