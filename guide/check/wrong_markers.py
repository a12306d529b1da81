"""Finds markers that name nothing, stand in the wrong place, or would be left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.check.known import Known
from guide.check.source_page import SourcePage
from guide.data import Problem
from guide.page.grammar import BLOCK_KINDS, INLINE_KINDS, MARKER, Marker, find_markers

_IN_TEMPLATE = re.compile(r"[\"{}]")  # an id that a template fills in
_OPENING = re.compile(r"\[\[|\]\]")


def wrong_markers(page: SourcePage, known: Known) -> Iterator[Problem]:
    """Finds what is wrong with the markers of a page."""
    lines = dict(page.lines)
    for marker in page.markers:
        yield from wrong_marker(page.name, marker, known)
        alone = MARKER.fullmatch(lines[marker.line].strip())
        if marker.kind in BLOCK_KINDS and not alone:
            yield Problem(page.name, marker.line, f"{_shown(marker)} inside a line", "this marker alone on its line")
        if {"zh": "zh", "en": "en"}.get(marker.kind) == page.ref.locale:
            other = "English" if page.ref.locale == "zh" else "Chinese"
            yield Problem(
                page.name,
                marker.line,
                f"{_shown(marker)} on a page of that language",
                f"plain words; the marker is for {other}",
            )
    for number, line in page.lines:
        if _OPENING.search(MARKER.sub("", line)):
            yield Problem(
                page.name,
                number,
                "a marker that is not complete",
                "[[kind:ID]] or [[kind:ID|words]] on one line",
            )


def wrong_markers_in_data(name: str, text: str, known: Known) -> Iterator[Problem]:
    """Finds markers that name nothing in a file of words (data, labels of figures and tools)."""
    for marker in find_markers(_without_comments(text)):
        if not _IN_TEMPLATE.search(marker.argument):
            yield from wrong_marker(name, marker, known)


def wrong_marker(name: str, marker: Marker, known: Known) -> Iterator[Problem]:
    """Finds an unknown kind or id."""
    if marker.kind not in INLINE_KINDS | BLOCK_KINDS:
        yield Problem(name, marker.line, f"the unknown marker {_shown(marker)}", "a kind listed in ARCHITECTURE.md")
        return
    ids = known.ids(marker.kind)
    if ids is not None and marker.argument not in ids:
        yield Problem(
            name,
            marker.line,
            f"the unknown {marker.kind} “{marker.argument}”",
            known.remedy(marker.kind, marker.argument),
        )
    if marker.kind == "fact" and marker.words not in ("", "number"):
        yield Problem(
            name,
            marker.line,
            f"{_shown(marker)}",
            f"[[fact:{marker.argument}]] or [[fact:{marker.argument}|number]]",
        )


def _shown(marker: Marker) -> str:
    return f"[[{marker.kind}:{marker.argument}{'|' if marker.words else ''}{marker.words}]]"


def _without_comments(text: str) -> str:
    return "\n".join("" if line.lstrip().startswith("#") else line for line in text.splitlines())
