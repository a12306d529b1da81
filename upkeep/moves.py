"""Addresses by which readers look for a page that stands at another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from guide.base.address import DEFAULT_LOCALE, PageRef, page_ref


def pages_of(docs: Path) -> list[PageRef]:
    """The guide's pages, from their files below *docs*."""
    return [page_ref(path.relative_to(docs).as_posix()) for path in sorted(docs.glob("*/**/*.md"))]


def moves(pages: Iterable[PageRef]) -> dict[str, str]:
    """Where readers are sent: each address that is not a page's own, and the page's.

    Servers are given this list and no pattern: an address made up by others can name no target.
    """
    return {other: f"/{page.url}" for page in pages for other in _other_addresses(page)}


def _other_addresses(page: PageRef) -> Iterator[str]:
    address = f"/{page.url}"
    others = [address.removesuffix("/"), f"{address}index.html", f"/{page.file_name}"]
    yield from filter(None, dict.fromkeys(others))
    if page.locale == DEFAULT_LOCALE:
        yield from dict.fromkeys(f"/{page.locale}{other}" for other in [address, *others])
