"""What keeps together in a line: arrows with what they follow, short names in tables, the two ends of a range."""

from __future__ import annotations

import re

from lxml.html import HtmlElement
from lxml.html import builder as E

from guide.page.tree import parent_of

_ARROW = re.compile(r"([ \n]*)→")
_NO_BREAK_SPACE, _WORD_JOINER = "\u00a0", "\u2060"
_RANGE = re.compile(r"\s*(?:to|and|至|到|和|–|—|-|~|～)\s*")
_HAN = re.compile(r"[\u3400-\u9fff]+")
_WORD = re.compile(r"[^\s\u3000-\u9fff\uff00-\uffef]+")
SHORT_NAME = 6
"""Chinese characters that a name in a table has at most (公安, 微众银行, 金融监管总局)."""


def tie_arrows(html: str) -> str:
    """*html* in which no arrow begins a line: nothing before it breaks."""
    return _ARROW.sub(lambda found: f"{_NO_BREAK_SPACE if found[1] else _WORD_JOINER}→", html)


def one_mark_a_range(article: HtmlElement) -> None:
    """Leave one mark of evidence to each range (3% to 23.76%); its first figure is itself the link to its evidence."""
    for first in article.find_class("fact"):
        last = first.getnext()
        if last is None or "fact" not in last.classes or not _RANGE.fullmatch(first.tail or ""):
            continue
        for mark in first.find_class("evidence"):
            figure = mark.getprevious()
            if figure is None or figure.tag != "data":
                continue
            link = E.A(E.CLASS("fact__source"), {name: mark.get(name, "") for name in ("href", "aria-label")})
            mark.drop_tree()
            parent_of(figure).replace(figure, link)
            link.append(figure)


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
