"""`make review`: prints what is due, oldest first."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from datetime import date
from pathlib import Path

from guide.data import BookError, load_book
from upkeep.due import Due, due_items
from upkeep.page_changes import last_changes


def main(argv: list[str], root: Path | None = None) -> int:
    """Prints what is due on a day as a table or as JSON; 0 also where something is due, 1 on broken data."""
    options = _options(argv)
    root = root or Path.cwd()
    try:
        book = load_book(root / "data")
    except BookError as error:
        print(error, file=sys.stderr)
        return 1
    items = due_items(book, options.on, last_changes(root / "docs").get)
    print(_as_json(items) if options.json else _as_table(items, options.on))
    return 0


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make review", description="What is due for review, oldest first.")
    parser.add_argument("--on", type=date.fromisoformat, default=date.today(), help="the day to look from (2027-06-01)")
    parser.add_argument("--json", action="store_true", help="print JSON for a program")
    return parser.parse_args(argv)


def _as_json(items: list[Due]) -> str:
    rows = [{**dataclasses.asdict(item), "since": item.since.isoformat()} for item in items]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_table(items: list[Due], on: date) -> str:
    rows = [(item.since.isoformat(), item.kind, item.id, item.place, item.label) for item in items]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]]) for row in rows
    ]
    looked_at = [f"    {item.look_at}" for item in items]
    table = [line for pair in zip(lines, looked_at, strict=True) for line in pair if line.strip()]
    return "\n".join([*table, f"{len(items)} due on {on.isoformat()}"])
