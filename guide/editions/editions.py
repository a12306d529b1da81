"""Makes the editions beside the site: the archive of a folder for a disk, and single files."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from guide.build.archive import write_zip
from guide.build.engine import Made
from guide.build.output import write_text
from guide.build.project import Project
from guide.build.site import Finished
from guide.data.wording import format_date, format_value
from guide.editions.disk import SCRIPT_OF_SEARCH, shorten_class_names, write_shared
from guide.editions.single import FILE, Ingredients, single_file
from guide.licences import FILE as LICENCES
from guide.licences import inventory, licence_texts, shipped
from guide.pages import LOCALES
from guide.workshop import Workshop

ZIP_TOP = "weilidai-guide"
READ_ME = "READ-ME-FIRST.txt"
NO_SITE = "https://weilidai-guide.example/"
"""The address that stands in for the site's own as long as nobody has given it."""

_ONLY_ON_PAGES = ("single",)
"""Sheets that the folder for a disk has no use for."""


@dataclass(frozen=True)
class Sources:
    """What the editions are made from."""

    made: Made
    finished: Finished
    assets: Path
    """Where the site's scripts of search are."""

    def styles(self, without: tuple[str, ...]) -> str:
        """All sheets but some, and the styles of all tools."""
        own = self.finished.assets
        return "".join(css for name, css in own.sheets.items() if name not in without) + own.tool_css["disk"]

    def script(self, bundle: str) -> str:
        """The code of a bundle."""
        return self.finished.code[bundle].strip()


def write_archive(project: Project, disk: Path, archive: Path, sources: Sources) -> None:
    """Complete the folder *disk*, whose pages are there, and pack it as *archive*."""
    made = sources.made
    write_shared(
        made.pages,
        disk,
        sources.assets,
        css=sources.styles(without=_ONLY_ON_PAGES),
        script=sources.script("disk"),
        theme=sources.script("theme"),
        search=sources.finished.assets.search,
        labels=made.workshop.labels,
    )
    shorten_class_names(disk)
    read_me = read_me_text(made.workshop, project.moment.date())
    (disk / READ_ME).write_text(read_me, encoding="utf-8-sig", newline="\r\n")  # as old Windows reads it
    write_text(disk / LICENCES, licence_texts(shipped(project.root)))
    write_zip(disk, archive, ZIP_TOP, project.moment)


def write_single(project: Project, locale: str, dist: Path, sources: Sources) -> None:
    """Write the guide in *locale* as one file to *dist*."""
    made = sources.made
    ingredients = Ingredients(
        workshop=made.workshop,
        css=sources.styles(without=("disk",)),
        script=sources.script("single"),
        theme=sources.script("theme"),
        search=_search_data(sources.assets, sources.finished.assets.search),
        site_url="" if made.site_url == NO_SITE else made.site_url,
        made_on=project.moment.date(),
    )
    write_text(dist / FILE.format(locale), single_file(made.pages, locale, ingredients))


def write_papers(project: Project, site: Path, dist: Path) -> None:
    """Write what goes with the editions: the licences of others' programs, and the inventory of packages."""
    packages = shipped(project.root)
    write_text(site / LICENCES, licence_texts(packages))
    write_text(dist / "sbom.json", inventory(project.root, project.moment, (package.name for package in packages)))


def read_me_text(workshop: Workshop, made_on: date) -> str:
    """What the archive is and how to open it, in both languages."""

    def told(name: str, locale: str) -> str:
        return format_date(made_on, locale) if name == "date" else format_value(workshop.book.facts[name], locale)

    texts = ((locale, workshop.labels("read-me", locale)["text"]) for locale in LOCALES)
    return "\n".join(re.sub(r"{([\w-]+)}", lambda match, code=code: told(match[1], code), text) for code, text in texts)


def _search_data(assets: Path, names: Mapping[str, str]) -> dict[str, Any]:
    """The data of search's scripts: `zh`, `en`, and `words` from the engine's."""
    keys = {"engine": "words"}
    found = {}
    for name, file_name in names.items():
        _, data, _ = SCRIPT_OF_SEARCH.fullmatch((assets / file_name).read_text(encoding="utf-8")).groups()
        found[keys.get(name, name)] = json.loads(data)
    return found
