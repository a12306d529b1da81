"""Finds names that the glossary says not to use: one thing has one name, in pages, data, labels and tools."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any

from guide.base.address import LOCALES
from guide.base.problems import BookError, Problem
from guide.check.source_page import SourcePage
from guide.check.typed_figures import readable_text
from guide.data import Term
from guide.data.lines import Mapping, read_yaml

NOT_OURS = frozenset({"data/questions.yml", "data/sources.yml", "data/synonyms.yml"})
"""Words of readers, and titles of documents by others."""

_APART = "\0"
"""Between two lines, so that no name begins in one and ends in the other."""

Said = tuple[int, str, str]
"""A line of the guide's own words: its number, its language and the words."""


def wrong_terms(name: str, said: Iterable[Said], terms: Iterable[Term]) -> Iterator[Problem]:
    """Finds each name in the words of a file that the guide does not use for the thing it names."""
    terms, said = list(terms), list(said)
    for locale in LOCALES:
        lines = [(line, readable_text(words)) for line, language, words in said if language == locale]
        whole = _APART.join(words for _, words in lines)  # one text: each name is looked for once, not once a line
        starts = list(accumulate((len(words) + len(_APART) for _, words in lines), initial=0))
        for pattern, term in _patterns(terms, locale):
            for match in pattern.finditer(whole):
                line, _ = lines[bisect(starts, match.start()) - 1]
                yield Problem(name, line, f"“{match[0]}”", f"“{getattr(term, locale)}”, as the glossary calls it")


def said_on_page(page: SourcePage) -> Iterator[Said]:
    """Gives the words of a page: its title and summary, then its body, worked examples too."""
    for field in ("title", "short", "description"):
        yield 1, page.ref.locale, str(page.meta.get(field, ""))
    for line, words in page.lines:
        yield line, page.ref.locale, words


def said_in_data(path: Path) -> Iterator[Said]:
    """Gives what a table says in one language: the texts under `zh` and `en`, and under keys that end so.

    A table that cannot be read says nothing: whoever loads it tells why.
    """
    try:
        yield from _said(read_yaml(path))
    except BookError:
        return


def _said(node: Any) -> Iterator[Said]:
    if isinstance(node, list):
        for item in node:
            yield from _said(item)
    elif isinstance(node, Mapping):
        for key, value in node.items():
            locale = str(key).rpartition("_")[2]
            if isinstance(value, str) and locale in LOCALES:
                yield node.line_of(key), locale, value
            elif key not in ("not_zh", "not_en"):
                yield from _said(value)


def _patterns(terms: list[Term], locale: str) -> list[tuple[re.Pattern[str], Term]]:
    """What finds each wrong name as a whole: Chinese has no spaces between words."""
    edge = r"\b" if locale == "en" else ""
    return [
        (re.compile(edge + r"\s+".join(map(re.escape, name.split())) + edge, re.IGNORECASE), term)
        for term in terms
        for name in getattr(term, f"not_{locale}")
    ]
