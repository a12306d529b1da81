"""Keeps what a step made for the next build, as long as everything that goes into it is the same.

A step has one file, which its next result replaces: what is kept never grows, and there is nothing to clear away. A
file that was cut short, or is of other inputs, is as good as none.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import shutil
import sys
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from guide.build.project import Project

Key, T, R = TypeVar("Key", bound=Hashable), TypeVar("T"), TypeVar("R")

_DIGEST = 32
_PACKAGES = ("mkdocs.yml", "package-lock.json", "package.json", "pyproject.toml", "requirements.txt")


@dataclass(frozen=True)
class Kept:
    """What is kept in a *folder*; *programs* is the mark of everything that makes anything: code and packages."""

    folder: Path
    programs: str

    def mark(self, *inputs: Any) -> bytes:
        """A mark that is the same for the same programs and *inputs* (values that JSON can write)."""
        text = json.dumps([self.programs, *inputs], ensure_ascii=False, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).digest()

    def find(self, step: str, mark: bytes) -> Any:
        """What *step* made of the inputs with this *mark*, or nothing."""
        path = self.folder / step
        content = path.read_bytes() if path.is_file() else b""
        head, result = content[: 2 * _DIGEST], content[2 * _DIGEST :]
        return pickle.loads(result) if head == mark + hashlib.sha256(result).digest() else None

    def keep(self, step: str, mark: bytes, result: Any) -> None:
        """Keep *result*, whole or not at all."""
        content = pickle.dumps(result)
        path = self.folder / step
        self.folder.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f"{path.name}.fresh")
        fresh.write_bytes(mark + hashlib.sha256(content).digest() + content)
        fresh.replace(path)

    def begin(self, step: str, mark: bytes, start: Callable[[], Callable[[], Any]]) -> Callable[[], Any]:
        """Begin the work of *step* with *start*, unless its result is kept; gives a function that waits for it."""
        found = self.find(step, mark)
        if found is not None:
            return lambda: found
        working = start()

        def result() -> Any:
            made = working()
            self.keep(step, mark, made)
            return made

        return result

    def each(
        self, step: str, items: Mapping[Key, T], inputs: Callable[[T], Any], make: Callable[[T], R]
    ) -> dict[Key, R]:
        """What *make* makes of each of *items*; taken from last time where its *inputs* are the same."""
        marks = {key: self.mark(inputs(item)) for key, item in items.items()}
        before = self.find(step, self.mark()) or {}
        same = {key: result for key, (mark, result) in before.items() if marks.get(key) == mark}
        made = {key: same[key] if key in same else make(item) for key, item in items.items()}
        if len(same) < len(items):
            self.keep(step, self.mark(), {key: (marks[key], made[key]) for key in items})
        return made


def open_kept(project: Project, *, afresh: bool = False) -> Kept:
    """What earlier builds of *project* kept; nothing when *afresh*."""
    folder = project.build / "kept"
    if afresh:
        shutil.rmtree(folder, ignore_errors=True)
    programs = [*files_below(project.guide, ".py", ".mjs"), *(project.root / name for name in _PACKAGES)]
    return Kept(folder, f"{sys.version} {mark_of_files(project.root, programs)}")


def mark_of_files(root: Path, paths: Iterable[Path]) -> str:
    """A mark that changes with the name or the content of any of the *paths* below *root*."""
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update(f"{path.relative_to(root)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def files_below(folder: Path, *suffixes: str) -> list[Path]:
    """Every file below *folder*, or those that end in one of *suffixes*; what Python keeps of its own left out."""
    return [
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and (not suffixes or path.suffix in suffixes)
    ]
