"""The finished files in `deploy/`, from its templates, the pages' addresses and the list of headers."""

from __future__ import annotations

import json

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from guide.base.output import say, write_text
from guide.base.project import Project
from guide.web.headers import ASK_FIRST, FOREVER, HASHED_NAME, HEADERS, HTTPS_ONLY
from upkeep.moves import moves, pages_of


def write_files(project: Project) -> int:
    """Write what servers read, where it is not so already; the exit status."""
    for name, text in finished_files(project).items():
        path = project.root / "deploy" / name
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            write_text(path, text)
            say(f"wrote deploy/{name}: commit it with the pages that came, went or moved")
    return 0


def finished_files(project: Project) -> dict[str, str]:
    """Texts of the files in `deploy/`, by name."""
    templates = Environment(
        loader=FileSystemLoader(project.root / "deploy/templates"),
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
