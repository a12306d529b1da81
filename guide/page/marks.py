"""The marks of evidence in an article: few, and explained where a reader first meets one."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from itertools import takewhile

from lxml import html
from lxml.html import HtmlElement
from lxml.html import builder as E

from guide.page.tree import parent_of

_SENTENCE_ENDS = re.compile(r"[。！？；!?;]|\.(?=\s|$)")
_RANGE = re.compile(r"\s*(?:to|and|至|到|和|–|—|-|~|～)\s*")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def no_marks_in_headings(article: HtmlElement) -> None:
    """Leave headings to their words; the text below them says what a figure rests on."""
    for heading in article.iter(*_HEADINGS):
        for mark in heading.find_class("evidence"):
            mark.drop_tree()


def one_mark_a_range(article: HtmlElement) -> None:
    """Leave one mark of evidence to each range (3% to 23.76%); its first figure is itself the link to its evidence."""
    for first in article.find_class("fact"):
        last = first.getnext()
        if last is None or "fact" not in last.classes or not _RANGE.fullmatch(first.tail or ""):
            continue
        for mark in first.find_class("evidence"):
            figure = mark.getprevious()
            if figure is not None and figure.tag == "data":
                _link_in_place_of_mark(figure, mark)


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
            _link_in_place_of_mark(figure, mark)


def explain_first_mark(article: HtmlElement, has_mark: Callable[[HtmlElement], bool], legend: str) -> None:
    """Put *legend* (HTML) at the end of the section that holds the first mark."""
    parts = list(article)
    first = next((place for place, part in enumerate(parts) if has_mark(part)), None)
    if first is None:
        return
    rest = list(takewhile(lambda part: part.tag != "h2", parts[first + 1 :]))
    last = (rest or [parts[first]])[-1]
    last.addnext(html.fragment_fromstring(legend))


def _link_in_place_of_mark(figure: HtmlElement, mark: HtmlElement) -> None:
    """Make *figure* itself the link that its *mark* was."""
    link = E.A(E.CLASS("fact__source"), {name: mark.get(name, "") for name in ("href", "aria-label")})
    mark.drop_tree()
    parent_of(figure).replace(figure, link)
    link.append(figure)


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
