"""What each page's frame and each edition weighs beside its limit (`make budget`). Prose is reported, never limited."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from guide.base.output import say
from guide.base.project import Project
from guide.page.tree import document, drop, outer_html, whole_html

FRAME_BYTES = 9 * 1024
"""Gzipped: all of a page but its article, before the first paint."""
FRAME_WITH_TOOL_BYTES = 12 * 1024
"""The same where the styles of a tool's form stand in the page."""
PACKING_BYTES = {"weilidai-guide-offline.zip": 500_000, "weilidai-guide-*.html": 250_000}
"""By name of a file in `dist/`: all of it but words, which are articles and what search knows of them."""


@dataclass(frozen=True)
class Weight:
    """Something that is weighed."""

    name: str
    bytes: int
    """Of what is not words."""
    limit: int
    words: int
    """Bytes of the words in it: reported only."""

    @property
    def told(self) -> str:
        """What is too much, by how much, and what to do; empty within the limit."""
        over = self.bytes - self.limit
        if over <= 0:
            return ""
        remedy = "make the shell, its styles or a tool's form smaller; words are never to blame"
        return f"{self.name}: found {self.bytes:,} bytes, {over:,} too many; right: at most {self.limit:,}: {remedy}"


def frames(site: Path) -> Iterator[Weight]:
    """The frame of each page of a built *site*, gzipped."""
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
    """What each edition weighs beside its words: the archive packed, single files as they are."""
    for pattern, limit in PACKING_BYTES.items():
        for path in sorted(dist.glob(pattern)):
            words = _words_packed(path) if path.suffix == ".zip" else _words_of(path.read_text(encoding="utf-8"))
            yield Weight(path.name, path.stat().st_size - words, limit, words)


def _words_packed(archive: Path) -> int:
    with ZipFile(archive) as packed:
        pages = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".html")]
        search = [entry.compress_size for entry in packed.infolist() if "/search-" in entry.filename]
    return sum(search) + sum(len(zlib.compress(article.encode(), 9)) for page in pages for article in _articles(page))


def _words_of(html: str) -> int:
    index = "".join(document(html).xpath("//script[@data-single]/text()"))
    return sum(len(text.encode()) for text in (index, *_articles(html)))


def _articles(html: str) -> list[str]:
    return [outer_html(article) for article in document(html).xpath("//article[not(ancestor::article)]")]


def main(project: Project, arguments: Sequence[str] = ()) -> int:
    """Print every weight beside its limit, the heaviest first; 1 where one is too much.

    `--heaviest` prints the editions and the heaviest page under each limit, as `make` does: a build is not refused.
    """
    only_heaviest = "--heaviest" in arguments
    pages = sorted(frames(project.site), key=lambda one: -one.bytes)
    if only_heaviest:
        pages = list({one.limit: one for one in reversed(pages)}.values())
    weights = [*editions(project.dist), *pages]
    say(f"{'bytes':>9}  {'limit':>9}  {'words':>9}  of what")
    for one in weights:
        say(f"{one.bytes:>9,}  {one.limit:>9,}  {one.words:>9,}  {one.name}")
    over = [one.told for one in weights if one.told]
    for line in over:
        say(line)
    return 1 if over and not only_heaviest else 0
