"""Templates, styles and scripts that no program could read, or that would ask another host for something."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from jinja2 import TemplateSyntaxError

from guide.base.node import start_node
from guide.base.problems import Problem
from guide.base.project import Project
from guide.page.templates import open_templates

_TEMPLATES = ("*.html", "*.svg", "*.xml")
_RIGHT = {
    "script": "JavaScript that a browser can read",
    "style": "CSS that a browser can read",
    "outside": "a file of the guide's own, or data: nothing is loaded from another host",
}


def wrong_code(project: Project) -> list[Problem]:
    """Every such fault, by file and line; in the styles that an author adds to `docs/` too."""
    styles = [path for folder in (project.styles, project.tools, project.docs) for path in folder.rglob("*.css")]
    scripts = project.tools.rglob("*.js")
    data = {"styles": list(map(str, sorted(styles))), "scripts": list(map(str, sorted(scripts)))}
    in_node = start_node(Path(__file__).with_name("code.mjs"), data=data)  # beside the templates
    templates = list(_wrong_templates(project))
    found = [
        Problem(_name(Path(one["file"]), project), one["line"], one["found"], _RIGHT[one["kind"]]) for one in in_node()
    ]
    return [*templates, *found]


def _wrong_templates(project: Project) -> Iterator[Problem]:
    for folder in (project.overrides, project.tools, project.figures):
        environment = open_templates(folder)
        for path in sorted(path for pattern in _TEMPLATES for path in folder.rglob(pattern)):
            try:
                environment.parse(path.read_text(encoding="utf-8"))
            except TemplateSyntaxError as problem:
                yield Problem(
                    _name(path, project), problem.lineno, str(problem.message), "a template that Jinja can read"
                )


def _name(path: Path, project: Project) -> str:
    return path.relative_to(project.root).as_posix()
