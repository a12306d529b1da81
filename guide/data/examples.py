"""Worked examples: their inputs, with facts in place of their ids, and their results."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from guide.base.node import start_node
from guide.base.project import Project
from guide.data import Book, BookError, Entry, Problem
from guide.data.book import load_table
from guide.data.models import Id, Words

FACT = "fact:"
"""What an input begins with that is the value of a fact."""


class Example(Entry):
    """A loan or an offer that a tool works through."""

    tool: Id
    title_zh: Words
    title_en: Words
    inputs: dict[str, Any]


class Column(BaseModel):
    """An example in a comparison, and its name there."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    example: Id
    name_zh: Words
    name_en: Words


class Comparison(Entry):
    """Examples side by side."""

    title_zh: Words
    title_en: Words
    columns: list[Column] = Field(min_length=2)


def begin_examples(project: Project, book: Book) -> Callable[[], dict[str, Any]]:
    """Begin to compute with the tools' own arithmetic; gives a function that waits for the results.

    Raises `BookError` with all that is wrong in the file of examples.
    """
    examples = load_examples(project.data / "examples.yml", book)
    data = {"examples": [_input(example, book) for example in examples]}
    return start_node(project.tools / "examples.mjs", data=data)


def load_examples(path: Path, book: Book) -> list[Example]:
    """The examples of a file, whose inputs name facts of the *book*; raises `BookError` with all problems."""
    problems: list[Problem] = []
    examples, places = load_table(path, "examples", Example, problems)
    comparisons, sides = load_table(path, "comparisons", Comparison, problems)
    for example in examples.values():
        problems += (
            Problem(*places[example.id], f"the unknown fact {fact!r}", "an id from data/facts.yml")
            for fact in _facts_of(example)
            if fact not in book.facts
        )
    for comparison in comparisons.values():
        problems += (
            Problem(*sides[comparison.id], f"the unknown example {column.example!r}", "an id from `examples` above")
            for column in comparison.columns
            if column.example not in places
        )
    if problems:
        raise BookError(problems)
    return list(examples.values())


def _facts_of(example: Example) -> Iterator[str]:
    return filter(None, map(_fact_id, example.inputs.values()))


def _fact_id(value: Any) -> str | None:
    return value.removeprefix(FACT) if isinstance(value, str) and value.startswith(FACT) else None


def _input(example: Example, book: Book) -> dict[str, Any]:
    """What the arithmetic reads of an example: `fact:ID` is the fact's value."""
    inputs = {name: _resolved(value, book) for name, value in example.inputs.items()}
    return {"id": example.id, "tool": example.tool, "inputs": inputs}


def _resolved(value: Any, book: Book) -> Any:
    if fact_id := _fact_id(value):
        return book.facts[fact_id].value
    return str(value) if not isinstance(value, list | dict) else value
