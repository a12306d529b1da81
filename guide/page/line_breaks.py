"""Line breaks of the Markdown source, which a browser would show as gaps between Chinese characters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—]"
_BREAK = re.compile(rf"(?<={_HAN})\n(?={_HAN})")
_INLINE = frozenset({"a", "code", "data", "em", "span", "strong"})


def join_han_lines(article: html.HtmlElement) -> None:
    """Take out of *article* the line breaks that stand between two Chinese characters of one paragraph."""
    for run in _runs(article):
        breaks = {found.start() for found in _BREAK.finditer("".join(text.get() for text in run))}
        start = 0
        for text in run:
            letters = text.get()
            text.set("".join(letter for at, letter in enumerate(letters, start) if at not in breaks))
            start += len(letters)


def _runs(article: html.HtmlElement) -> Iterator[list[_Text]]:
    """Texts in reading order with nothing but the edges of inline elements between them."""
    run: list[_Text] = []
    for text in _texts(article):
        if run and not text.follows_inline:
            yield run
            run = []
        run.append(text)
    if run:
        yield run


class _Text:
    """A run of text: what stands in an element before its first child (`text`) or after the element (`tail`)."""

    def __init__(self, element: html.HtmlElement, part: str, *, follows_inline: bool) -> None:
        self.element, self.part, self.follows_inline = element, part, follows_inline

    def get(self) -> str:
        """The text itself."""
        return getattr(self.element, self.part) or ""

    def set(self, text: str) -> None:
        """Replace it."""
        setattr(self.element, self.part, text)


def _texts(article: html.HtmlElement) -> Iterator[_Text]:
    """Every run of text in reading order, and whether nothing but the edge of an inline element stands before it."""
    inline = True
    for event, element in etree.iterwalk(article, events=("start", "end", "comment")):
        inline = inline and event != "comment" and element.tag in _INLINE
        part = "text" if event == "start" else "tail"
        if getattr(element, part):
            yield _Text(element, part, follows_inline=inline)
            inline = True
