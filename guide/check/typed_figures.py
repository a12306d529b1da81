"""Finds figures with a unit, dates and telephone numbers typed into prose."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.base.address import LOCALES
from guide.check.source_page import SourcePage
from guide.data import Book, Problem
from guide.page.grammar import MARKER

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"\d(?:[\d,]*\d)?(?:\.\d+)?"
_UNITS_ZH = "万元|亿元|元|块钱|万|亿|%|％|个百分点|个?自然日|个?工作日|天|个月|小时|分钟|周岁|岁|倍|笔|次|日|年"
_UNITS_EN = (
    r"yuan|RMB|CNY|per\s?cent|percent|percentage points?|times|million|billion|loans?|calls?"
    r"|(?:calendar |working |business )?days?|weeks?|months?|years?|hours?|minutes?"
)
_FIGURES = [
    re.compile(rf"\d{{4}}\s?年\s?\d{{1,2}}\s?月\s?\d{{1,2}}\s?日|\d{{1,2}} (?:{_MONTH}) \d{{4}}|\d{{4}}-\d\d-\d\d"),
    re.compile(rf"{_NUMBER}\s?(?:{_UNITS_ZH})"),
    re.compile(rf"{_NUMBER}\s?%|{_NUMBER}[\s-]?(?:{_UNITS_EN})\b", re.IGNORECASE),
    re.compile(r"(?<![\d:])\d{1,2}[:：]\d{2}(?![\d:])"),
    re.compile(
        r"(?<![\d.,-])(?:95\d{3}|96110|12[1-9]\d{2}|110|400-?\d{3}-?\d{4}|0\d{2,3}-\d{7,8}|1[3-9]\d{9})(?![\d.,]\d|\d)"
    ),
]
# Numbers that name something: they measure nothing and do not change.
_NAMES = re.compile(
    # 2026 年, 2026 年 8 月
    r"(?<!\d)(?:19|20)\d{2}\s?年(?!\s?\d{1,2}\s?月\s?\d{1,2}\s?日)(?:\s?\d{1,2}\s?月(?!\s?\d))?"
    r"|第\s?[\d、至\-–]+\s?[条款项号章期步天周年]"  # 第 18 条
    r"|〔\d{4}〕\s?(?:第\s?)?\d+\s?号|\d{4}\s?年\s?第\s?\d+\s?号"  # 〔2026〕2号
    # art. 18, arts 14 and 15
    r"|\b(?:arts?\.?|articles?|Nos?\.|paras?\.|chapters?|steps?|GB/T)\s?[\d\-–]+(?:(?:, | and | to )\d+)*",
    re.IGNORECASE,
)
_SENTENCES = {
    "claims": ("claim", "why"),
    "said": ("claim", "why"),
    "contacts": ("takes", "never", "how"),
    "terms": ("meaning",),
}
_LINK_TARGET = re.compile(r"(?<=\])\([^)]*\)")
_NOT_READ = re.compile(r"\{[^}]*\}|<[^>]*>|https?://\S+")


def typed_figures(page: SourcePage) -> Iterator[Problem]:
    """Finds each figure that ought to come from facts.yml or to be marked as an example."""
    for number, line in page.prose:
        yield from _problems(page.name, number, line)


def typed_figures_in_data(book: Book) -> Iterator[Problem]:
    """Finds the same in the sentences of claims, contacts and terms."""
    for table, fields in _SENTENCES.items():
        for id_, row in getattr(book, table).items():
            texts = (row.words(field, locale) for field in fields for locale in LOCALES)
            for text in texts:
                yield from _problems(*book.places[table][id_], text)


def figures_in(text: str) -> list[str]:
    """Gives the figures with a unit, dates and telephone numbers of a line, in order."""
    readable = readable_text(text)
    spans: list[tuple[int, int]] = []
    for pattern in _FIGURES:
        for match in pattern.finditer(readable):
            if all(match.end() <= start or match.start() >= end for start, end in spans):
                spans.append(match.span())
    return [readable[start:end].strip() for start, end in sorted(spans)]


def readable_text(line: str) -> str:
    """Gives a line with markers, link targets, code and numbers that are names blanked, columns kept."""
    line = _LINK_TARGET.sub(_blank, MARKER.sub(_readable_marker, line))
    return _NAMES.sub(_blank, _NOT_READ.sub(_blank, line))


def _problems(name: str, number: int, text: str) -> Iterator[Problem]:
    for found in figures_in(text):
        remedy = "[[fact:ID]], or [[eg:…]] in an example"
        yield Problem(name, number, f"the figure “{found}” typed into prose", remedy)


def _readable_marker(match: re.Match[str]) -> str:
    """Blanks a marker but for the words a writer put in it."""
    words = {"zh": match["argument"], "en": match["argument"], "term": match["words"]}.get(match["kind"])
    return words.ljust(len(match[0])) if words else _blank(match)


def _blank(match: re.Match[str]) -> str:
    # A bar, so that what stands on both sides is not read as one.
    return "|" * len(match[0])
