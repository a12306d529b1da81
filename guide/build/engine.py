"""Lets MkDocs make the pages: both languages beside each other, and of each only what has changed."""

from __future__ import annotations

import logging
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.build.beside import beside
from guide.build.kept import Kept, files_below, mark_of_files
from guide.build.problems import BuildProblems
from guide.build.project import Project
from guide.data import Book, BookError
from guide.markers import find_markers
from guide.pages import LOCALES, PageRef
from guide.templates import Code
from guide.workshop import BuiltPage, Workshop

SETTINGS = ("SITE_URL", "GUIDE_DRAFT", "GUIDE_STRICT")
"""What mkdocs.yml takes from the environment."""


@dataclass(frozen=True)
class Made:
    """What MkDocs made."""

    workshop: Workshop
    pages: list[BuiltPage]
    site_url: str


def make_pages(project: Project, book: Book, examples: Mapping[str, Any], out: Path, kept: Kept) -> Made:
    """Every page of both languages; raises `BuildProblems`. What MkDocs itself writes goes to *out*."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.config import load_config

    config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(out))
    guide = config.plugins["guide"]
    code = Code(kept.find("templates", kept.mark()) or {})
    try:
        guide.open_workshop(config, book, examples, code)
    except BookError as error:
        raise BuildProblems(str(error)) from error
    _share_theme(config.theme, project.overrides, code)
    if code.used != code.before:
        kept.keep("templates", kept.mark(), code.used)
    common = [examples, *(mark_of_files(folder, files_below(folder)) for folder in (project.data, project.overrides))]
    working = [beside(_make_language, project, config, locale, kept, common) for locale in LOCALES]
    pages, problems = [], []
    for result in working:
        try:
            pages += result()
        except BuildProblems as error:
            problems.append(str(error))
    if problems:
        raise BuildProblems("\n".join(problems))
    return Made(guide.workshop, pages, config.site_url)


def _share_theme(theme: Any, overrides: Path, code: Code) -> None:
    """Compile the theme's templates for both languages; of its other files and pages the site takes none."""
    environment = theme.get_env()
    environment.bytecode_cache = code
    environment.list_templates = lambda **_: []
    theme.static_templates.clear()
    for name in ("main.html", "base.html", *(f"partials/{path.name}" for path in overrides.glob("partials/*.html"))):
        environment.get_template(name)
    theme.get_env = lambda: environment


def _make_language(project: Project, config: Any, locale: str, kept: Kept, common: list[Any]) -> list[BuiltPage]:
    """The pages of one language: those that are kept, and new ones."""
    step, mark = f"pages-{locale}", kept.mark()
    before = kept.find(step, mark) or {}
    marks = _marks_of_pages(project, locale, kept, common)
    same = {ref: page for ref, (known, page) in before.items() if marks.get(ref) == known}
    if len(same) == len(marks):
        return list(same.values())
    pages = _run_mkdocs(config, locale, same)
    kept.keep(step, mark, {page.ref: (marks[page.ref], page) for page in pages})
    return pages


def _run_mkdocs(config: Any, locale: str, same: Mapping[PageRef, BuiltPage]) -> list[BuiltPage]:
    from mkdocs.commands.build import build
    from mkdocs.exceptions import Abort, MkDocsException

    guide, i18n = config.plugins["guide"], config.plugins["i18n"]
    # As if the plugin had come to this language by itself; it then leaves the others alone.
    i18n.current_language, i18n.building = locale, True
    config.site_dir = str(Path(config.site_dir) / locale)
    guide.kept = same
    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except (MkDocsException, Abort) as error:
        raise BuildProblems("\n".join([*warnings.lines, str(error)])) from error
    return guide.pages


def _marks_of_pages(project: Project, locale: str, kept: Kept, common: list[Any]) -> dict[PageRef, bytes]:
    """What each page is made of: its text, the data, the templates, and the heads of all pages, for menus and lists."""
    folder = project.docs / locale
    texts = {
        PageRef(path.relative_to(folder).with_suffix("").as_posix(), locale): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*.md"))
    }
    heads = [(ref.page_id, text.split("\n---\n", 1)[0]) for ref, text in texts.items()]
    # Scripts reach a page by the results of its examples alone.
    parts = {
        "tools": mark_of_files(project.root, files_below(project.tools, ".html", ".yml", ".css"))
        + " ".join(sorted(path.parent.name for path in project.tools.glob("*/index.js"))),
        "figures": mark_of_files(project.root, files_below(project.figures)),
    }
    users = dict.fromkeys(("tool", "example", "schedule", "comparison"), "tools") | {"figure": "figures"}
    settings = [os.environ.get(name) for name in SETTINGS]

    def mark(text: str) -> bytes:
        used = {users[marker.kind] for marker in find_markers(text) if marker.kind in users}
        return kept.mark(common, heads, settings, text, [parts[name] for name in sorted(used)])

    return {ref: mark(text) for ref, text in texts.items()}


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that an author sees it in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
