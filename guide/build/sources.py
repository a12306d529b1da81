"""From the sources to pages: reads and checks them while MkDocs is at work already."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from guide.build.beside import beside
from guide.build.build import say
from guide.build.examples import begin_examples
from guide.build.kept import Kept
from guide.build.problems import BuildProblems
from guide.build.project import Project
from guide.build.scripts import begin_bundles
from guide.data import Book, BookError, load_book

if TYPE_CHECKING:
    from guide.build.engine import Made


def make_checked_pages(project: Project, out: Path, kept: Kept) -> tuple[Made, dict[str, str]]:
    """Every page, and the code of the scripts by bundle; raises `BuildProblems` with all that is wrong.

    What MkDocs itself writes goes to *out*.
    """
    say("checking facts, claims and pages …")
    scripts = begin_bundles(project, kept)
    book = loaded_book(project)
    examples = begin_examples(project, book, kept)
    checked = beside(refuse_problems, project, book)
    from guide.build.engine import make_pages  # takes its time, in which Node computes

    try:
        results = examples()
        (project.build / "examples.json").write_text(json.dumps(results, ensure_ascii=False), encoding="utf-8")
        say("making pages …")
        made = make_pages(project, book, results, out, kept)
    except Exception:
        checked()  # which knows file, line and remedy of most of what can stop MkDocs
        raise
    checked()
    return made, scripts()


def loaded_book(project: Project) -> Book:
    """The data; raises `BuildProblems` with all that is wrong in it."""
    try:
        return load_book(project.data)
    except BookError as error:
        raise BuildProblems(str(error)) from error


def refuse_problems(project: Project, book: Book) -> None:
    """Raise `BuildProblems` with all that is wrong in the pages; a draft only hears of it."""
    from guide.check import check_sources

    problems = check_sources(book, project.docs)
    if not problems:
        return
    lines = "\n".join(map(str, problems))
    if os.environ.get("GUIDE_DRAFT", "").lower() not in ("1", "true", "yes"):
        raise BuildProblems(
            f"{lines}\n{len(problems)} problems; nothing was built, the last outputs are untouched"
        )
    say(f"{lines}\n{len(problems)} problems, passed over in a draft")
