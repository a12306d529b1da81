"""The build, from top to bottom in the order of its steps. MkDocs calls `begin` and `finish`; `make` calls MkDocs."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from click import Abort

from guide.base import swap
from guide.base.output import say, write_text
from guide.base.problems import BookError, BuildProblems, Problem, lacks_room
from guide.base.project import Project
from guide.check.code import wrong_code
from guide.check.everything import check_sources, places
from guide.check.files import wrong_files
from guide.check.settings import Settings, wrong_settings
from guide.check.source_page import read_pages
from guide.check.tables import wrong_tables
from guide.data import Book, load_book
from guide.data.examples import begin_examples
from guide.data.licences import FILE as LICENCES
from guide.data.licences import licence_texts, shipped
from guide.data.pinyin import begin_pinyin
from guide.editions.archive import sums
from guide.editions.downloads import PAGE as DOWNLOAD_PAGE
from guide.editions.downloads import with_downloads
from guide.editions.editions import ZIP_NAME, write_archive, write_single_files
from guide.page.built_page import BuiltPage
from guide.page.workshop import Workshop, report_address
from guide.search.words import load_wording
from guide.search.wrong_words import wrong_words
from guide.web.app import DOWNLOADS, copy_megabytes, write_app
from guide.web.handed_on import write_handed_on
from guide.web.scripts import begin_bundles
from guide.web.security import PATH as SECURITY
from guide.web.security import security_txt, year_after
from guide.web.site import used_files, with_assets, write_pages, write_top

SUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Begun:
    """What is ready before MkDocs makes the first page."""

    project: Project
    settings: Settings
    workshop: Workshop
    scripts: Callable[[], dict[str, str]]
    """Waits for the browser's scripts, bundle → code."""


def begin(project: Project, settings: Settings, *, draft: bool = False) -> Begun:
    """Check the sources and get ready to make pages; raises `BuildProblems` with all that is wrong.

    In a *draft* what is wrong in pages is told only, and a block that cannot be made says so in the page.
    """
    refuse_missing_set_up(project)
    refuse(wrong_settings(settings, project))
    _ = project.moment  # a time that is none is told before MkDocs stumbles over it
    scripts = begin_bundles(project)  # beside the checks
    book, problems = read_sources(project)
    refuse(problems, draft=draft)
    book = book or load_book(project.data)  # a draft of data that cannot be used says why
    examples, pinyin = begin_examples(project, book), begin_pinyin(project)
    workshop = Workshop.open(
        book,
        examples(),
        pinyin(),
        docs_dir=project.docs,
        data_dir=project.data,
        tools_dir=project.tools,
        figures_dir=project.figures,
        overrides_dir=project.overrides,
        draft=draft,
    )
    return Begun(project, settings, workshop, scripts)


def finish(
    begun: Begun, pages: list[BuiltPage], copied: set[str], web: Path, *, preview: bool = False, paper: bool = False
) -> None:
    """Make the site in *web* whole from the *pages* that MkDocs gave, with the editions that it offers.

    *copied* are the files beside pages that MkDocs put there. A *preview* has no editions; *paper* adds those for a
    printer.
    """
    settings = begun.settings
    extra_css = "".join((begun.project.docs / name).read_text(encoding="utf-8") for name in settings.extra_css)
    site = with_assets(
        begun.project, begun.workshop, pages, settings.site_url, begun.scripts(), web / "assets", extra_css
    )
    take_out_unused(web, copied - used_files(pages, settings.site_url))
    write_top(site, web)
    write_contact(begun, web)
    write_text(web / LICENCES, licence_texts(shipped(begun.project.root)))
    write_pages(site, pages, web, preview=preview)
    if not preview:
        editions = web / DOWNLOADS
        editions.mkdir()
        write_archive(site, web, editions / ZIP_NAME)
        write_single_files(site, web, editions)
        if paper:
            write_paper(begun, pages, editions)
        write_text(editions / SUMS, sums(editions))
        size = copy_megabytes(web)
        offers = [with_downloads(page, site, editions, size) for page in pages if page.ref.page_id == DOWNLOAD_PAGE]
        write_pages(site, offers, web)
    write_handed_on(begun.workshop, pages, settings.site_url, web)
    write_app(web, begun.workshop, site.scripts["worker"], begun.project.moment.date())


def write_contact(begun: Begun, web: Path) -> None:
    """Write where to report a weakness (RFC 9116); without an address say so once: pages say how else to report."""
    settings = begun.settings
    address = report_address(settings.extra, settings.repo_url)
    if address:
        write_text(web / SECURITY, security_txt(address, year_after(begun.project.moment)))
    else:
        say("no address to report errors to (REPORT_URL or REPO_URL): pages lead to their own section on it")


