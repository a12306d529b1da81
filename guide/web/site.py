"""Makes the site whole: scripts, styles and search from the pages, then the pages with them, then its top."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from guide.base.address import LOCALES, PageRef
from guide.base.output import hashed_name, write_hashed, write_text
from guide.base.project import Project
from guide.page.built_page import BuiltPage
from guide.page.tree import below_root, document
from guide.page.workshop import Workshop
from guide.search.index import SearchData, search_data
from guide.web.app import ICON_SIZES
from guide.web.feed import FILE as FEED
from guide.web.feed import feed
from guide.web.pages import Assets, not_found_page, picture_address, web_page
from guide.web.scripts import bundle_name
from guide.web.sitemap import robots, sitemap
from guide.web.styles import purged_styles

INSIDE = frozenset({"theme", "early"})
"""Bundles that stand inside pages."""


@dataclass(frozen=True)
class Site:
    """The guide between MkDocs' pages and its outputs."""

    project: Project
    workshop: Workshop
    pages: list[BuiltPage]
    site_url: str
    scripts: dict[str, str]
    """Bundle → its code."""
    assets: Assets
    search: SearchData


def with_assets(
    project: Project,
    workshop: Workshop,
    pages: list[BuiltPage],
    site_url: str,
    scripts: dict[str, str],
    folder: Path,
    extra_css: str = "",
) -> Site:
    """Make what pages of any edition are completed with; what the site loads from files is written to *folder*.

    *extra_css* comes after the guide's own styles on every page.
    """
    # Scripts that stand inside a page are told to its policy letter by letter, and the minifier trims them.
    scripts = {name: script.strip() for name, script in scripts.items()}
    styles = purged_styles(project, pages, scripts.values(), extra_css)
    search = search_data(pages, workshop.book, project)
    names = {
        "engine": write_hashed(folder, "search", ".js", search.engine_script(scripts["search-box"])),
        **{locale: write_hashed(folder, f"search-{locale}", ".js", search.index_script(locale)) for locale in LOCALES},
        "style": write_hashed(folder, "results", ".css", styles.sheets["search"]),
    }
    of_pages = {"site", *(bundle_name(page.scripted_tools) for page in pages if page.scripted_tools)}
    for name in of_pages:
        write_hashed(folder, name, ".js", scripts[name])
    assets = Assets(
        code={name: scripts[name] for name in INSIDE},
        scripts={name: hashed_name(name, ".js", scripts[name]) for name in of_pages},
        styles=styles,
        icon=picture_address((project.docs / "assets/icon.svg").read_text(encoding="utf-8")),
        search=names,
    )
    return Site(project, workshop, pages, site_url, scripts, assets, search)


def write_pages(site: Site, pages: Iterable[BuiltPage], folder: Path, *, preview: bool = False) -> None:
    """Write *pages* of the site to *folder*."""
    for page in pages:
        write_text(folder / page.ref.url / "index.html", web_page(page, site.assets, preview=preview))


def write_top(site: Site, folder: Path) -> None:
    """Write what stands at the top of the site: pages for wrong addresses, sitemap, feeds."""
    root = urlsplit(site.site_url).path
    for first, path in (("zh", "404.html"), ("en", "en/404.html")):
        write_text(folder / path, not_found_page(site.workshop, site.assets, root, first))
    refs = [page.ref for page in site.pages]
    write_text(folder / "sitemap.xml", sitemap(refs, site.site_url, site.project.moment.date()))
    for locale in LOCALES:
        write_text(folder / PageRef("index", locale).url / FEED, feed(site.workshop, locale, site.site_url))
    write_text(folder / "robots.txt", robots(site.site_url))


def used_files(pages: Iterable[BuiltPage], site_url: str) -> set[str]:
    """Paths below the site's root of every file that a page, or the app's manifest, shows, loads or links to."""
    used = {"assets/icon.svg", *(f"assets/icon-{size}.png" for size in ICON_SIZES)}
    for page in pages:
        for address in document(page.html).xpath("//@href | //@src | //@content[starts-with(., 'http')]"):
            parts = urlsplit(address.removeprefix(site_url) if address.startswith(site_url) else address)
            if parts.path and not parts.scheme and not parts.netloc:
                origin = "" if address.startswith(site_url) else page.ref.url
                used.add(below_root(origin, parts.path))
    return used
