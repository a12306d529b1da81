"""Finds the part of a page that its first screen shows."""

from __future__ import annotations

import re
import unicodedata

SCREEN_LINES = 40
"""Lines of text on a tall screen (a monitor of 1,440 pixels), less the header.

On a phone a screen ends far earlier; the more costs a few styles, while less would let the text move."""
LINE_LETTERS = 76
"""Latin letters in a line, at the guide's measure."""

_PIECE = re.compile(r"<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>|[^<]+", re.DOTALL)
_BLOCK = re.compile(r"<(?:p|li|tr|h[1-6]|dt|dd|summary)\b")
"""Each takes its lines and about one more: its last line is short, and a space follows."""


def first_screen(html: str) -> str:
    """The beginning of an article's *html* that may be in view before anybody scrolls; ends between two tags."""
    lines, end = 0.0, 0
    for piece in _PIECE.finditer(html):
        if lines >= SCREEN_LINES:
            break
        end = piece.end()
        if not piece[0].startswith("<"):
            lines += _width(" ".join(piece[0].split())) / LINE_LETTERS
        elif _BLOCK.match(piece[0]):
            lines += 1
    return html[:end]


def _width(text: str) -> int:
    """Width of *text* in Latin letters: a Chinese character is as wide as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
