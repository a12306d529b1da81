"""Purges the stylesheets against what the pages use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import material
from lxml.html import HtmlElement

from guide.base.node import start_node
from guide.base.project import Project
from guide.page.built_page import BuiltPage
from guide.page.tools import SAYINGS
from guide.page.tree import document
from guide.web.scripts import bundle_name

_NAME = re.compile(r"[a-z_-][\w-]*", re.ASCII | re.IGNORECASE)

PARTS = {
    "ways": 'id="which-situation"',
    "callouts": 'class="admonition',
    "sayings": 'class="saying"',
    "pinyin": 'class="saying__pinyin"',
    "tables": "<table",
    "figures": '<figure class="figure"',
    "example": 'class="example',
    "registers": 'class="register',
    "cards": 'class="entry',
    "sources": 'class="sources',
    "terms": "register--glossary",
}
"""What shows that a page uses a sheet, in the order of the sheets."""
EVERY_TOOL = "disk"
"""Name of the styles of all tools together, for editions with one sheet for all pages."""


@dataclass(frozen=True)
class Styles:
    """Style sheets, purged and minified."""

    sheets: dict[str, str]
    """By name: `base` and `print` for every page, those of `PARTS` where they are used, `form`, `search`, `single`."""
    of_tools: dict[str, str]
    """Set of tools → their styles."""

    extra: str
    """What an author added in `mkdocs.yml`."""

    def of_page(self, page: BuiltPage) -> str:
        """What one page needs."""
        names = ["base", *(name for name, sign in PARTS.items() if sign in page.content)]
        sheets = [self.sheets[name] for name in names]
        if page.tools:
            # Sentences to say have a look of their own, light enough for any page.
            sheets += [] if page.tools == (SAYINGS,) else [self.sheets["form"]]
            sheets.append(self.of_tools[bundle_name(page.tools)])
        return "".join([*sheets, self.sheets["print"], self.extra])

    def of_all_pages(self) -> str:
        """What any page needs, search included."""
        sheets = [self.sheets[name] for name in ("base", *PARTS, "form", "search", "single")]
        return "".join([*sheets, self.of_tools[EVERY_TOOL], self.sheets["print"], self.extra])


def purged_styles(project: Project, pages: list[BuiltPage], scripts: Iterable[str], extra: str) -> Styles:
    """The styles that *pages* and *scripts* use, and the *extra* ones as they are."""
    theme = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
    search = project.tools / "search-box"
    sheets = {
        "base": [*sorted((project.styles / "base").glob("*.css")), search / "style.css"],
        "example": [project.tools / "example/style.css"],
        "sayings": [project.tools / SAYINGS / "sayings.css"],
        "pinyin": [project.tools / SAYINGS / "pinyin.css"],
        "search": [search / "panel.css"],
        **{path.stem: [path] for path in sorted(project.styles.glob("*.css"))},
    }
    tools = {bundle_name(page.tools): page.tools for page in pages if page.tools}
    tools[EVERY_TOOL] = tuple(dict.fromkeys(name for names in tools.values() for name in names))
    data = {
        "names": names_used((document(page.html) for page in pages), scripts),
        "theme": str(theme),
        "sheets": {name: list(map(str, files)) for name, files in sheets.items()},
        "tools": {key: _style_files(project, names) for key, names in tools.items()},
    }
    made: dict[str, Any] = start_node(project.root / "guide/web/styles.mjs", data=data)()
    return Styles(made["sheets"], made["tools"], extra)


def names_used(pages: Iterable[HtmlElement], scripts: Iterable[str]) -> list[str]:
    """Every word that may be the name of an element, a class or an attribute: in tags and scripts, not in prose."""
    names = {name for script in scripts for name in _NAME.findall(script)}
    for page in pages:
        for element in page.iter("*"):
            names.add(element.tag)
            for key, value in element.items():
                names.add(key)
                names.update(_NAME.findall(value))
    return sorted(names)


def _style_files(project: Project, tools: Iterable[str]) -> list[str]:
    files = (project.tools / tool / "style.css" for tool in tools)
    return [str(path) for path in files if path.is_file()]
