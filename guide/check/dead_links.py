"""Finds links that lead nowhere: pages, anchors, pictures."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.check.source_page import Link, SourcePage
from guide.data import Book, Problem
from guide.data.models import FACT_REGISTERS

_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
Anchors = dict[str, set[str]]
"""Page id → the anchors it has, in one language."""

_REGISTER_ROWS = {
    "sources": ("source", "sources"),
    "glossary": ("term", "terms"),
    "claims": ("claim", "claims"),
    "said-online": ("claim", "said"),
    "contacts": ("contact", "contacts"),
}


def dead_links(page: SourcePage, anchors: Anchors, docs_dir: Path) -> Iterator[Problem]:
    """Finds each link of a page that leads nowhere."""
    for link in page.links:
        problem = _what_is_wrong(page, link, anchors, docs_dir)
        if problem:
            yield Problem(page.name, link.line, f"the link “{link.target}” {problem[0]}", problem[1])


def anchors_of(page: SourcePage, book: Book, letters: Iterable[str] = ()) -> set[str]:
    """Gives every anchor the built page will have; *letters* are the ids of those the letter builder offers."""
    anchors = set(page.own_anchors) | {"starting-text", "also-said"}
    for marker in page.markers:
        match marker.kind:
            case "tool":
                anchors.add(marker.argument)
                if marker.argument == "complaint-letter":
                    anchors |= {f"letter-{letter}" for letter in letters}
            case "figure":
                anchors.add(f"figure-{marker.argument}")
            case "register":
                anchors |= _register_anchors(marker.argument, book)
    return anchors


def claims_without_page(book: Book, anchors: Anchors) -> Iterator[Problem]:
    """Finds claims that point to a page or an anchor that does not exist."""
    for claim in book.judged.values():
        page_id, _, anchor = claim.page.partition("#")
        file, line = (book.places["claims"] | book.places["said"])[claim.id]
        if page_id not in anchors:
            yield Problem(
                file,
                line,
                f"the page “{page_id}” of the claim {claim.id!r}",
                "the id of a page, such as costs/index",
            )
        elif anchor and anchor not in anchors[page_id]:
            yield Problem(
                file,
                line,
                f"the anchor “#{anchor}” of the claim {claim.id!r}",
                f"an id of a heading of {page_id}",
            )


def _what_is_wrong(page: SourcePage, link: Link, anchors: Anchors, docs_dir: Path) -> tuple[str, str] | None:
    if _OUTSIDE.match(link.target):
        return None
    path, _, anchor = link.target.partition("#")
    if path.startswith("/"):
        return "from the root", "a relative link such as ../costs/index.md"
    here = posixpath.dirname(page.ref.page_id)
    if path and not path.endswith(".md"):
        exists = (docs_dir / page.ref.locale / here / path).exists()
        return None if exists else ("to no file", "a page (.md) or a file under docs/")
    target = posixpath.normpath(posixpath.join(here, path.removesuffix(".md"))) if path else page.ref.page_id
    if target not in anchors:
        return "to no page", "a page of the same language"
    # What follows `?` fills the fields of a tool.
    anchor = anchor.partition("?")[0]
    if anchor and anchor not in anchors[target]:
        return "to no anchor", f"an id of {target}"
    return None


def _register_anchors(name: str, book: Book) -> set[str]:
    if name in FACT_REGISTERS:
        facts = [fact for fact in book.facts.values() if fact.register == name]
        return {f"fact-{fact.id}" for fact in facts} | {f"subject-{fact.subject}" for fact in facts}
    if name not in _REGISTER_ROWS:
        return set()
    prefix, table = _REGISTER_ROWS[name]
    anchors = {f"{prefix}-{id_}" for id_ in getattr(book, table)}
    if table in ("claims", "said"):
        anchors |= {"counts"} | {f"verdict-{claim.verdict}" for claim in getattr(book, table).values()}
    if name == "sources":
        anchors |= {f"kind-{source.kind}" for source in book.sources.values()}
    return anchors
