"""What each page's frame and each edition weighs beside its limit (`make budget`). Prose is reported, never limited."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from guide.base.output import say
from guide.base.project import Project
from guide.page.tree import document, drop, whole_html

FRAME_BYTES = 9_000
"""Gzipped: all of a page but its article, before the first paint."""
FRAME_WITH_TOOL_BYTES = 12_000
"""The same where the styles of a tool's form stand in the page."""
EDITION_BYTES = {"weilidai-guide-offline.zip": 1_000_000, "weilidai-guide-*.html": 1_300_000}
"""By name of a file in `dist/`."""


@dataclass(frozen=True)
class Weight:
    """Something that is weighed."""

    name: str
    bytes: int
    limit: int
    article_bytes: int = 0
    """What stands inside the frame, gzipped: reported only."""

    @property
    def told(self) -> str:
        """What is too much, by how much, and what to do; empty within the limit."""
        over = self.bytes - self.limit
        if over <= 0:
            return ""
        remedy = "make the shell, its styles or a tool's form smaller; words are never to blame"
        return f"{self.name}: found {self.bytes:,} bytes, {over:,} too many; right: at most {self.limit:,}: {remedy}"


def frames(site: Path) -> Iterator[Weight]:
    """The frame of each page of a built *site*."""
    for path in sorted(site.rglob("index.html")):
        html = path.read_text(encoding="utf-8")
        tree = document(html)
        has_tool = bool(tree.xpath("//article//*[@data-tool]"))
        drop(tree, "//article")
        frame = len(gzip.compress(whole_html(tree).encode(), 9))
        limit = FRAME_WITH_TOOL_BYTES if has_tool else FRAME_BYTES
        name = path.relative_to(site).as_posix()
        yield Weight(name, frame, limit, len(gzip.compress(html.encode(), 9)) - frame)


def editions(dist: Path) -> Iterator[Weight]:
    """Each edition that has a limit."""
    for pattern, limit in EDITION_BYTES.items():
        for path in sorted(dist.glob(pattern)):
            yield Weight(path.name, path.stat().st_size, limit)


def main(project: Project) -> int:
    """Print every weight beside its limit, the heaviest first; 1 where one is too much."""
    weights = [*editions(project.dist), *sorted(frames(project.site), key=lambda one: -one.bytes)]
    say(f"{'bytes':>9}  {'limit':>9}  {'article':>8}  of what")
    for one in weights:
        article = f"{one.article_bytes:,}" if one.article_bytes else ""
        say(f"{one.bytes:>9,}  {one.limit:>9,}  {article:>8}  {one.name}")
    over = [one.told for one in weights if one.told]
    for line in over:
        say(line)
    return 1 if over else 0
