"""Pages of the guide: their ids, addresses and the links between them."""

from guide.pages.pages import (
    DEFAULT_LOCALE,
    LOCALES,
    PAGE_SCHEME,
    PageRef,
    anchors_of,
    page_id_of,
    page_link,
    page_ref,
    relative_address,
)

__all__ = [
    "DEFAULT_LOCALE",
    "LOCALES",
    "PAGE_SCHEME",
    "PageRef",
    "anchors_of",
    "page_id_of",
    "page_link",
    "page_ref",
    "relative_address",
]
