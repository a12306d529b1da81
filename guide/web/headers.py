"""Headers of every answer. The files in `deploy/` repeat them in each server's own words; a test compares."""

from __future__ import annotations

from guide.web.policy import served_policy

HEADERS = {
    "Content-Security-Policy": served_policy(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # For web views that do not know `frame-ancestors`.
    "X-Frame-Options": "DENY",
}

FOREVER = "public, max-age=31536000, immutable"
"""Of files whose names carry a hash of what is in them."""

ASK_FIRST = "no-cache"
"""Of everything else: kept by the browser, but asked about before each use (mostly a short 304)."""

HASHED_NAME = r"^/assets/[^/]+\.[0-9A-Z]{8}\.(?:css|js)$"
"""Addresses of files whose names carry a hash."""
