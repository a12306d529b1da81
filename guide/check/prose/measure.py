"""Measures a page against the numbers of the writing guide."""

from __future__ import annotations

import re
import warnings
from dataclasses import dataclass
from math import ceil

from guide.check.prose.blocks import Page
from guide.check.prose.sentences import length, sentences
from guide.data.models import Locale

PARAGRAPH_SENTENCES = 3
GRADE = 8
LONG_SHARE = 0.02


@dataclass(frozen=True)
class Limits:
    """The numbers for one language; lengths of sentences in words (English) or Han characters (Chinese)."""

    sentence: int
    average: int
    title: int
    summary: int


LIMITS: dict[str, Limits] = {
    "en": Limits(sentence=25, average=15, title=64, summary=159),
    "zh": Limits(sentence=45, average=25, title=29, summary=79),
}


@dataclass(frozen=True)
class Measures:
    """What was measured on one page."""

    title: int
    summary: int
    sentences: int
    average: float
    long_sentences: list[str]
    long_paragraphs: list[str]
    grade: float | None
    """Flesch-Kincaid reading grade; none for Chinese, which has no such standard."""


def measure(page: Page, locale: Locale, terms: frozenset[str] = frozenset()) -> Measures:
    """Gives the measures of a page; `terms` are words of the trade that do not count as hard."""
    limits = LIMITS[locale]
    cut = [(block, sentences(block.text, locale)) for block in page.blocks]
    every = [sentence for _, parts in cut for sentence in parts]
    lengths = [length(sentence, locale) for sentence in every]
    return Measures(
        title=len(page.title),
        summary=len(page.summary),
        sentences=len(every),
        average=sum(lengths) / len(lengths) if lengths else 0,
        long_sentences=[s for s, size in zip(every, lengths, strict=True) if size > limits.sentence],
        long_paragraphs=[b.text for b, parts in cut if b.paragraph and len(parts) > PARAGRAPH_SENTENCES],
        grade=reading_grade(every, terms) if locale == "en" and every else None,
    )


def findings(measures: Measures, locale: Locale) -> list[str]:
    """Gives what breaks the numbers, in words for the writer; empty where all is well."""
    limits = LIMITS[locale]
    found = []
    if not 0 < measures.title <= limits.title:
        found.append(f"title of {measures.title} characters; right: 1 to {limits.title}")
    if not 0 < measures.summary <= limits.summary:
        found.append(f"description of {measures.summary} characters; right: 1 to {limits.summary}")
    if len(measures.long_sentences) > allowed_long(measures.sentences):
        found += [
            f"long sentence ({length(s, locale)}, right: at most {limits.sentence}): {s}"
            for s in measures.long_sentences
        ]
    if measures.average > limits.average:
        found.append(f"{measures.average:.1f} on average in a sentence; right: at most {limits.average}")
    found += [f"paragraph of more than {PARAGRAPH_SENTENCES} sentences: {text}" for text in measures.long_paragraphs]
    if measures.grade is not None and measures.grade > GRADE:
        found.append(f"reading grade {measures.grade:.1f}; right: at most {GRADE}")
    return found


def allowed_long(count: int) -> int:
    """Gives how many of `count` sentences may be over the limit."""
    return ceil(count * LONG_SHARE) if count >= 1 / LONG_SHARE else 0


def reading_grade(every: list[str], terms: frozenset[str] = frozenset()) -> float:
    """Gives the Flesch-Kincaid grade of English sentences, each term of the trade taken as one short word."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # textstat 0.7.3 imports the outdated pkg_resources
        import textstat  # for tests and writers only, so not at the top

    plain = [re.sub(r"(?<=\d)[.,](?=\d)|[.!?]+(?=.)", "", _without_terms(sentence, terms)) for sentence in every]
    text = " ".join(f"{sentence.rstrip('.!?:; ')}." for sentence in plain)
    return textstat.textstat.flesch_kincaid_grade(text)


def _without_terms(sentence: str, terms: frozenset[str]) -> str:
    if not terms:
        return sentence
    words = "|".join(re.escape(term) for term in sorted(terms, key=len, reverse=True))
    return re.sub(rf"\b(?:{words})s?\b", "term", sentence, flags=re.IGNORECASE)
