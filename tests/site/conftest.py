"""The built pages of the site and of the bundle, read once."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from lxml import html

from guide.base.address import LOCALES, PageRef

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
BUNDLE = ROOT / "dist" / "weilidai-guide-offline.zip"

REFS = [
    PageRef(path.relative_to(ROOT / "docs" / locale).with_suffix("").as_posix(), locale)
    for locale in LOCALES
    for path in sorted((ROOT / "docs" / locale).rglob("*.md"))
]


@dataclass(frozen=True)
class Built:
    """One page of one edition."""

    edition: str
    ref: PageRef

    @property
    def path(self) -> str:
        """Path of its file in the edition."""
        return self.ref.file_name if self.edition == "bundle" else f"{self.ref.url}index.html"

    @cached_property
    def text(self) -> str:
        return files(self.edition)[self.path].decode()

    @cached_property
    def tree(self) -> html.HtmlElement:
        return html.document_fromstring(files(self.edition)[self.path].decode())

    def __repr__(self) -> str:
        return f"{self.edition}:{self.ref.locale}/{self.ref.page_id}"


@cache
def files(edition: str) -> dict[str, bytes]:
    """Every file of the edition, by its path."""
    if edition == "bundle":
        with zipfile.ZipFile(BUNDLE) as archive:
            return {name.split("/", 1)[1]: archive.read(name) for name in archive.namelist()}
    return {path.relative_to(SITE).as_posix(): path.read_bytes() for path in SITE.rglob("*") if path.is_file()}


WEB_PAGES = [Built("site", ref) for ref in REFS]
ALL_PAGES = WEB_PAGES + [Built("bundle", ref) for ref in REFS]
