"""Sections of a long page that can wait: folded under their headings, whole without script, open on paper."""

from __future__ import annotations

from collections.abc import Container

from lxml.html import HtmlElement
from lxml.html import builder as E


def fold_sections(article: HtmlElement, anchors: Container[str]) -> None:
    """Fold what stands under each heading of level 2 or 3 whose id is among *anchors*; the heading stays in sight."""
    headings = [part for part in article if part.tag in ("h2", "h3") and part.get("id") in anchors]
    for heading in reversed(headings):  # a section within a section first
        below = []
        for part in heading.itersiblings():
            if _begins_with(part) in ("h1", "h2", heading.tag):
                break
            below.append(part)
        folded = E.DETAILS(E.CLASS("fold"))
        heading.addprevious(folded)
        heading.tail = None
        folded.append(E.SUMMARY(heading))
        folded.extend(below)


def _begins_with(part: HtmlElement) -> str:
    """The tag of a part, or that of the heading that it is folded under."""
    return str(part[0][0].tag if "fold" in part.classes else part.tag)
