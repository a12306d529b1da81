"""Resolves the addresses in a page for one edition of the guide."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

from guide.pages import PAGE_SCHEME, PageRef, relative_address

_ATTRIBUTE = re.compile(r'(?P<name>\s(?:href|src))="(?P<address>[^"]*)"')
_PAGE_LINK = re.compile(re.escape(PAGE_SCHEME) + r"(?P<locale>[a-z]{2})/(?P<page_id>[a-z0-9/-]+)")
_FILE_LINK = re.compile(r"guide-file:(?P<name>[\w./-]+)")
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#|$)", re.IGNORECASE)

Address = Callable[[PageRef, PageRef], str]
"""Relative address of a page (second) as seen from another (first)."""


def web_address(origin: PageRef, target: PageRef) -> str:
    """Address on a web server, where a page is a folder (`../fees/`)."""
    return relative_address(origin.url, target.url)


def file_address(origin: PageRef, target: PageRef) -> str:
    """Address on a disk, where every link names its file (`../costs/fees.html`)."""
    return relative_address(origin.file_name, target.file_name)


def resolve_page_links(html: str, origin: PageRef, address: Address) -> str:
    """*html* with every `guide-page:` address, in attributes or in data for scripts, made relative."""

    def resolve(match: re.Match[str]) -> str:
        target = PageRef(match["page_id"], match["locale"])
        # A link within the page needs its anchor only.
        return (
            "" if target == origin and html[match.end() : match.end() + 1] == "#" else address(origin, target)
        )

    return _PAGE_LINK.sub(resolve, html)


def resolve_file_links(html: str, origin: str) -> str:
    """*html* with every `guide-file:` address (a file at the top of the edition) as seen from the page at *origin*."""
    return _FILE_LINK.sub(lambda match: relative_address(origin, match["name"]), html)


def rewrite_addresses(html: str, origin: PageRef, rewrite: Callable[[str, str], str]) -> str:
    """*html* with each relative `href` and `src` replaced by `rewrite(path below the root, #fragment)`."""

    def replace(match: re.Match[str]) -> str:
        address = match["address"]
        if _OUTSIDE.match(address):
            return match[0]
        path, hash_mark, fragment = address.partition("#")
        below_root = posixpath.normpath(posixpath.join("/" + origin.url, path)).lstrip("/")
        if path.endswith(("/", "..", ".")) and below_root:
            below_root += "/"
        return f'{match["name"]}="{rewrite(below_root, hash_mark + fragment)}"'

    return _ATTRIBUTE.sub(replace, html)


def name_files(html: str, origin: PageRef, by_url: Mapping[str, PageRef]) -> str:
    """*html* of a page on a web server made ready for a disk: every link names its file. *by_url* has all pages."""

    def rewrite(path: str, fragment: str) -> str:
        target = by_url[path].file_name if path in by_url else path
        return relative_address(origin.file_name, target) + fragment

    return rewrite_addresses(html, origin, rewrite)
