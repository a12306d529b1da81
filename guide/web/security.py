"""`security.txt` (RFC 9116): where to tell of a hole in the site."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

PATH = ".well-known/security.txt"
"""Below the site's root."""

_SCHEMES = ("https", "mailto", "tel")
"""What RFC 9116 lets a contact be; an address on the web has to be https."""


def security_txt(report_url: str, expires: datetime) -> str:
    """The file's text for *report_url*, valid until *expires* (with its time zone).

    Raises `ValueError` for what is no address to report to, or could add lines to the file.
    """
    parts = urlsplit(report_url)
    whole = parts.netloc if parts.scheme == "https" else parts.path
    if parts.scheme not in _SCHEMES or not whole or not report_url.isascii() or not _is_one_word(report_url):
        raise ValueError(f"found {report_url!r} as the address to report to; right: https://…, mailto:… or tel:…")
    until = expires.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"Contact: {report_url}\nExpires: {until}\nPreferred-Languages: zh, en\n"


def year_after(moment: datetime) -> datetime:
    """The same day a year later; of 29 February, the last of that month."""
    try:
        return moment.replace(year=moment.year + 1)
    except ValueError:
        return moment.replace(year=moment.year + 1, day=28)


def _is_one_word(text: str) -> bool:
    return text.isprintable() and text.split() == [text]
