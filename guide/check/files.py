"""Finds files that cannot be read as text, characters that nobody sees, and links to other places of the disk."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from guide.base.problems import Problem
from guide.base.project import Project

_FOLDERS = ("data", "docs", "figures", "overrides", "styles", "tools")
_TEXT = frozenset({".md", ".yml", ".yaml", ".html", ".css", ".js", ".mjs", ".svg", ".txt", ".json"})
_MARKS_OF_ENCODINGS = {
    codecs.BOM_UTF8: "UTF-8 with a mark (BOM)",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_UNSEEN = {
    re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]"): "a control character",
    re.compile(r"[\u200b-\u200d\u2060\ufeff\u00ad]"): "a character without width",
    re.compile(r"[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"): "a character that turns the direction of text",
    re.compile(r"[\ufffd\ue000-\uf8ff]"): "a character that stands for one that was lost",
}
_MERGE = re.compile(r"^(?:<{7} |>{7} |\|{7} )")


def wrong_files(project: Project) -> list[Problem]:
    """Every file of the sources that is wrong before anybody reads its words."""
    return [
        problem
        for folder in _FOLDERS
        for path in sorted((project.root / folder).rglob("*"))
        for problem in _wrong(path, path.relative_to(project.root).as_posix())
    ]


def _wrong(path: Path, name: str) -> Iterator[Problem]:
    if path.is_symlink():
        yield Problem(name, 1, "a symbolic link", "the file itself: what a link leads to is not published")
    elif path.suffix in _TEXT and path.is_file():
        yield from wrong_text(name, path.read_bytes())


def wrong_text(name: str, content: bytes) -> Iterator[Problem]:
    """What is wrong with the bytes of a text file, by line."""
    for mark, encoding in _MARKS_OF_ENCODINGS.items():
        if content.startswith(mark):
            yield Problem(name, 1, encoding, "plain UTF-8 without a mark; most editors offer it under “save as”")
            return
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{content[error.start]:02X}, which is no UTF-8"
        yield Problem(name, line, found, "the whole file in UTF-8 (perhaps it was saved as GBK)")
        return
    for number, line_text in enumerate(text.split("\n"), start=1):
        if _MERGE.match(line_text):
            yield Problem(name, number, f"“{line_text[:7]}”, which a merge left behind", "one of the two sides")
        for pattern, kind in _UNSEEN.items():
            if match := pattern.search(line_text):
                yield Problem(name, number, f"{kind} (U+{ord(match[0]):04X})", "the line without it")
