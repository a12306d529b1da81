"""Renders `tools/<name>/template.html` for one page and language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from guide.data.labels import load_labels

WEB_ONLY = frozenset({"offline-app"})
"""Tools that only a page from a web server has."""
SAYINGS = "say"
"""The tool that a page has for its sentences to say; no marker names it."""


@dataclass(frozen=True)
class ToolShelf:
    """The tools folder; `tables` are what every template may read (`book`, `examples`, …)."""

    root: Path
    templates: Environment
    """Loads `<name>/template.html`."""
    tables: dict[str, Any]

    def render(self, name: str, locale: str, **helpers: Any) -> str:
        """HTML of the tool *name* in *locale*; raises `ValueError` where there is no such tool."""
        folder = self.root / name
        if not (folder / "template.html").is_file():
            raise ValueError(
                f"found unknown tool “{name}”; right: a folder of {self.root.name}/ with a template.html"
            )
        labels = load_labels(folder / "labels.yml", locale)
        template = self.templates.get_template(f"{name}/template.html")
        return template.render(
            labels=labels, locale=locale, words=self._words(locale), **self.tables, **helpers
        )

    def has_script(self, name: str) -> bool:
        """Whether the tool does something in the browser."""
        return (self.root / name / "index.js").is_file()

    def _words(self, locale: str) -> Callable[[str], dict[str, Any]]:
        """Labels that tools share, by the name of the folder that keeps them: `words("form")`."""
        return lambda name: load_labels(self.root / name / "labels.yml", locale)
