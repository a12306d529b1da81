"""Finds HTML in pages that readers must not get: scripts, frames, forms, handlers, pictures of other hosts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from guide.base.problems import Problem
from guide.check.source_page import SourcePage

ELEMENTS = frozenset(
    "a abbr b bdi blockquote br caption code dd del details dfn div dl dt em figcaption figure h2 h3 h4 hr i img ins"
    " kbd li mark ol p pre q ruby rt rp s section small span strong sub summary sup table tbody td tfoot th thead time"
    " tr ul wbr".split()
)
"""What an author may write as HTML where Markdown has no way to say it."""
ATTRIBUTES = frozenset(
    "id class lang dir title alt src href width height colspan rowspan scope datetime open markdown start reversed"
    " cite".split()
)
SCHEMES = frozenset({"http", "https", "tel", "sms", "mailto"})
_SCHEME = re.compile(r"^\s*([a-z][a-z0-9+.\-\s]*):", re.IGNORECASE)
_ADDRESSES = frozenset({"href", "src", "cite"})


def unsafe_html(page: SourcePage) -> Iterator[Problem]:
    """Finds each element, attribute and address that is not allowed, with its line."""
    reader = _Reader(page.name)
    blanked = dict(page.lines)
    last = max(blanked, default=0)
    reader.feed("\n".join(blanked.get(number, "") for number in range(1, last + 1)))
    reader.close()
    yield from reader.problems
    for link in page.links:
        yield from _address(page.name, link.line, link.target, is_picture=link.picture)


class _Reader(HTMLParser):
    """Collects problems of the tags in a text."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.problems: list[Problem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Judge a tag."""
        line = self.getpos()[0]
        if tag not in ELEMENTS:
            self.problems.append(Problem(self.name, line, f"the element <{tag}>", "Markdown, or a block marker"))
            return
        for name, value in attrs:
            if name not in ATTRIBUTES and not name.startswith(("aria-", "data-")):
                right = f"one of: {', '.join(sorted(ATTRIBUTES))}"
                self.problems.append(Problem(self.name, line, f"the attribute {name} of <{tag}>", right))
            elif name in _ADDRESSES:
                self.problems += _address(self.name, line, value or "", is_picture=tag == "img")


def _address(name: str, line: int, address: str, *, is_picture: bool) -> Iterator[Problem]:
    scheme = _SCHEME.match(address)
    if scheme and re.sub(r"\s", "", scheme[1]).lower() not in SCHEMES:
        yield Problem(name, line, f"the address “{address}”", f"one that begins with {', '.join(sorted(SCHEMES))}")
    elif is_picture and (scheme or address.lstrip().startswith(("//", "\\"))):
        right = "a file beside the page: nothing is loaded from another host"
        yield Problem(name, line, f"the picture “{address}”", right)
