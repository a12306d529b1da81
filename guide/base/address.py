"""Page ids (`costs/index`), their addresses in each language, and links between them."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import lru_cache

LOCALES = ("zh", "en")
DEFAULT_LOCALE = "zh"


@dataclass(frozen=True)
class PageRef:
    """A page in one language."""

    page_id: str
    """Path of the Markdown file below its language folder, without `.md`."""
    locale: str

    @property
    def url(self) -> str:
        """Address below the site's root, with a closing slash (`en/costs/`; empty for the home page)."""
        folder = posixpath.dirname(self.page_id) if self.is_index else self.page_id
        prefix = "" if self.locale == DEFAULT_LOCALE else f"{self.locale}/"
        return prefix + (f"{folder}/" if folder else "")

    @property
    def file_name(self) -> str:
        """Path of the page's file where every link names its file (`en/costs/index.html`)."""
        prefix = "" if self.locale == DEFAULT_LOCALE else f"{self.locale}/"
        return f"{prefix}{self.page_id}.html"

    @property
    def is_index(self) -> bool:
        """Whether the page stands for its folder."""
        return posixpath.basename(self.page_id) == "index"

    def in_locale(self, locale: str) -> PageRef:
        """The same page in another language."""
        return PageRef(self.page_id, locale)


def page_id_of(src_uri: str) -> str:
    """Page id of a Markdown file, from its path below `docs/` (`en/costs/index.md` → `costs/index`)."""
    return src_uri.split("/", 1)[1].removesuffix(".md")


def page_ref(src_uri: str) -> PageRef:
    """The page of a Markdown file, from its path below `docs/`."""
    return PageRef(page_id_of(src_uri), src_uri.split("/", 1)[0])


def page_link(origin: PageRef, target: PageRef, anchor: str = "") -> str:
    """Address of *target*, or of a place in it, as the page *origin* of the site writes it (`../costs/#fees`)."""
    place = f"#{anchor}" if anchor else ""
    return place if place and target == origin else relative_address(origin.url, target.url) + place


@lru_cache(maxsize=10_000)  # menus and footers ask for the same ones on every page
def relative_address(origin: str, target: str) -> str:
    """Relative address of *target* (below the site's root) as seen from the page at *origin*.

    Both are paths below the root; a path that ends with a slash (or is empty) stands for a folder.
    """
    # Menus ask this for each page on each page; posixpath.relpath asks the system where it is, every time.
    here, there = origin.split("/")[:-1], target.split("/")
    shared = 0
    for mine, its in zip(here, there[:-1], strict=False):
        if mine != its:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
