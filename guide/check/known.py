"""What there is to refer to: ids of the data, names of tools, figures, examples and registers."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from pathlib import Path

from guide.data import Book
from guide.data.plain import plain_yaml


@dataclass(frozen=True)
class Known:
    """Every id and name that a marker may hold, by kind of marker."""

    names: dict[str, frozenset[str]]
    places: dict[str, str]

    def ids(self, kind: str) -> frozenset[str] | None:
        """Gives the ids of a kind; nothing where its argument is free text."""
        return self.names.get(kind)

    def remedy(self, kind: str, wrong: str) -> str:
        """Says where the right ids stand, with the nearest one."""
        near = difflib.get_close_matches(wrong, sorted(self.names[kind]), 1)
        return f"an id from {self.places[kind]}" + (f", such as “{near[0]}”" if near else "")


def known_names(book: Book, root: Path) -> Known:
    """Gives what the data and the folders beside `docs/` hold."""
    examples = root / "data" / "examples.yml"
    facts, claims = frozenset(book.facts), frozenset(book.judged)
    disputed = frozenset(fact.id for fact in book.facts.values() if fact.sides)
    rows: dict[str, tuple[frozenset[str], str]] = {
        "fact": (facts, "data/facts.yml"),
        "disputed": (disputed, "data/facts.yml, of a fact with `sides`"),
        "source": (frozenset(book.sources), "data/sources.yml"),
        "term": (frozenset(book.terms), "data/glossary.yml"),
        "claim": (claims, "data/claims.yml or data/said-online.yml"),
        "example": (_ids(examples, "examples"), "data/examples.yml"),
        "schedule": (_ids(examples, "examples"), "data/examples.yml"),
        "comparison": (_ids(examples, "comparisons"), "data/examples.yml, under `comparisons`"),
        "tool": (_folders_with(root / "tools", "template.html"), "the folders of tools/ with a template"),
        "figure": (_folders_with(root / "figures", "figure.svg"), "the folders of figures/"),
        "register": (
            frozenset(path.stem for path in (root / "overrides/registers").glob("*.html")),
            "overrides/registers/",
        ),
    }
    return Known({kind: ids for kind, (ids, _) in rows.items()}, {kind: place for kind, (_, place) in rows.items()})


def letter_ids(root: Path) -> frozenset[str]:
    """Gives the ids of the letters a reader can send."""
    return _ids(root / "data" / "letters.yml", "letters")


def _folders_with(folder: Path, file: str) -> frozenset[str]:
    return frozenset(path.parent.name for path in folder.glob(f"*/{file}"))


def _ids(path: Path, rows: str) -> frozenset[str]:
    if not path.exists():
        return frozenset()
    content = plain_yaml(path.read_text(encoding="utf-8"))
    return frozenset(row["id"] for row in (content or {}).get(rows, []))
