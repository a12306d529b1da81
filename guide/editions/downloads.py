"""Serves the editions with the site: copies them to `downloads/` and tells their size and sum on the download page."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from guide.build.output import write_text
from guide.data.wording import format_date
from guide.pages import PageRef, relative_address
from guide.workshop import Workshop

FOLDER = "downloads"
_ENTRY = re.compile(r'<section class="?entry"? id="?edition-.*?</section>', re.DOTALL)
_PLACE = re.compile(r'<p data-download="?([\w.-]+)"?>.*?</p>', re.DOTALL)


def publish(site: Path, dist: Path, workshop: Workshop, pages: Iterable[PageRef], made_on: date) -> None:
    """Copy the files of *dist* into *site* and fill the download pages among *pages*.

    An edition that was not made is not listed. The editions themselves name each other without sums: a file cannot
    hold its own.
    """
    files = {path.name: path for path in sorted(dist.iterdir())}
    (site / FOLDER).mkdir()
    for path in files.values():
        shutil.copyfile(path, site / FOLDER / path.name)
    for ref in pages:
        if ref.page_id == "download":
            _fill(site / ref.url / "index.html", ref, files, workshop, made_on)


def _fill(page: Path, ref: PageRef, files: dict[str, Path], workshop: Workshop, made_on: date) -> None:
    template = workshop.templates.get_template("markers/download.html")
    labels = workshop.labels("registers", ref.locale)["downloads"]

    def told(match: re.Match[str]) -> str:
        name = _PLACE.search(match[0])[1]
        if name not in files:
            return ""
        content = files[name].read_bytes()
        place = template.render(
            labels=labels,
            name=name,
            address=relative_address(ref.url, f"{FOLDER}/{name}"),
            date=format_date(made_on, ref.locale),
            kilobytes=f"{len(content) / 1000:,.0f}",
            digest=hashlib.sha256(content).hexdigest(),
        )
        return _PLACE.sub(lambda _: place, match[0])

    write_text(page, _ENTRY.sub(told, page.read_text(encoding="utf-8")))