def make(project: Project, *, paper: bool = False) -> int:
    """Let MkDocs build aside, put `site/` and `dist/` in place together; the exit status.

    With `GUIDE_BUILT` set nothing is made: what stands there is tested, then published.
    """
    if os.environ.get("GUIDE_BUILT"):
        return take_as_they_stand(project)
    started = time.perf_counter()
    with swap.only_one(project.work / "lock"):
        site, dist = project.work / "site", project.work / "dist"
        shutil.rmtree(site, ignore_errors=True)
        shutil.rmtree(dist, ignore_errors=True)
        status = run_mkdocs(project, site, paper=paper)
        if status:
            return status
        shutil.copytree(site / DOWNLOADS, dist)
        gone = sorted({path.name for path in project.dist.glob("*.pdf")} - {path.name for path in dist.iterdir()})
        swap.put_in_place(site, project.site)
        swap.put_in_place(dist, project.dist)
    report(project, time.perf_counter() - started)
    if gone:
        say(f"taken out, as of an earlier state: {', '.join(gone)}; make pdf prints them")
    return 0


def take_as_they_stand(project: Project) -> int:
    """Make nothing; 1 where there is nothing."""
    missing = [path.name for path in (project.site, project.dist) if not path.is_dir()]
    say(f"GUIDE_BUILT is set, and there is no {missing[0]}/" if missing else "taking site/ and dist/ as they stand")
    return 1 if missing else 0


def run_mkdocs(project: Project, site: Path, *, paper: bool = False) -> int:
    """Run `mkdocs build` into the folder *site*; the exit status. What is wrong is told."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    os.environ["GUIDE_PAPER"] = str(paper).lower()
    from mkdocs.__main__ import cli  # reads its settings from the environment when it is loaded

    try:
        cli(["build", "--quiet", "-f", str(project.root / "mkdocs.yml"), "-d", str(site)], standalone_mode=False)
    except Abort:  # click's word for Ctrl-C
        raise KeyboardInterrupt from None
    except Exception as error:
        if not (hasattr(error, "show") or lacks_room(error)):
            raise
        told = getattr(error, "message", "") or str(error)
        if lacks_room(error):
            told = f"no room to write: {told}\nnothing was built, the last outputs are untouched"
        print(told, file=sys.stderr)
        return 1
    return 0


def refuse_missing_set_up(project: Project) -> None:
    """Raise `BuildProblems` where the packages are not there that a build needs."""
    if not (project.root / "node_modules/esbuild").exists():
        raise BuildProblems("found no Node packages (node_modules/); right: run make setup, then again")


def source_problems(project: Project) -> list[Problem]:
    """All that is wrong with words and data."""
    return read_sources(project)[1]


def read_sources(project: Project) -> tuple[Book | None, list[Problem]]:
    """The data, and all that is wrong in it and in words; a broken file hides what is built on it, so is told once."""
    if unreadable := wrong_files(project):
        return None, unreadable
    try:
        book = load_book(project.data)
        wording = load_wording(project.data)
    except BookError as error:
        return None, error.problems
    pages = read_pages(project.docs)
    anchors = places(book, pages, project.docs)
    return book, [
        *wrong_code(project),
        *wrong_tables(project, book, anchors),
        *check_sources(book, pages, project.docs),
        *wrong_words(wording, book, anchors),
    ]


def take_out_unused(web: Path, names: set[str]) -> None:
    """Take files out of the site that no page shows, loads or links to; each is told."""
    for name in sorted(names):
        (web / name).unlink()
        say(f"not published, since no page uses it: {name}")


def refuse(problems: list[Problem], *, draft: bool = False) -> None:
    """Raise `BuildProblems` where there are *problems*; a *draft* only hears of them."""
    if not problems:
        return
    lines = "\n".join(map(str, problems))
    if not draft:
        raise BuildProblems(f"{lines}\n{len(problems)} problems; nothing was built, the last outputs are untouched")
    say(f"{lines}\n{len(problems)} problems, passed over in a draft")


def write_paper(begun: Begun, pages: list[BuiltPage], folder: Path) -> None:
    """Print the paper editions to *folder*."""
    # Its packages are installed for make pdf and make test only.
    from guide.editions.paper import print_all, printer

    with printer() as page:
        for name, pdf in print_all(begun.project, begun.workshop, pages, page):
            (folder / name).write_bytes(pdf)


def report(project: Project, seconds: float) -> None:
    """Say what was built."""
    pages = sum(1 for _ in project.site.rglob("index.html"))
    say(f"built {project.site.name}/ ({pages} pages) in {seconds:.1f} s")
    for path in sorted(project.dist.iterdir()):
        say(f"      {project.dist.name}/{path.name} ({path.stat().st_size / 1000:.0f} kB)")
    say("open  site/index.html through a web server (make serve), or the unzipped bundle's index.html")
