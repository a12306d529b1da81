"""The questions people ask: each has a short answer that leads to the page where all is told."""

from __future__ import annotations

from functools import cache

import pytest

from guide.base.address import LOCALES, PageRef
from tests.site.conftest import Built

FEWEST_QUESTIONS = 30
LONGEST_ANSWER = {"zh": 200, "en": 700}
"""Characters: an answer is read on a phone, and the page it leads to tells the rest."""


@cache
def answers(locale: str) -> dict[str, list]:
    """For each question's id, the elements between its heading and the next."""
    article = Built("site", PageRef("faq", locale)).tree.xpath("//article")[0]
    found: dict[str, list] = {}
    question = None
    for element in article.xpath(".//h1|.//h2|.//h3|.//p|.//div"):
        if element.tag in ("h1", "h2"):
            question = None
        elif element.tag == "h3":
            question = found.setdefault(element.get("id"), [])
        elif question is not None and element.tag == "p":
            question.append(element)
    return found


@pytest.mark.parametrize("locale", LOCALES)
def test_thirty_questions_or_more_are_answered(locale):
    assert len(answers(locale)) >= FEWEST_QUESTIONS


@pytest.mark.parametrize("locale", LOCALES)
def test_each_answer_leads_to_a_page(locale):
    unled = [
        key
        for key, parts in answers(locale).items()
        if not any(part.xpath(".//a[not(@class)]/@href") for part in parts)
    ]

    assert not unled


@pytest.mark.parametrize("locale", LOCALES)
def test_each_answer_is_short(locale):
    lengths = {key: sum(len(part.text_content()) for part in parts) for key, parts in answers(locale).items()}

    assert not {key: length for key, length in lengths.items() if length > LONGEST_ANSWER[locale]}


@pytest.mark.parametrize("locale", LOCALES)
def test_search_engines_are_given_the_same_questions(locale):
    marked = Built("site", PageRef("faq", locale)).tree.xpath("//*[@itemprop='mainEntity']//h3[@itemprop='name']/@id")

    assert marked == list(answers(locale))
