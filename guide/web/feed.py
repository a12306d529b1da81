"""Writes `changes.yml` as an Atom feed (RFC 4287), one for each language."""

from __future__ import annotations

import re
from datetime import date
from html import escape

from markupsafe import Markup

from guide.base.address import PageRef
from guide.data.changes import Change, load_changes
from guide.page.workshop import Workshop

FILE = "feed.xml"
_TAG = re.compile(r"<[^>]+>")


def feed(workshop: Workshop, locale: str, site_url: str) -> str:
    """The feed of one language; addresses begin with *site_url*."""
    place = PageRef("changes", locale)
    page = workshop.start_page(place, {})
    days = load_changes(workshop.data_dir / "changes.yml")
    words = workshop.labels("shell", locale)

    def plain(name: str, change: Change) -> str:
        return escape(Markup(_TAG.sub("", page.markers.inline(change.words(name, locale)))).unescape().strip())

    entries = [
        _entry(change, plain("what", change), plain("why", change), site_url, locale, number)
        for day, changes in days
        for number, change in enumerate(reversed(changes), start=1)
    ]
    own = site_url + PageRef("index", locale).url + FILE
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{"zh-CN" if locale == "zh" else locale}">\n'
        f"<id>{own}</id>\n<title>{escape(words['site_name'])} · {escape(words['changes'])}</title>\n"
        f'<link rel="self" href="{own}"/>\n<link href="{site_url}{place.url}"/>\n'
        f"<author><name>{escape(words['site_name'])}</name></author>\n"
        f"<updated>{_moment(days[0][0])}</updated>\n{''.join(entries)}</feed>\n"
    )


def _entry(change: Change, title: str, why: str, site_url: str, locale: str, number: int) -> str:
    page_id, _, anchor = (change.page or "changes").partition("#")
    address = site_url + PageRef(page_id, locale).url + (f"#{anchor}" if anchor else "")
    # Numbered from the first change of the day, so that a later one does not rename those before it.
    own = f"{site_url}{PageRef('changes', locale).url}#day-{change.date.isoformat()}-{number}"
    return (
        f"<entry>\n<id>{own}</id>\n<title>{title}</title>\n<updated>{_moment(change.date)}</updated>\n"
        f'<link href="{address}"/>\n<summary>{why}</summary>\n</entry>\n'
    )


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
