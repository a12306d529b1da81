"""Finishes the site: styles and search from the pages, then the pages with both."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from guide.build.engine import Made
from guide.build.first_screen import first_screen
from guide.build.kept import Kept
from guide.build.output import hashed_name, write_hashed, write_text
from guide.build.pages import PARTS, Assets, not_found_page, picture_address, shows_tool, web_page
from guide.build.project import Project
from guide.build.scripts import bundle_name
from guide.build.sitemap import robots, sitemap
from guide.build.styles import begin_styles
from guide.feed import FILE as FEED
from guide.feed import feed
from guide.pages import LOCALES, PageRef
from guide.search.index import build as build_search
from guide.search.index import page_sections
from guide.workshop import BuiltPage

OTHERS_BUNDLES = frozenset({"search-box", "disk", "single", "worker"})
"""Bundles that no page of the site holds or loads by itself."""


@dataclass(frozen=True)
class Finished:
    """What pages of any edition are completed with."""

    code: dict[str, str]
    """Bundle → its code."""
    assets: Assets


def finish(project: Project, made: Made, scripts: dict[str, str], site: Path, kept: Kept) -> Finished:
    """Write the scripts, styles, search and pictures of the *site*."""
    folder = site / "assets"
    shutil.copytree(project.docs / "assets", folder)
    styles = begin_styles(project, made.pages, scripts.values(), kept)
    pages = {page.ref: page for page in made.pages}
    sections = kept.each("sections", pages, lambda page: [page.title, page.description, page.content], page_sections)
    search = build_search(made.pages, sections, made.workshop.book, folder, scripts["search-box"])
    code = {name: script.strip() for name, script in scripts.items() if name not in OTHERS_BUNDLES}
    sheets, tool_css = (styles()[key] for key in ("sheets", "tools"))
    assets = Assets(
        code=code,
        scripts={name: hashed_name(name, ".js", script) for name, script in code.items()},
        sheets=sheets,
        tool_css=tool_css,
        later_css_files=_write_later_styles(made.pages, sheets, tool_css, folder),
        icon=picture_address((folder / "icon.svg").read_text(encoding="utf-8")),
        search=search,
        search_css_file=write_hashed(folder, "results", ".css", sheets["search"]),
    )
    return Finished(scripts, assets)


def _write_later_styles(
    pages: list[BuiltPage], sheets: Mapping[str, str], tool_css: Mapping[str, str], folder: Path
) -> dict[str, str]:
    """Write what pages load after their first paint to *folder*; set of tools (none: any page) → name of the file."""
    files = {"": write_hashed(folder, "later", ".css", "".join(sheets[name] for name in (*PARTS, "later")))}
    for page in pages:
        tools = bundle_name(page.tools)
        if tools not in files and not shows_tool(first_screen(page.content)):
            files[tools] = write_hashed(folder, tools, ".css", sheets["form"] + tool_css[tools])
    return files


def _write_scripts_beside(pages: Collection[str], assets: Assets, folder: Path) -> None:
    """Write the scripts that some page does not hold inside to *folder*."""
    for bundle, name in assets.scripts.items():
        if any(name in html for html in pages):
            write_text(folder / name, assets.code[bundle])


def write_site(project: Project, made: Made, finished: Finished, site: Path, kept: Kept) -> None:
    """Write every page of the *site*, and what stands at its top."""
    assets = kept.mark(asdict(finished.assets)).hex()
    pages = kept.each(
        "web",
        {page.ref: page for page in made.pages},
        lambda page: [assets, page.html, page.content, page.tools, page.scripted_tools],
        lambda page: web_page(page, finished.assets),
    )
    for ref, html in pages.items():
        write_text(site / ref.url / "index.html", html)
    _write_scripts_beside(pages.values(), finished.assets, site / "assets")
    root = urlsplit(made.site_url).path
    for first, path in (("zh", "404.html"), ("en", "en/404.html")):
        write_text(site / path, not_found_page(made.workshop, finished.assets, root, first))
    refs = [page.ref for page in made.pages]
    write_text(site / "sitemap.xml", sitemap(refs, made.site_url, project.moment.date()))
    for locale in LOCALES:
        write_text(site / PageRef("index", locale).url / FEED, feed(made.workshop, locale, made.site_url))
    write_text(site / "robots.txt", robots(made.site_url))
