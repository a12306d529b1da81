"""Completes the page that offers the editions: what was made, how big it is, and its sum."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from guide.base.address import relative_address
from guide.data.formats import format_date
from guide.page.built_page import BuiltPage
from guide.page.tree import document, fragment, whole_html
from guide.web.app import DOWNLOADS
from guide.web.site import Site

PAGE = "download"


def with_downloads(page: BuiltPage, site: Site, editions: Path, copy_megabytes: float) -> BuiltPage:
    """The download page with size and sum of each file in *editions*; an edition that was not made is not listed.

    The editions themselves name each other without sums: a file cannot hold its own.
    """
    tree = document(page.html)
    template = site.workshop.templates.get_template("markers/download.html")
    labels = site.workshop.labels("registers", page.ref.locale)["downloads"]
    for place in tree.xpath("//*[@data-download]"):
        path = editions / place.get("data-download")
        if not path.is_file():
            place.getparent().drop_tree()
            continue
        content = path.read_bytes()
        told = template.render(
            labels=labels,
            name=path.name,
            address=relative_address(page.ref.url, f"{DOWNLOADS}/{path.name}"),
            date=format_date(site.project.moment.date(), page.ref.locale),
            kilobytes=f"{len(content) / 1000:,.0f}",
            digest=hashlib.sha256(content).hexdigest(),
        )
        place.getparent().replace(place, fragment(told)[0])
    for size in tree.xpath("//*[@data-copy-size]"):
        size.text = f"{copy_megabytes:.1f}"
        size.set("value", size.text)
        del size.attrib["data-copy-size"]
    return replace(page, html=whole_html(tree))
