"""The Content-Security-Policy of a page."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable


def content_security_policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """A policy that allows the site's own files and exactly these inline *scripts* and *styles*.

    Nothing may be sent to any other host: no connections, no forms, no frames.
    """
    return _policy(" ".join(["'self'", *map(source_hash, scripts)]), " ".join(["'self'", *map(source_hash, styles)]))


def preview_policy() -> str:
    """The same for `mkdocs serve`, which writes a script into each page: inline scripts and styles are let through."""
    return _policy("'self' 'unsafe-inline'", "'self' 'unsafe-inline'")


def served_policy() -> str:
    """The policy a web server adds: what pages cannot say of themselves (who may frame them), and the rest again.

    Both policies hold at once. What may run and what may style is left to the exact hashes in each page: a server
    that has not been told of a new build must not stop its scripts, and nothing is loosened by leaving it out.
    """
    return "; ".join([*_SAME_EVERYWHERE, "frame-ancestors 'none'"])


def disk_security_policy() -> str:
    """The policy of a page on a disk: files of its own folder, nothing inline, nothing sent anywhere."""
    return ";".join(
        [
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


_SAME_EVERYWHERE = (
    "img-src 'self' data:",
    # For the offline app's worker and for tools that look for robots.txt; no other host is reached.
    "connect-src 'self'",
    "worker-src 'self'",
    "font-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
)


def _policy(scripts: str, styles: str) -> str:
    # Only the manifest is left to the default: WebKit does not know `manifest-src`, and says so.
    return "; ".join(["default-src 'self'", f"script-src {scripts}", f"style-src {styles}", *_SAME_EVERYWHERE])


def source_hash(text: str) -> str:
    """CSP source expression for inline *text* (`'sha256-…'`)."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
