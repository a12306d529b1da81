"""The finished files in `deploy/`, from its templates, the pages' addresses and the list of headers."""

from __future__ import annotations

import json

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.build.build import say
from guide.build.output import write_text
from guide.build.project import Project
from guide.deploy.headers import ASK_FIRST, FOREVER, HASHED_NAME, HEADERS, HTTPS_ONLY
from guide.deploy.moves import moves, pages_of


def write_files(project: Project) -> int:
    """Write what servers read; the exit status."""
    for name, text in finished_files(project).items():
        write_text(project.deploy / name, text)
        say(f"wrote {project.deploy.name}/{name}")
    return 0


def finished_files(project: Project) -> dict[str, str]:
    """Texts of the files in `deploy/`, by name."""
    templates = Environment(
        loader=FileSystemLoader(project.deploy / "templates"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what it writes are no web pages
    )
    templates.filters["json"] = json.dumps
    known = {
        "headers": HEADERS,
        "https_only": HTTPS_ONLY,
        "over_https": HEADERS | HTTPS_ONLY,
        "forever": FOREVER,
        "ask_first": ASK_FIRST,
        "hashed_name": HASHED_NAME,
        "moves": moves(pages_of(project.docs)),
    }
    return {name: templates.get_template(name).render(known) for name in templates.list_templates()}
