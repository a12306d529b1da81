"""Makes the editions beside the site: the archive of a folder for a disk, and single files."""

from __future__ import annotations

import re
import tempfile
from datetime import date
from pathlib import Path

from guide.base.address import LOCALES
from guide.base.output import write_text
from guide.data.formats import format_date, format_value
from guide.data.licences import FILE as LICENCES
from guide.data.licences import licence_texts, shipped
from guide.editions.archive import write_zip
from guide.editions.disk import write_folder
from guide.editions.single import FILE, single_file
from guide.page.workshop import Workshop
from guide.web.site import Site

ZIP_NAME, ZIP_TOP = "weilidai-guide-offline.zip", "weilidai-guide"
READ_ME = "READ-ME-FIRST.txt"
_PLACE = re.compile(r"{([\w-]+)}")
NO_SITE = "https://weilidai-guide.example/"
"""The address that stands in for the site's own as long as nobody has given it."""


def write_archive(site: Site, web: Path, archive: Path) -> None:
    """Write the edition for a disk as *archive*; pictures are taken from the finished site *web*."""
    project = site.project
    with tempfile.TemporaryDirectory(dir=archive.parent) as work:
        disk = Path(work)
        write_folder(site, web, disk)
        read_me = read_me_text(site.workshop, project.moment.date())
        (disk / READ_ME).write_text(read_me, encoding="utf-8-sig", newline="\r\n")  # as old Windows reads it
        write_text(disk / LICENCES, licence_texts(shipped(project.root)))
        write_zip(disk, archive, ZIP_TOP, project.moment)


def write_single_files(site: Site, web: Path, folder: Path) -> None:
    """Write each language of the guide as one file to *folder*; pictures are taken from the finished site *web*."""
    published = "" if site.site_url == NO_SITE else site.site_url
    for locale in LOCALES:
        write_text(folder / FILE.format(locale), single_file(site, locale, web, published))


def read_me_text(workshop: Workshop, made_on: date) -> str:
    """What the archive is and how to open it, in both languages."""

    def told(name: str, locale: str) -> str:
        return format_date(made_on, locale) if name == "date" else format_value(workshop.book.facts[name], locale)

    texts = ((locale, workshop.labels("read-me", locale)["text"]) for locale in LOCALES)
    return "\n".join(
        "".join(told(part, code) if place % 2 else part for place, part in enumerate(_PLACE.split(text)))
        for code, text in texts
    )
