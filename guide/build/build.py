"""The build, step by step: check, bundle, make pages, finish them, pack, put in place."""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
import shutil
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from guide.build import swap
from guide.build.archive import sums
from guide.build.node import NodeError, run_node
from guide.build.project import Project
from guide.editions.editions import ZIP_NAME
from guide.paper import PAPER_NAMES

_FOLDERS = ("data", "docs", "figures", "guide", "overrides", "styles", "tools")
INPUTS = (*_FOLDERS, "mkdocs.yml", "package-lock.json", "package.json", "pyproject.toml", "requirements.txt")


@dataclass(frozen=True)
class Made:
    """What MkDocs made."""

    workshop: Any
    pages: list[Any]
    site_url: str


class BuildProblems(RuntimeError):
    """Raised when the sources are not right; says everything that is wrong."""


def build(project: Project, *, force: bool = False, paper: bool = False) -> int:
    """Build `site/` and `dist/`, with the *paper* editions or without; returns the exit status and says what was made.

    Paper of an earlier state never stays beside a new site.
    """
    started = time.perf_counter()
    with swap.only_one(project.build / "lock"):
        state = _state_of_inputs(project)
        if not force and _is_current(project, state, paper):
            say(
                "nothing has changed: site/ and dist/ are up to date (make clean to start over)"
            )
            return 0
        try:
            made = _make(project, paper)
        except BuildProblems as problems:
            print(problems, file=sys.stderr)
            return 1
        except (OSError, NodeError) as error:
            if not lacks_room(error):
                raise
            print(f"no room to write: {error}\nnothing was built, the last outputs are untouched", file=sys.stderr)
            return 1
        loses_paper = not paper and any(project.dist.glob("*.pdf"))
        _place(project, state, made)
    if loses_paper:
        say("the paper editions were of an earlier state and are gone: make pdf prints them anew")
    _report(project, time.perf_counter() - started)
    return 0


def lacks_room(error: Exception) -> bool:
    """Whether a disk, a quota or a limit on files was full, for Python or for a Node program."""
    codes = ("ENOSPC", "EFBIG", "EDQUOT")
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno) in codes
    return any(code in str(error) for code in codes)


def say(message: str) -> None:
    """Tell the person who waits."""
    print(message, flush=True)


def _make(project: Project, paper: bool) -> Path:
    """Make everything in a folder of its own; raises `BuildProblems`."""
    from guide.editions.downloads import publish
    from guide.offline import write_app

    work = project.build / "work"
    shutil.rmtree(work, ignore_errors=True)
    assets_dir = work / "site" / "assets"
    assets_dir.mkdir(parents=True)
    say("checking facts, claims and pages …")
    book = loaded_book(project)
    # Node's programs run beside Python's work.
    with ThreadPoolExecutor() as pool:
        examples = pool.submit(compute_examples, project, book)
        scripts = pool.submit(bundle_scripts, project, assets_dir, work / "entries")
        refuse_problems(project, book)
        results = json.dumps(examples.result(), ensure_ascii=False)
        (project.build / "examples.json").write_text(results, encoding="utf-8")
        say("making pages …")
        made = make_pages(project, work / "web")
        say("finishing pages, search and bundle …")
        finish(project, made, scripts.result(), work)
    if paper:
        write_paper(project, made, work / "dist")
    _write(work / "dist" / "SHA256SUMS", sums(work / "dist"))
    site, refs, made_on = work / "site", [page.ref for page in made.pages], project.moment.date()
    worker = _taken(site / "assets" / scripts.result()["worker"])
    publish(site, work / "dist", made.workshop, refs, made_on)
    write_app(site, made.workshop, worker, refs, made_on)
    return work


def loaded_book(project: Project) -> Any:
    """The data; raises `BuildProblems` with all that is wrong in it."""
    from guide.data import BookError, load_book

    try:
        return load_book(project.data)
    except BookError as error:
        raise BuildProblems(str(error)) from error


def refuse_problems(project: Project, book: Any) -> None:
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


def compute_examples(project: Project, book: Any) -> dict[str, Any]:
    """Results of the worked examples, from the tools' own arithmetic."""
    from guide.build.examples import examples_input

    program = project.tools / "examples.mjs"
    return (
        run_node(program, data=examples_input(project.data / "examples.yml", book))
        if program.exists()
        else {}
    )


def bundle_scripts(project: Project, out: Path, entries: Path) -> dict[str, str]:
    """Bundle the shell's script and one script for each set of tools that share a page; names by bundle."""
    from guide.build.pages import bundle_name
    from guide.markers import find_markers
    from guide.tools import WEB_ONLY

    bundles = {"site": ["site"], "search-box": ["search-box"]}
    for page in sorted((project.docs / "zh").rglob("*.md")):
        named = [
            marker.argument
            for marker in find_markers(page.read_text(encoding="utf-8"))
            if marker.kind == "tool"
        ]
        tools = [name for name in dict.fromkeys(named) if (project.tools / name / "index.js").is_file()]
        if tools:
            bundles[bundle_name(tools)] = tools
    every_tool = dict.fromkeys(
        tool for tools in list(bundles.values())[2:] for tool in tools if tool not in WEB_ONLY
    )
    bundles |= {"disk": ["disk", "site", *every_tool], "single": ["single", *every_tool]}
    bundles["worker"] = ["offline-app/worker.js"]
    program = project.root / "guide/build/assets.mjs"
    return run_node(program, str(project.tools), str(out), str(entries), data=bundles)


