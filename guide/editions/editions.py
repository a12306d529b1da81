"""Makes every edition beside the site, and tells the download page of them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from guide.build.archive import write_zip
from guide.build.project import Project
from guide.data.wording import format_date, format_value
from guide.editions.disk import SCRIPT_OF_SEARCH, write_disk
from guide.editions.single import FILE, Ingredients, single_file
from guide.licences import FILE as LICENCES
from guide.licences import inventory, licence_texts, shipped
from guide.pages import LOCALES
from guide.workshop import Workshop

ZIP_NAME = "weilidai-guide-offline.zip"
ZIP_TOP = "weilidai-guide"
READ_ME = "READ-ME-FIRST.txt"
NO_SITE = "https://weilidai-guide.example/"
"""The address that stands in for the site's own as long as nobody has given it."""

_ONLY_ON_PAGES = ("single",)
"""Sheets that the folder for a disk has no use for."""


@dataclass(frozen=True)
class Sources:
    """What the editions are made from."""

    made: Any
    """Pages and workshop, as `guide.build.build.Made`."""
    sheets: Mapping[str, str]
    tool_css: str
    """Styles of all tools."""
    disk_script: str
    single_script: str
    theme: str
    search: Mapping[str, str]
    """`engine`, `zh`, `en` → file name below the site's `assets/`."""


def write_editions(project: Project, work: Path, sources: Sources) -> None:
    """Write the folder for a disk, the archive of it and the single files to *work*`/dist`."""
    disk, dist, assets = work / "disk", work / "dist", work / "site" / "assets"
    dist.mkdir()
    write_disk(
        sources.made.pages,
        disk,
        assets,
        css=_styles(sources, without=_ONLY_ON_PAGES),
        script=sources.disk_script,
        theme=sources.theme,
        search=sources.search,
        labels=sources.made.workshop.labels,
    )
    read_me = read_me_text(sources.made.workshop, project.moment.date())
    (disk / READ_ME).write_text(read_me, encoding="utf-8-sig", newline="\r\n")  # as old Windows reads it
    packages = shipped(project.root)
    for folder in (disk, work / "site"):
        (folder / LICENCES).write_text(licence_texts(packages), encoding="utf-8", newline="\n")
    write_zip(disk, dist / ZIP_NAME, ZIP_TOP, project.moment)
    bill = inventory(project.root, project.moment, (package.name for package in packages))
    (dist / "sbom.json").write_text(bill, encoding="utf-8", newline="\n")
    site_url = sources.made.site_url
    ingredients = Ingredients(
        workshop=sources.made.workshop,
        css=_styles(sources, without=("disk",)),
        script=sources.single_script,
        theme=sources.theme,
        search=_search_data(assets, sources.search),
        site_url="" if site_url == NO_SITE else site_url,
        made_on=project.moment.date(),
    )
    for locale in LOCALES:
        text = single_file(sources.made.pages, locale, ingredients)
        (dist / FILE.format(locale)).write_text(text, encoding="utf-8", newline="\n")


def read_me_text(workshop: Workshop, made_on: date) -> str:
    """What the archive is and how to open it, in both languages."""

    def told(name: str, locale: str) -> str:
        return format_date(made_on, locale) if name == "date" else format_value(workshop.book.facts[name], locale)

    texts = ((locale, workshop.labels("read-me", locale)["text"]) for locale in LOCALES)
    return "\n".join(re.sub(r"{([\w-]+)}", lambda match, code=code: told(match[1], code), text) for code, text in texts)


def _styles(sources: Sources, without: tuple[str, ...]) -> str:
    return "".join(css for name, css in sources.sheets.items() if name not in without) + sources.tool_css


def _search_data(assets: Path, names: Mapping[str, str]) -> dict[str, Any]:
    """The data of search's scripts: `zh`, `en`, and `words` from the engine's."""
    keys = {"engine": "words"}
    found = {}
    for name, file_name in names.items():
        _, data, _ = SCRIPT_OF_SEARCH.fullmatch((assets / file_name).read_text(encoding="utf-8")).groups()
        found[keys.get(name, name)] = json.loads(data)
    return found
