"""The marks of evidence in an article: few, and explained where a reader first meets one."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from itertools import takewhile

from lxml import html
from lxml.html import HtmlElement
from lxml.html import builder as E

_SENTENCE_ENDS = re.compile(r"[。！？；!?;]|\.(?=\s|$)")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def no_marks_in_headings(article: HtmlElement) -> None:
    """Leave headings to their words; the text below them says what a figure rests on."""
    for heading in article.iter(*_HEADINGS):
        for mark in heading.find_class("evidence"):
            mark.drop_tree()


def one_mark_a_sentence(article: HtmlElement, basis: Callable[[str], Hashable]) -> None:
    """Leave one mark to figures of one sentence that rest on the same; each figure before it is itself the link.

    *basis* tells what a fact (its id) rests on.
    """
    for fact in article.find_class("fact"):
        figure, after = _figure(fact), _next_in_sentence(fact)
        next_figure = None if after is None else _figure(after)
        if figure is None or next_figure is None:
            continue
        if basis(figure.get("data-fact", "")) != basis(next_figure.get("data-fact", "")):
            continue
        for mark in fact.find_class("evidence"):
            link = E.A(E.CLASS("fact__source"), href=mark.get("href", ""))
            link.set("aria-label", mark.get("aria-label", ""))
            mark.drop_tree()
            fact.replace(figure, link)
            link.append(figure)


def explain_first_mark(article: HtmlElement, has_mark: Callable[[HtmlElement], bool], legend: str) -> None:
    """Put *legend* (HTML) at the end of the section that holds the first mark."""
    parts = list(article)
    first = next((place for place, part in enumerate(parts) if has_mark(part)), None)
    if first is None:
        return
    rest = list(takewhile(lambda part: part.tag != "h2", parts[first + 1 :]))
    last = (rest or [parts[first]])[-1]
    last.addnext(html.fragment_fromstring(legend))


def _figure(fact: HtmlElement) -> HtmlElement | None:
    """The figure of a fact, where it is not itself a link (a number to dial)."""
    return next((child for child in fact if child.tag == "data"), None)


def _next_in_sentence(fact: HtmlElement) -> HtmlElement | None:
    for between, element in _following(fact):
        if _SENTENCE_ENDS.search(between):
            return None
        if "fact" in element.classes:
            return element
    return None


def _following(fact: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Elements after a fact in its line, each with the text between."""
    between = fact.tail or ""
    for element in fact.itersiblings():
        if not isinstance(element.tag, str) or element.tag == "br":
            return
        yield between, element
        between += element.text_content() + (element.tail or "")
