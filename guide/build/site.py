"""Finishes the site: styles and search from the pages, then the pages with both."""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from guide.build.engine import Made
from guide.build.kept import Kept
from guide.build.output import write_hashed, write_text
from guide.build.pages import Assets, not_found_page, picture_address, web_page
from guide.build.project import Project
from guide.build.sitemap import robots, sitemap
from guide.build.styles import begin_styles
from guide.feed import FILE as FEED
from guide.feed import feed
from guide.pages import LOCALES, PageRef
from guide.search.index import build as build_search
from guide.search.index import page_sections

NOT_FILES = frozenset({"search-box", "disk", "single", "worker"})
"""Bundles that stand inside pages or other files."""


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
    names = {
        name: write_hashed(folder, name, ".js", code) for name, code in scripts.items() if name not in NOT_FILES
    }
    sheets, tool_css = (styles()[key] for key in ("sheets", "tools"))
    assets = Assets(
        shell_script=scripts["site"].strip(),
        scripts=names,
        sheets=sheets,
        tool_css=tool_css,
        later_css_file=write_hashed(folder, "later", ".css", sheets["later"]),
        icon=picture_address((folder / "icon.svg").read_text(encoding="utf-8")),
        search=search,
    )
    return Finished(scripts, assets)


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
    root = urlsplit(made.site_url).path
    for first, path in (("zh", "404.html"), ("en", "en/404.html")):
        write_text(site / path, not_found_page(made.workshop, finished.assets, root, first))
    refs = [page.ref for page in made.pages]
    write_text(site / "sitemap.xml", sitemap(refs, made.site_url, project.moment.date()))
    for locale in LOCALES:
        write_text(site / PageRef("index", locale).url / FEED, feed(made.workshop, locale, made.site_url))
    write_text(site / "robots.txt", robots(made.site_url))
