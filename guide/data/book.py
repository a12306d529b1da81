"""The whole of `data/`: loads it, and refuses it with every problem at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from guide.base.problems import BookError, Problem, name_of
from guide.data.lines import Mapping, read_yaml
from guide.data.models import Claim, Contact, Entry, Fact, Judged, SaidOnline, Source, Term

Row = TypeVar("Row", bound=Entry)
AnyRow = TypeVar("AnyRow", bound=BaseModel)
Lines = dict[str, Mapping]


@dataclass(frozen=True)
class Book:
    """Facts, sources, claims, what else is said, contacts and terms by id; `places` tells the file and line of each.

    While loading, `places` also holds rows that were refused: citing one of those is no second problem.
    """

    facts: dict[str, Fact]
    sources: dict[str, Source]
    claims: dict[str, Claim]
    said: dict[str, SaidOnline]
    contacts: dict[str, Contact]
    terms: dict[str, Term]
    places: dict[str, dict[str, tuple[str, int]]] = field(default_factory=dict)

    @property
    def judged(self) -> dict[str, Judged]:
        """Everything with a verdict, by id: the claims of the starting text, then what else is said."""
        return {**self.claims, **self.said}


_FILES: dict[str, tuple[str, type[Entry]]] = {
    "facts": ("facts.yml", Fact),
    "sources": ("sources.yml", Source),
    "claims": ("claims.yml", Claim),
    "said": ("said-online.yml", SaidOnline),
    "contacts": ("contacts.yml", Contact),
    "terms": ("glossary.yml", Term),
}


def load_book(folder: Path) -> Book:
    """Gives the data in a folder; raises `BookError` with file, line, finding and remedy of every problem."""
    problems: list[Problem] = []
    tables: dict[str, Any] = {}
    places: dict[str, dict[str, tuple[str, int]]] = {}
    for name, (file, model) in _FILES.items():
        path = folder / file
        tables[name], places[name] = load_table(path, name, model, problems)
    book = Book(**tables, places=places)
    problems += _unknown_ids(book)
    if problems:
        raise BookError(problems)
    return book


def load_rows(path: Path, name: str, model: type[AnyRow], problems: list[Problem]) -> list[tuple[AnyRow, int]]:
    """Reads the list `name` of a file whose entries have no ids; each row with its line."""
    try:
        items = _list_in(read_yaml(path), path, name)
    except BookError as error:
        problems += error.problems
        return []
    rows = [(item, _load_row(path, item, model, problems)) for item in items]
    return [(row, item.line) for item, row in rows if row is not None and isinstance(item, Mapping)]


def load_table(
    path: Path, name: str, model: type[Row], problems: list[Problem]
) -> tuple[dict[str, Row], dict[str, tuple[str, int]]]:
    """Reads the list `name` of a file row by row, so that one bad row does not hide the next."""
    rows: dict[str, Row] = {}
    places: dict[str, tuple[str, int]] = {}
    try:
        items = _list_in(read_yaml(path), path, name)
    except BookError as error:
        problems += error.problems
        return rows, places
    for item in items:
        row = _load_row(path, item, model, problems)
        id_ = row.id if row else item.get("id") if isinstance(item, Mapping) else None
        if not isinstance(id_, str):
            continue
        line = cast("Mapping", item).line_of("id")
        if id_ in places:
            again = f"the id {id_!r} again (first in line {places[id_][1]})"
            problems.append(Problem(name_of(path), line, again, "an id of its own"))
        places.setdefault(id_, (name_of(path), line))
        if row:
            rows[id_] = row
    return rows, places


def _list_in(content: object, path: Path, name: str) -> list[object]:
    """The list `name` of a file's content; raises `BookError` where there is none."""
    found = content.get(name) if isinstance(content, dict) else None
    if not isinstance(found, list):
        line = content.line_of(name) if isinstance(content, Mapping) else 1
        raise BookError([Problem(name_of(path), line, "no list of entries", f"a list under the key `{name}`")])
    return found


def _load_row(path: Path, item: object, model: type[AnyRow], problems: list[Problem]) -> AnyRow | None:
    if not isinstance(item, Mapping):
        problems.append(Problem(name_of(path), 1, f"{item!r} in the list", "an entry with an id and fields"))
        return None
    try:
        return model.model_validate(item)
    except ValidationError as error:
        problems += [_as_problem(path, item, detail) for detail in error.errors()]
        return None


def _as_problem(path: Path, item: Mapping, detail: Any) -> Problem:
    """Turns one message of the validator into words for the author of the data."""
    place = [part for part in detail["loc"] if isinstance(part, (str, int))]
    name = f"{item.get('id', 'an entry without id')}"
    message = detail["msg"].removeprefix("Value error, ")
    if not place:  # a rule over several fields says "field: found|right"
        key, _, rest = message.partition(": ")
        found, _, right = rest.partition("|")
        return Problem(name_of(path), item.line_of(key), f"{found} in {name!r}", right)
    line = _line_at(item, place)
    key = ".".join(str(part) for part in place)
    if detail["type"] == "missing":
        return Problem(name_of(path), line, f"no `{key}` in {name!r}", f"an entry with `{key}`")
    if detail["type"] == "extra_forbidden":
        found = f"the unknown field `{key}` in {name!r}"
        return Problem(name_of(path), line, found, "one of the fields of its kind of entry")
    return Problem(name_of(path), line, f"{detail['input']!r} as `{key}` of {name!r}", _remedy(detail, message))


def _remedy(detail: Any, message: str) -> str:
    context = detail.get("ctx", {})
    if detail["type"] == "literal_error":
        return f"one of {context['expected']}"
    if detail["type"].startswith("date"):
        return "a date such as 2026-11-23"
    return message[0].lower() + message[1:]


def _line_at(item: Mapping, place: list[str | int]) -> int:
    """Follows a path of keys and positions down to the nearest line known."""
    node: object = item
    line = item.line
    for part in place:
        if isinstance(node, Mapping):
            line = node.line_of(part)
            node = node.get(part)
        elif isinstance(node, list) and isinstance(part, int):
            node = node[part]
            line = node.line if isinstance(node, Mapping) else line
    return line


def _unknown_ids(book: Book) -> Iterator[Problem]:
    """Finds ids in the data that name nothing."""
    for kind, id_, source in cited_sources(book):
        if source not in book.places["sources"]:
            file, line = book.places[kind][id_]
            yield Problem(file, line, f"the unknown source {source!r} in {id_!r}", "an id from sources.yml")
    for contact in book.contacts.values():
        if contact.phone_fact and contact.phone_fact not in book.places["facts"]:
            file, line = book.places["contacts"][contact.id]
            found = f"the unknown fact {contact.phone_fact!r} in {contact.id!r}"
            yield Problem(file, line, found, "an id from facts.yml")
    for id_ in book.places["claims"].keys() & book.places["said"].keys():
        file, line = book.places["said"][id_]
        yield Problem(file, line, f"the id {id_!r}, which claims.yml has too", "an id of its own")


def cited_sources(book: Book) -> Iterator[tuple[str, str, str]]:
    """Gives each citation in the data: kind of entry, its id, the id of the source."""
    for kind in ("facts", "claims", "said", "contacts", "terms"):
        for row in getattr(book, kind).values():
            for source in row.sources:
                yield kind, row.id, source
            for side in getattr(row, "sides", []):
                yield from ((kind, row.id, source) for source in side.sources)
