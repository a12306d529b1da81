"""Inputs of the worked examples, with facts in place of their ids."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from guide.data import Book


def examples_input(path: Path, book: Book) -> dict[str, Any]:
    """What the arithmetic reads: each example's id, tool and inputs (`fact:ID` becomes the fact's value)."""
    table = yaml.safe_load(path.read_text(encoding="utf-8")) if path.exists() else {}
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
