"""One Markdown page as the checks see it: front matter, headings, markers and links, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from guide.base.address import PageRef, page_ref
from guide.data.plain import plain_yaml
from guide.page.grammar import MARKER, Marker, marker_of

_HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{[^}]*?#([\w-]+)[^}]*\})?\s*$")
_ANCHOR = re.compile(r"\{[^}]*#([\w-]+)[^}]*\}|\bid=\"([\w-]+)\"")
_LINK = re.compile(r"(!?)\[[^\[\]]*(?:\[\[[^\]]*\]\][^\[\]]*)*\]\(\s*<?([^)\s>]+)>?[^)]*\)")
_FENCE = re.compile(r"^\s*(```|~~~)")
_EXAMPLE = re.compile(r"^(\s*)(?:!!!|\?\?\?\+?)\s+example\b")
_CODE = re.compile(r"(`+)(.+?)\1")


@dataclass(frozen=True)
class Heading:
    """A heading: its line, its level and its explicit id (empty where none is given)."""

    line: int
    level: int
    anchor: str


@dataclass(frozen=True)
class Link:
    """A link or picture: its line and where it leads."""

    line: int
    target: str
    picture: bool


@dataclass
class SourcePage:
    """A page's source; lines are counted from 1 in the file."""

    name: str
    """Path as an author knows it, such as `docs/zh/costs/index.md`."""
    ref: PageRef
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    meta_problem: str = ""
    first_line: int = 1
    """The line where the front matter has ended."""

    @cached_property
    def lines(self) -> list[tuple[int, str]]:
        """The body outside code fences, code spans blanked."""
        return [(number, _CODE.sub(_blank, line)) for number, line in self._outside_fences()]

    @cached_property
    def prose(self) -> list[tuple[int, str]]:
        """The lines that are neither code nor part of a worked example."""
        kept, inside = [], None
        for number, line in self.lines:
            indent = len(line) - len(line.lstrip())
            if inside is not None and line.strip() and indent <= inside:
                inside = None
            if match := _EXAMPLE.match(line):
                inside = len(match[1])
            elif inside is None:
                kept.append((number, line))
        return kept

    @cached_property
    def headings(self) -> list[Heading]:
        """Every heading, in order."""
        found = ((number, _HEADING.match(line)) for number, line in self.lines)
        return [Heading(number, len(match[1]), match[3] or "") for number, match in found if match]

    @cached_property
    def markers(self) -> list[Marker]:
        """Every marker, in order, of known kind or not."""
        return [marker_of(match, number) for number, line in self.lines for match in MARKER.finditer(line)]

    @cached_property
    def links(self) -> list[Link]:
        """Every link and picture, in order."""
        return [
            Link(number, match[2], bool(match[1]))
            for number, line in self.lines
            for match in _LINK.finditer(line)
        ]

    @cached_property
    def own_anchors(self) -> set[str]:
        """Ids that stand in the source itself."""
        return {a or b for _, line in self.lines for a, b in _ANCHOR.findall(line)}

    def section_at(self, line: int) -> Heading | None:
        """Gives the heading under which a line stands."""
        above = [heading for heading in self.headings if heading.line <= line]
        return above[-1] if above else None

    def _outside_fences(self) -> Iterator[tuple[int, str]]:
        fence = ""
        for number, line in enumerate(self.text.splitlines(), start=1):
            if number < self.first_line:
                continue
            match = _FENCE.match(line)
            if match and (not fence or match[1] == fence):
                fence = "" if fence else match[1]
            elif not fence:
                yield number, line


def read_pages(docs_dir: Path) -> list[SourcePage]:
    """Gives every page below a folder `docs/` with a folder for each language."""
    paths = sorted(
        path for path in docs_dir.rglob("*.md") if path.relative_to(docs_dir).parts[0] in ("zh", "en")
    )
    return [read_page(path, docs_dir) for path in paths]


def read_page(path: Path, docs_dir: Path) -> SourcePage:
    """Gives one page; a front matter that is no YAML is noted, not raised."""
    below = path.relative_to(docs_dir).as_posix()
    text = path.read_text(encoding="utf-8")
    page = SourcePage(f"{docs_dir.name}/{below}", page_ref(below), text)
    match = re.match(r"\A---\n(.*?)\n---\n", text, re.DOTALL)
    if match is None:
        return page
    page.first_line = match[0].count("\n") + 1
    try:
        page.meta = plain_yaml(match[1]) or {}
    except yaml.YAMLError as error:
        page.meta_problem = str(getattr(error, "problem", error))
    return page


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])
