"""The one sitemap, and the file that points to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from guide.base.address import LOCALES, PageRef

_CODES = {"zh": "zh-CN", "en": "en"}


def sitemap(pages: Iterable[PageRef], site_url: str, modified: date) -> str:
    """sitemap.xml with every page and its twin in the other language."""
    entries = "\n".join(_entry(page, site_url, modified) for page in pages)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
        f"{entries}\n</urlset>\n"
    )


def robots(site_url: str) -> str:
    """robots.txt: everything may be read."""
    return f"User-agent: *\nAllow: /\nSitemap: {site_url}sitemap.xml\n"


def _entry(page: PageRef, site_url: str, modified: date) -> str:
    twins = "".join(
        f'<xhtml:link rel="alternate" hreflang="{_CODES[locale]}" href="{site_url}{page.in_locale(locale).url}"/>'
        for locale in LOCALES
    )
    return f"<url><loc>{site_url}{page.url}</loc><lastmod>{modified.isoformat()}</lastmod>{twins}</url>"
