"""Where a page is put together: its markers, its blocks and what surrounds it."""

from guide.workshop.built_page import BuiltPage
from guide.workshop.workshop import PageWork, Workshop

__all__ = ["BuiltPage", "PageWork", "Workshop"]
