"""Renders `figures/<name>/figure.svg` with its words in one language and its text equivalent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from guide.data import Book
from guide.data.formats import format_value
from guide.data.labels import load_labels


def render_figure(
    templates: Environment, root: Path, name: str, locale: str, book: Book, **tables: Any
) -> tuple[Markup, dict[str, Any]]:
    """SVG of the picture *name* below *root*, by one of the *templates* there, and its labels.

    Raises `ValueError` where there is no such picture.
    """
    folder = root / name
    if not (folder / "figure.svg").is_file():
        raise ValueError(f"found unknown figure “{name}”; right: a folder of {root.name}/ with a figure.svg")
    labels = load_labels(folder / "labels.yml", locale)
    values = {
        "labels": labels,
        "locale": locale,
        "fact": lambda fact_id: book.facts[fact_id].value,
        "shown": lambda fact_id: format_value(book.facts[fact_id], locale),
        **tables,
    }
    svg = templates.get_template(f"{name}/figure.svg").render(values)
    # The text equivalent may compute its figures too, so that picture and words never differ.
    description = templates.from_string(labels["description"]).render(values).strip()
    return Markup(svg), {**labels, "description": description}
