"""What keeps together in a line: arrows with what they follow, short names in tables."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_ARROW = re.compile(r"([ \n]*)→")
_NO_BREAK_SPACE, _WORD_JOINER = "\u00a0", "\u2060"
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]+")
SHORT_NAME = 6
"""Chinese characters that a name in a table has at most (公安, 微众银行, 金融监管总局)."""


def tie_arrows(html: str) -> str:
    """*html* in which no arrow begins a line: nothing before it breaks."""
    return _ARROW.sub(lambda found: f"{_NO_BREAK_SPACE if found[1] else _WORD_JOINER}→", html)


def holds_short_names(cell: HtmlElement) -> bool:
    """Whether a cell has Chinese words, and none that is longer than a name."""
    runs = _HAN.findall(cell.text_content())
    return bool(runs) and all(len(run) <= SHORT_NAME for run in runs)


def ems(text: str) -> float:
    """About how wide *text* is in one line, in widths of a Chinese character; other characters take half of one."""
    return sum(1 if ord(letter) > 0x2E80 else 0.5 for letter in text)


def unbroken_ems(cell: HtmlElement) -> float:
    """About how wide the longest part of *cell* is that does not break."""
    whole = [figure.text_content() for name in ("short", "whole") for figure in cell.find_class(f"fact--{name}")]
    words = _WORD.findall(cell.text_content())
    names = _HAN.findall(cell.text_content()) if holds_short_names(cell) else ["字"]
    return max(map(ems, [*whole, *words, *names]))
