"""The build, step by step: check, make pages, finish them, pack, put in place; each step as early as it can begin."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from guide.build import swap
from guide.build.kept import Kept, open_kept
from guide.build.output import write_text
from guide.build.problems import BuildProblems, lacks_room
from guide.build.project import Project
from guide.paper import PAPER_NAMES

if TYPE_CHECKING:
    from guide.build.engine import Made

_FOLDERS = ("data", "docs", "figures", "guide", "overrides", "styles", "tools")
INPUTS = (*_FOLDERS, "mkdocs.yml", "package-lock.json", "package.json", "pyproject.toml", "requirements.txt")
ZIP_NAME = "weilidai-guide-offline.zip"


def build(project: Project, *, force: bool = False, paper: bool = False) -> int:
    """Build `site/` and `dist/`, with the *paper* editions or without; returns the exit status and says what was made.

    With *force* everything is made anew: nothing is taken from an earlier build. Paper of an earlier state never
    stays beside a new site. With `GUIDE_BUILT` set nothing is made: what stands there is tested, then published.
    """
    if os.environ.pop("GUIDE_BUILT", ""):
        return _as_it_stands(project)
    started = time.perf_counter()
    with swap.only_one(project.build / "lock"):
        state = _state_of_inputs(project)
        if not force and _is_current(project, state, paper):
            say("nothing has changed: site/ and dist/ are up to date (make clean to start over)")
            return 0
        work = _attempted(_make, project, open_kept(project, afresh=force), paper)
        if work is None:
            return 1
        loses_paper = not paper and any(project.dist.glob("*.pdf"))
        _place(project, state, work)
    if loses_paper:
        say("the paper editions were of an earlier state and are gone: make pdf prints them anew")
    _report(project, time.perf_counter() - started)
    return 0


def preview(project: Project) -> int:
    """Build what an author looks at, to `build/preview/`: the pages with their tools and search, no downloads."""
    with swap.only_one(project.build / "lock"):
        work = _attempted(_make_site, project, open_kept(project))
        if work is None:
            return 1
        swap.put_in_place(work / "site", project.build / "preview")
    return 0


def say(message: str) -> None:
    """Tell the person who waits."""
    print(message, flush=True)


def _as_it_stands(project: Project) -> int:
    missing = [path.name for path in (project.site, project.dist) if not path.is_dir()]
    say(f"GUIDE_BUILT is set, and there is no {missing[0]}/" if missing else "taking site/ and dist/ as they stand")
    return 1 if missing else 0


def _attempted(make: Callable[..., Path], *arguments: object) -> Path | None:
    """The folder of what was made; nothing where the sources or the disk did not let it, which is then told."""
    try:
        return make(*arguments)
    except BuildProblems as problems:
        print(problems, file=sys.stderr)
    except (OSError, RuntimeError) as error:
        if not lacks_room(error):
            raise
        print(f"no room to write: {error}\nnothing was built, the last outputs are untouched", file=sys.stderr)
    return None


def _make_site(project: Project, kept: Kept) -> Path:
    """Make the site alone."""
    from guide.build.site import finish, write_site
    from guide.build.sources import make_checked_pages

    work = _fresh_work(project)
    made, scripts = make_checked_pages(project, work / "web", kept)
    write_site(project, made, finish(project, made, scripts, work / "site", kept), work / "site", kept)
    return work


def _make(project: Project, kept: Kept, paper: bool) -> Path:
    """Make the site and its editions."""
    from guide.build.archive import sums
    from guide.build.beside import beside
    from guide.build.site import finish, write_site
    from guide.build.sources import make_checked_pages
    from guide.editions.disk import write_pages
    from guide.editions.downloads import publish
    from guide.editions.editions import Sources, write_archive, write_papers, write_single
    from guide.offline import write_app
    from guide.pages import LOCALES

    work = _fresh_work(project)
    site, dist, disk = work / "site", work / "dist", work / "disk"
    made, scripts = make_checked_pages(project, work / "web", kept)
    say("finishing pages, search and bundle …")
    disk_pages = beside(write_pages, made.pages, disk, kept)
    finished = finish(project, made, scripts, site, kept)
    disk_pages()
    sources = Sources(made=made, finished=finished, assets=site / "assets")
    dist.mkdir()
    working = [
        beside(write_archive, project, disk, dist / ZIP_NAME, sources),
        *(beside(write_single, project, locale, dist, sources) for locale in LOCALES),
    ]
    write_site(project, made, finished, site, kept)
    write_papers(project, site, dist)
    for done in working:
        done()
    if paper:
        _print_paper(project, made, dist)
    write_text(dist / "SHA256SUMS", sums(dist))
    refs, made_on = [page.ref for page in made.pages], project.moment.date()
    publish(site, dist, made.workshop, refs, made_on)
    write_app(site, made.workshop, scripts["worker"].strip(), refs, made_on)
    return work


def _print_paper(project: Project, made: Made, dist: Path) -> None:
    from guide.paper.paper import print_all, printer

    with printer() as page:
        for name, pdf in print_all(project, made, page):
            (dist / name).write_bytes(pdf)


def _fresh_work(project: Project) -> Path:
    work = project.build / "work"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    return work


def _place(project: Project, state: str, work: Path) -> None:
    swap.put_in_place(work / "site", project.site)
    swap.put_in_place(work / "dist", project.dist)
    (project.build / "state").write_text(state, encoding="utf-8")
    shutil.rmtree(work, ignore_errors=True)


def _is_current(project: Project, state: str, paper: bool) -> bool:
    recorded = project.build / "state"
    outputs = [project.site / "index.html", project.dist / ZIP_NAME, project.dist / "SHA256SUMS"]
    if paper:
        outputs += [project.dist / name for name in PAPER_NAMES]
    return (
        all(path.exists() for path in [recorded, *outputs]) and recorded.read_text(encoding="utf-8") == state
    )


def _state_of_inputs(project: Project) -> str:
    """One line that changes whenever an input does."""
    state = hashlib.sha256(f"{os.environ.get('SITE_URL')} {project.moment}".encode())
    for name in INPUTS:
        top = project.root / name
        paths = sorted(top.rglob("*")) if top.is_dir() else [top]
        for path in paths:
            if path.is_file() and "__pycache__" not in path.parts:
                status = path.stat()
                state.update(
                    f"{path.relative_to(project.root)} {status.st_size} {status.st_mtime_ns}\n".encode()
                )
    return state.hexdigest()


def _report(project: Project, seconds: float) -> None:
    pages = sum(1 for _ in project.site.rglob("index.html"))
    say(f"built {project.site.name}/ ({pages} pages) in {seconds:.1f} s")
    for path in sorted(project.dist.iterdir()):
        say(f"      {project.dist.name}/{path.name} ({path.stat().st_size / 1000:.0f} kB)")
    say("open  site/index.html through a web server (make serve), or the unzipped bundle's index.html")
