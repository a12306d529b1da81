"""Purges the stylesheets against what the pages use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import material

from guide.build.kept import Kept, mark_of_files
from guide.build.node import start_node
from guide.build.project import Project
from guide.build.scripts import bundle_name
from guide.workshop import BuiltPage

_MARKUP = re.compile(r"<script\b.*?</script>|<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_NAME = re.compile(r"[a-z_-][\w-]*", re.ASCII | re.IGNORECASE)


def begin_styles(
    project: Project, pages: list[BuiltPage], scripts: Iterable[str], kept: Kept
) -> Callable[[], dict[str, Any]]:
    """Begin to purge; gives a function that waits for `sheets` by name and `tools` by the set of tools on a page."""
    theme = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
    search = project.tools / "search-box"
    sheets = {
        "base": [*sorted((project.styles / "base").glob("*.css")), search / "style.css"],
        "example": [project.tools / "example/style.css"],
        "later": sorted((project.styles / "later").glob("*.css")),
        "search": [search / "panel.css"],
        **{path.stem: [path] for path in sorted(project.styles.glob("*.css"))},
    }
    tools = {bundle_name(page.tools): page.tools for page in pages if page.tools}
    tools["disk"] = tuple(dict.fromkeys(name for names in tools.values() for name in names))
    data = {
        "names": names_used((page.html for page in pages), scripts),
        "theme": str(theme),
        "sheets": {name: list(map(str, files)) for name, files in sheets.items()},
        "tools": {key: _style_files(project, names) for key, names in tools.items()},
    }
    sources = mark_of_files(project.root, [*project.styles.rglob("*.css"), *project.tools.rglob("*.css")])
    program = project.root / "guide/build/styles.mjs"
    return kept.begin("styles", kept.mark(data, sources), lambda: start_node(program, data=data))


def names_used(pages: Iterable[str], scripts: Iterable[str]) -> list[str]:
    """Every word that may be the name of an element, a class or an attribute: in tags and scripts, not in prose."""
    markup = {part for page in pages for part in _MARKUP.findall(page)}
    return sorted({name for text in (*markup, *scripts) for name in _NAME.findall(text)})


def _style_files(project: Project, tools: Iterable[str]) -> list[str]:
    files = (project.tools / tool / "style.css" for tool in tools)
    return [str(path) for path in files if path.is_file()]
