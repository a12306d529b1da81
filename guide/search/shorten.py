"""Shortens what search knows of a section: its beginning, and of the rest what stands nowhere else.

A section is found by its heading, by the ways readers ask for it and by its first sentences; its end matters for
words that no other section has. So the index is a third smaller, and each word of the guide can still be searched for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

LETTERS_OF_BEGINNING = {"zh": 50, "en": 104}
"""Nearly as much as a passage among the results shows: with all of it the archive would be 3 kB larger."""

NEW_UNITS = {"zh": 4, "en": 1}
"""How many new units make a clause worth keeping; pairs of Chinese characters are new wherever two words meet."""

_SENTENCE_END = re.compile(r"(?<=[。！？；])|(?<=[.!?;]) ")
_CLAUSE_END = {"zh": re.compile(r"(?<=[，。！？；：])"), "en": _SENTENCE_END}
_JOIN = {"zh": "", "en": " "}
_GAP = "…"
"""Shows a reader of a passage that words are left out there."""
_WORD = re.compile(r"[a-z0-9]+")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]+")


def shortened(texts: list[str], known: Iterable[str], locale: str) -> list[str]:
    """*texts* of the sections of one language, shortened; *known* is what else they are shown by (headings)."""
    split = [_beginning(text, locale) for text in texts]
    seen = set().union(*(units(text) for text in (*known, *(beginning for beginning, _ in split))))
    return [beginning + _what_is_new(rest, seen, locale) for beginning, rest in split]


def units(text: str) -> set[str]:
    """What can be searched for in *text*: Latin words and numbers, and pairs of Chinese characters."""
    runs = _HAN_RUN.findall(text)
    return {*_WORD.findall(text.lower()), *(run[at : at + 2] for run in runs for at in range(len(run) - 1))}


def _beginning(text: str, locale: str) -> tuple[str, str]:
    """The first sentence and as many more as fit, and the rest."""
    sentences = _SENTENCE_END.split(text)
    length, count = len(sentences[0]), 1
    while count < len(sentences) and length + len(_JOIN[locale] + sentences[count]) <= LETTERS_OF_BEGINNING[locale]:
        length += len(_JOIN[locale] + sentences[count])
        count += 1
    return _JOIN[locale].join(sentences[:count]), _JOIN[locale].join(sentences[count:])


def _what_is_new(rest: str, seen: set[str], locale: str) -> str:
    """The clauses of *rest* with units not yet *seen*, which are then; each gap is marked."""
    kept, is_gap = [], True
    for clause in filter(None, _CLAUSE_END[locale].split(rest)):
        new = units(clause) - seen
        if len(new) < NEW_UNITS[locale]:
            is_gap = True
            continue
        seen |= new
        kept.append(_JOIN[locale] + (_GAP if is_gap else "") + clause)
        is_gap = False
    return "".join(kept)
