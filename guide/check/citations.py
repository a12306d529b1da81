"""Finds sources that nothing cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.check.source_page import SourcePage
from guide.data import Book, Problem, cited_sources
from guide.page.grammar import find_markers

_SOURCE_LIST = re.compile(r"\bsources:\s*\[([^\]]*)\]")


def uncited_sources(book: Book, pages: Iterable[SourcePage], texts: dict[str, str]) -> Iterator[Problem]:
    """Finds each source that no fact, claim, contact, term, page, figure or tool cites."""
    cited = {source for _, _, source in cited_sources(book)}
    cited |= {marker.argument for page in pages for marker in page.markers if marker.kind == "source"}
    for text in texts.values():
        cited |= {marker.argument for marker in find_markers(text) if marker.kind == "source"}
        cited |= {name.strip() for names in _SOURCE_LIST.findall(text) for name in names.split(",")}
    for id_ in book.sources:
        if id_ not in cited:
            file, line = book.places["sources"][id_]
            yield Problem(
                file,
                line,
                f"the source {id_!r}, which nothing cites",
                "a fact, claim, contact, term or page that cites it, or no such entry",
            )


def texts_beside_pages(root: Path) -> dict[str, str]:
    """Gives the files of words that are no pages, by name: data, figures, tools."""
    paths = [
        *root.glob("data/**/*.yml"),
        *root.glob("figures/*/*"),
        *root.glob("tools/*/labels.yml"),
        *root.glob("tools/*/template.html"),
    ]
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(paths)
        if path.suffix in (".yml", ".svg", ".html")
    }
