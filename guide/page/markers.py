"""Turns the markers of one page into HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from lxml.html import HtmlElement
from markupsafe import Markup

from guide.base.address import PageRef, page_link
from guide.data import Book
from guide.data.formats import format_number, format_value
from guide.page.chinese import mark_chinese
from guide.page.grammar import BLOCK_KINDS, MARKER, Marker, marker_of

SLOT = "guide-slot-{}"
"""Text of the paragraph that keeps a block's place while Markdown runs."""


_MARK_CLASS = "evidence evidence--"
_TAG_BUT_SPAN = re.compile(r"<(?!/?span\b)[^>]*>")
_BLANK_LINES = re.compile(r"\n\s*\n")


class UnknownMarker(ValueError):
    """Raised for a marker whose kind or id is not known; says which."""


@dataclass
class MarkerRenderer:
    """Renders the markers of the page at *place*; collects what the page uses."""

    place: PageRef
    book: Book
    templates: Environment
    labels: dict[str, Any]
    """Words of the markers in the page's language (`data/labels/markers.yml`)."""
    block: Callable[[str, str], str]
    """Makes the HTML of a block marker from its kind and argument."""
    draft: bool = False
    """Whether an unknown marker is shown in the page instead of stopping the build."""
    facts: set[str] = field(default_factory=set)
    tools: list[str] = field(default_factory=list)
    _slots: list[str] = field(default_factory=list)

    def expand(self, markdown: str) -> str:
        """*markdown* with inline markers as HTML and block markers as slots for `fill_slots`."""
        return MARKER.sub(lambda match: self._expand_one(marker_of(match)), markdown)

    def inline(self, text: str, *, within_chinese: bool = False) -> Markup:
        """A string from the data with its inline markers as HTML; everything else is escaped.

        Chinese names in an English text are marked, unless all that it stands in is marked (*within_chinese*).
        """
        if self.place.locale == "en" and not within_chinese:
            text = mark_chinese(text)
        pieces, end = [], 0
        for match in MARKER.finditer(text):
            pieces += [Markup.escape(text[end : match.start()]), self._inline_or_note(marker_of(match))]
            end = match.end()
        return Markup("").join([*pieces, Markup.escape(text[end:])])

    def unlinked(self, text: str) -> Markup:
        """The same without links, for words that stand inside a link or a button; Chinese words stay marked."""
        return Markup(_TAG_BUT_SPAN.sub("", self.inline(text)))

    def fill_slots(self, html: str) -> str:
        """*html* of the page with each slot replaced by the block it keeps a place for."""
        for number, block in enumerate(self._slots):
            html = html.replace(f"<p>{SLOT.format(number)}</p>", block)
        return html

    def holds_mark(self, part: HtmlElement) -> bool:
        """Whether a part of the article has a mark of evidence, in its text or in the block that will stand there."""
        slots = {SLOT.format(number): block for number, block in enumerate(self._slots)}
        block = slots.get((part.text or "").strip(), "")
        return bool(part.find_class("evidence")) or _MARK_CLASS in block

    def expand_all(self, markdown: str) -> str:
        """*markdown* with its blocks as HTML in place, for a Markdown processor that knows no slots."""
        text = self.expand(markdown)
        for number, block in reversed(list(enumerate(self._slots))):
            text = text.replace(SLOT.format(number), f"\n<div>{_BLANK_LINES.sub(chr(10), block)}</div>\n")
        return text

    def fact(self, fact_id: str, form: str = "") -> Markup:
        """A figure with its evidence link; *form* `number` leaves the unit out."""
        fact = _known(self.book.facts, fact_id, "fact")
        self.facts.add(fact_id)
        shown = (
            format_number(fact, self.place.locale)
            if form == "number"
            else format_value(fact, self.place.locale)
        )
        return self.template("fact", fact=fact, shown=shown)

    def call(self, fact_id: str, words: str) -> Markup:
        """A number to dial under the name of who answers (*words*), without a mark."""
        fact = _known(self.book.facts, fact_id, "fact")
        self.facts.add(fact_id)
        return self.template("call", fact=fact, shown=format_value(fact, self.place.locale), words=words)

    def inline_marker(self, marker: Marker) -> Markup:
        """HTML of a marker that stands in a sentence."""
        match marker.kind:
            case "fact":
                return self.fact(marker.argument, marker.words)
            case "term":
                term = _known(self.book.terms, marker.argument, "term")
                return self.template(
                    "term", term=term, words=marker.words or getattr(term, self.place.locale)
                )
            case "source":
                source = _known(self.book.sources, marker.argument, "source")
                return self.template("source", source=source, part=marker.words)
            case "eg":
                return Markup.escape(marker.argument)
            case "zh" | "en":
                lang = {"zh": "zh-CN", "en": "en"}[marker.kind]
                return Markup('<span lang="{}">{}</span>').format(lang, marker.argument)
        raise UnknownMarker(f"found marker kind “{marker.kind}”; right: one that ARCHITECTURE.md lists")

    def _expand_one(self, marker: Marker) -> str:
        if marker.kind not in BLOCK_KINDS:
            return str(self._inline_or_note(marker))
        if marker.kind == "tool":
            self.tools.append(marker.argument)
        self._slots.append(self.block(marker.kind, marker.argument))
        return SLOT.format(len(self._slots) - 1)

    def _inline_or_note(self, marker: Marker) -> Markup:
        try:
            return self.inline_marker(marker)
        except UnknownMarker as problem:
            if not self.draft:
                raise
            return Markup("<mark>{}</mark>").format(str(problem))

    def template(self, name: str, /, **values: Any) -> Markup:
        """HTML from `markers/name.html`, on one line so that Markdown leaves it alone."""
        html = self.templates.get_template(f"markers/{name}.html").render(
            **values,
            book=self.book,
            labels=self.labels,
            locale=self.place.locale,
            link=self.link,
            inline=self.inline,
        )
        return Markup(re.sub(r"\s*\n\s*", "", html))

    def link(self, page_id: str, anchor: str = "") -> str:
        """Address of a page of the same language, or of a place in it, as seen from this page.

        Tables name a place as `page#anchor`.
        """
        page_id, _, place = page_id.partition("#")
        return page_link(self.place, PageRef(page_id, self.place.locale), anchor or place)


def _known(table: dict[str, Any], key: str, kind: str) -> Any:
    if key not in table:
        raise UnknownMarker(f"found unknown {kind} “{key}”; right: an id from the data")
    return table[key]
