"""Worked examples: their inputs, with facts in place of their ids, and their results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from guide.build.kept import Kept, files_below, mark_of_files
from guide.build.node import start_node
from guide.build.project import Project
from guide.data import Book
from guide.data.plain import plain_yaml


def begin_examples(project: Project, book: Book, kept: Kept) -> Callable[[], dict[str, Any]]:
    """Begin to compute with the tools' own arithmetic; gives a function that waits for the results."""
    program, vectors = project.tools / "examples.mjs", project.root / "tests/data/loan-vectors.yml"
    data = examples_input(project.data / "examples.yml", book)
    sources = mark_of_files(project.root, [program, vectors, *files_below(project.tools, ".js")])
    return kept.begin("examples", kept.mark(data, sources), lambda: start_node(program, data=data))


def examples_input(path: Path, book: Book) -> dict[str, Any]:
    """What the arithmetic reads: each example's id, tool and inputs (`fact:ID` becomes the fact's value)."""
    table = plain_yaml(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {
        "examples": [
            {
                "id": example["id"],
                "tool": example["tool"],
                "inputs": {name: _resolved(value, book) for name, value in example["inputs"].items()},
            }
            for example in table.get("examples", [])
        ]
    }


def _resolved(value: Any, book: Book) -> Any:
    if isinstance(value, str) and value.startswith("fact:"):
        return book.facts[value.removeprefix("fact:")].value
    return str(value) if not isinstance(value, list | dict) else value
