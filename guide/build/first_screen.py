"""Finds the part of a page that its first screen shows."""

from __future__ import annotations

import re
import unicodedata

MOST_LETTERS = 2_400
"""Letters on the tallest usual screen (a monitor of 1,440 lines), at the guide's measure and size of type.

On a phone a screen ends far earlier; the more costs a few styles, while less would let the text move."""

_PIECE = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>|[^<]+", re.DOTALL)


def first_screen(html: str) -> str:
    """The beginning of an article's *html* that may be in view before anybody scrolls; ends between two tags."""
    letters, end = 0, 0
    for piece in _PIECE.finditer(html):
        if letters >= MOST_LETTERS:
            break
        end = piece.end()
        if not piece[0].startswith("<"):
            letters += _width(" ".join(piece[0].split()))
    return html[:end]


def _width(text: str) -> int:
    """Width of *text* in Latin letters: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
