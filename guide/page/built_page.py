"""What the steps after MkDocs need to know of a page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from guide.base.address import PageRef


@dataclass(frozen=True)
class BuiltPage:
    """One finished page in one language."""

    ref: PageRef
    title: str
    description: str
    content: str
    """HTML of the article alone."""
    html: str
    """The whole page as the templates gave it."""
    facts: frozenset[str]
    tools: tuple[str, ...]
    """Names of the tools that stand on the page, in order."""
    scripted_tools: tuple[str, ...]
    """Those of them that do something in the browser."""
    place_in_menu: int
    """Its place among all pages of its language, counted from 0."""
    section: str
    """Title of the part of the guide that it belongs to; empty for a page of its own."""
    review_by: date | None
    """The day on which the first of its facts is due for review."""