def make_pages(project: Project, out: Path) -> Made:
    """Let MkDocs make every page of both languages; raises `BuildProblems`."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, MkDocsException

    warnings = _Warnings()
    logging.getLogger("mkdocs").addHandler(warnings)
    try:
        config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(out))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        plugin = config.plugins["guide"]
        return Made(plugin.workshop, plugin.pages, config.site_url)
    except (MkDocsException, Abort) as error:
        raise BuildProblems("\n".join([*warnings.lines, str(error)])) from error
    finally:
        logging.getLogger("mkdocs").removeHandler(warnings)


def finish(project: Project, made: Made, scripts: dict[str, str], work: Path) -> None:
    """Styles, search, final pages, sitemap; then the editions for a disk."""
    from guide.build.pages import THEME_SCRIPT, Assets, not_found_page, web_page
    from guide.build.sitemap import robots, sitemap
    from guide.editions.editions import Sources, write_editions
    from guide.feed import FILE as FEED
    from guide.feed import feed
    from guide.pages import LOCALES, PageRef

    site = work / "site"
    texts = [page.html for page in made.pages]
    texts += [path.read_text(encoding="utf-8") for path in (site / "assets").glob("*.js")]
    with ThreadPoolExecutor() as pool:
        purged = pool.submit(make_styles, project, made.pages, texts)
        search = make_search(made.workshop.book, made.pages, site / "assets")
        styles = purged.result()
    shutil.copytree(project.docs / "assets", site / "assets", dirs_exist_ok=True)
    sheets, tool_css = styles["sheets"], styles["tools"]
    assets = Assets(
        shell_script=_taken(site / "assets" / scripts["site"]),
        scripts=scripts,
        sheets=sheets,
        tool_css=tool_css,
        later_css_file=_write_hashed(site / "assets", "later", ".css", sheets["later"]),
        search=search,
    )
    refs = [page.ref for page in made.pages]
    for page in made.pages:
        _write(site / page.ref.url / "index.html", web_page(page, assets))
    root = urlsplit(made.site_url).path
    for first, path in (("zh", "404.html"), ("en", "en/404.html")):
        _write(site / path, not_found_page(made.workshop, assets, root, first))
    _write(site / "sitemap.xml", sitemap(refs, made.site_url, project.moment.date()))
    for locale in LOCALES:
        _write(site / PageRef("index", locale).url / FEED, feed(made.workshop, locale, made.site_url))
    _write(site / "robots.txt", robots(made.site_url))
    write_editions(
        project,
        work,
        Sources(
            made=made,
            sheets=sheets,
            tool_css=tool_css["disk"],
            disk_script=_taken(site / "assets" / scripts["disk"]),
            single_script=_taken(site / "assets" / scripts["single"]),
            theme=THEME_SCRIPT,
            search=search,
        ),
    )


def write_paper(project: Project, made: Made, dist: Path) -> None:
    """Print the paper editions into *dist*; raises `BuildProblems`."""
    from guide.paper.paper import print_all, printer

    with printer() as page:
        for name, pdf in print_all(project, made, page):
            (dist / name).write_bytes(pdf)


def make_styles(project: Project, pages: list[Any], texts: list[str]) -> dict[str, Any]:
    """What is left of the stylesheets when purged against the *texts* of pages and scripts.

    Sheets by name, tools' styles by the set of tools on a page.
    """
    import material

    from guide.build.pages import bundle_name, styled_tools

    theme = next((Path(material.__file__).parent / "templates/assets/stylesheets").glob("main.*.min.css"))
    search = project.tools / "search-box"
    sheets = {
        "base": [*sorted((project.styles / "base").glob("*.css")), search / "style.css"],
        "later": [*sorted((project.styles / "later").glob("*.css")), search / "panel.css"],
        **{path.stem: [path] for path in sorted(project.styles.glob("*.css"))},
    }
    tools = {bundle_name(names): names for names in map(styled_tools, pages) if names}
    tools["disk"] = tuple(dict.fromkeys(name for names in tools.values() for name in names))
    data = {
        "pages": texts,
        "theme": str(theme),
        "sheets": {name: list(map(str, files)) for name, files in sheets.items()},
        "tools": {key: _style_files(project, names) for key, names in tools.items()},
    }
    return run_node(project.root / "guide/build/styles.mjs", data=data)


def _style_files(project: Project, tools: Iterable[str]) -> list[str]:
    files = (project.tools / tool / "style.css" for tool in tools)
    return [str(path) for path in files if path.is_file()]


def make_search(book: Any, pages: list[Any], out: Path) -> dict[str, str]:
    """Write the search indexes; names of the files search loads."""
    try:
        from guide.search.index import build as build_search
    except ImportError:
        return {}
    return build_search(pages, book, out)


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


class _Warnings(logging.Handler):
    """Keeps what MkDocs warns of, so that an author sees it in one place."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


def _taken(path: Path) -> str:
    """What a file holds that no page shall load as a file."""
    text = path.read_text(encoding="utf-8").strip()
    path.unlink()
    return text


def _write_hashed(folder: Path, stem: str, suffix: str, text: str) -> str:
    """Write *text* to a file whose name changes with it; the name."""
    name = f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:8].upper()}{suffix}"
    _write(folder / name, text)
    return name


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
