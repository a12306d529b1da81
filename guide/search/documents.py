"""Sections of a built page as search shows them: one for each heading and for each row of a register."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import html

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

SKIPPED_TAGS = frozenset("script style template noscript svg nav button".split())
SKIPPED_ATTRIBUTES = ("data-tool", "data-search-skip")
"""A tool is to be filled in, not to be read; the heading and the text around it say what it is for."""

SKIPPED_CLASSES = frozenset(
    (
        # What the starting text says: quoted without its correction it would mislead.
        *("claim", "entry__quote"),
        # Marks beside the text, and tables of worked examples.
        *("headerlink", "evidence", "legend", "cite", "verdict", "worked", "number"),
        *("entry__more", "entry__place", "register__counts", "register__groups"),
    )
)

INLINE_TAGS = frozenset(
    "a abbr b bdi cite code data del dfn em i ins mark q s small span strong sub sup time".split()
)

ROW_ID = re.compile(r"(claim|fact|term|source|contact)-")
"""Ids that the registers give their rows."""


@dataclass
class Section:
    """What stands under one heading. `anchor` is empty at the top of a page."""

    anchor: str
    heading: str
    text: str = ""
    pieces: list[str] = field(default_factory=list, repr=False)


def sections_of(title: str, description: str, content: str) -> list[Section]:
    """Sections of the page with HTML *content* in reading order; the first is the page's own."""
    reader = _Reader(Section("", title, pieces=[description, "\n"]))
    reader.read_children(_tree(content))
    for section in reader.sections:
        section.text = _tidy("".join(section.pieces))
    return reader.sections


def anchors_of(content: str) -> set[str]:
    """Every place in a page that a link can lead to."""
    return {"", *_tree(content).xpath("//@id")}


class _Reader:
    """Walks a page once; `current` is the section that takes the text."""

    def __init__(self, first: Section) -> None:
        self.sections = [first]
        self.current = first

    def read_children(self, element: html.HtmlElement) -> None:
        for child in element:
            if _is_read(child):
                self._read(child)
            self._take(child.tail)

    def _read(self, element: html.HtmlElement) -> None:
        if element.tag in HEADINGS:
            self._read_heading(element)
        elif ROW_ID.match(element.get("id", "")):
            self._read_row(element)
        else:
            self._take(element.text)
            self.read_children(element)
        if element.tag not in INLINE_TAGS:
            self._take(" ")

    def _read_heading(self, heading: html.HtmlElement) -> None:
        words = _words(heading)
        if self.current.heading == "":
            self.current.heading = words
        elif heading.tag != "h1":
            self._open(Section(heading.get("id", ""), words))

    def _read_row(self, row: html.HtmlElement) -> None:
        """A row of a register is named by the heading or the term in it, and ends where it ends."""
        if row.tag == "dt":
            self._open(Section(row.get("id", ""), _words(row)))
            return
        above = self.current
        self._open(Section(row.get("id", ""), ""))
        self._take(row.text)
        self.read_children(row)
        self.current.heading = " · ".join([*_verdict(row), self.current.heading])
        self.current = above

    def _open(self, section: Section) -> None:
        self.sections.append(section)
        self.current = section

    def _take(self, text: str | None) -> None:
        if text:
            self.current.pieces.append(text)


def _verdict(row: html.HtmlElement) -> list[str]:
    """The verdict on a claim, so that no wrong claim stands among the results as if it were true."""
    return [_tidy(element.text_content()) for element in row.find_class("verdict")[:1]]


def _tree(content: str) -> html.HtmlElement:
    return html.fragment_fromstring(content, create_parent="div")


def _is_read(element: html.HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in SKIPPED_TAGS:
        return False
    if any(element.get(name) is not None for name in SKIPPED_ATTRIBUTES):
        return False
    return SKIPPED_CLASSES.isdisjoint(element.get("class", "").split())


def _words(element: html.HtmlElement) -> str:
    reader = _Reader(Section("", ""))
    reader.current.heading = "-"
    reader._take(element.text)
    reader.read_children(element)
    return _tidy("".join(reader.current.pieces))


def _tidy(text: str) -> str:
    return re.sub(r" (?=[.,;:!?)])", "", re.sub(r"\s+", " ", text)).strip()
