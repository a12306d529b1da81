"""Reads a Markdown page as the build would show it, for measuring before any build."""

from __future__ import annotations

import re
from pathlib import Path

import markdown
import yaml
from lxml import html

from guide.check.prose.blocks import Page, read_blocks
from guide.data import Book
from guide.data.formats import format_number, format_value
from guide.page.grammar import BLOCK_KINDS, MARKER, Marker, marker_of

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_EXTENSIONS = ["abbr", "admonition", "attr_list", "def_list", "md_in_html", "sane_lists", "tables"]


def front_matter(text: str) -> dict[str, str]:
    """Gives what a page says of itself at its top."""
    match = _FRONT_MATTER.match(text)
    return (yaml.safe_load(match[1]) or {}) if match else {}


def read_markdown(text: str, locale: str, book: Book | None) -> Page:
    """Gives the prose of a Markdown page, markers shown as words; block markers are left out."""
    meta = front_matter(text)
    shown = MARKER.sub(lambda match: _shown(marker_of(match), locale, book), _FRONT_MATTER.sub("", text))
    body = markdown.markdown(shown, extensions=_EXTENSIONS)
    tree = html.fromstring(f"<main>{body}</main>")
    return Page(str(meta.get("title", "")), str(meta.get("description", "")), read_blocks(tree))


def terms_of(book: Book | None) -> frozenset[str]:
    """Gives the English names of the glossary, with and without the short form in brackets."""
    names = {term.en for term in book.terms.values()} if book else set()
    return frozenset(part.strip(" ()“”") for name in names for part in re.split(r"(?=\()", name) if part.strip(" ()“”"))


def locale_of(path: Path) -> str:
    """Gives the language of a page from its folder under `docs/`."""
    return "en" if "en" in path.parts else "zh"


def _shown(marker: Marker, locale: str, book: Book | None) -> str:
    if marker.kind in BLOCK_KINDS or marker.kind == "source":
        return ""
    if marker.kind == "fact":
        fact = book.facts.get(marker.argument) if book else None
        if fact is None:
            return "9"
        return (format_number if marker.words == "number" else format_value)(fact, locale)
    if marker.kind == "term":
        term = book.terms.get(marker.argument) if book else None
        return marker.words or (getattr(term, locale) if term else marker.argument)
    return marker.argument
