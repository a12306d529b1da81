"""What a marker looks like: `[[kind:argument]]` or `[[kind:argument|words]]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

INLINE_KINDS = frozenset({"fact", "term", "source", "eg", "zh", "en"})
"""Markers that stand in a sentence."""

BLOCK_KINDS = frozenset({"claim", "disputed", "figure", "example", "schedule", "comparison", "tool", "register"})
"""Markers that stand alone on a line."""

MARKER = re.compile(r"\[\[(?P<kind>[a-z]+):(?P<argument>[^\]|]+)(?:\|(?P<words>[^\]]*))?\]\]")


@dataclass(frozen=True)
class Marker:
    """One marker and the line it stands on (counted from 1)."""

    kind: str
    argument: str
    words: str
    line: int


def find_markers(text: str) -> Iterator[Marker]:
    """Every marker in *text*, in order, known kind or not."""
    for number, line in enumerate(text.splitlines(), start=1):
        for match in MARKER.finditer(line):
            yield marker_of(match, number)


def marker_of(match: re.Match[str], line: int = 0) -> Marker:
    """The marker that *match* found."""
    return Marker(match["kind"], match["argument"].strip(), (match["words"] or "").strip(), line)
