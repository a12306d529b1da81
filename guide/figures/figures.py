"""Renders `figures/<name>/figure.svg` with its words in one language and its text equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from guide.data import Book
from guide.data.wording import format_value
from guide.labels import load_labels


def render_figure(
    root: Path, name: str, locale: str, book: Book, **tables: Any
) -> tuple[Markup, dict[str, Any]]:
    """SVG of the picture *name* and its labels; raises `ValueError` where there is no such picture."""
    folder = root / name
    if not (folder / "figure.svg").is_file():
        raise ValueError(f"found unknown figure “{name}”; right: a folder of {root.name}/ with a figure.svg")
    labels = load_labels(folder / "labels.yml", locale)
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    values = {
        "labels": labels,
        "locale": locale,
        "fact": lambda fact_id: book.facts[fact_id].value,
        "shown": lambda fact_id: format_value(book.facts[fact_id], locale),
        **tables,
    }
    svg = environment.get_template("figure.svg").render(values)
    # The text equivalent may compute its figures too, so that picture and words never differ.
    description = environment.from_string(labels["description"]).render(values).strip()
    return Markup(svg), {**labels, "description": description}
