"""Headers of every answer, which the files in `deploy/` say in each server's own words."""

from __future__ import annotations

from guide.web.policy import served_policy

_NEVER_ASKED_FOR = (
    "accelerometer browsing-topics camera display-capture geolocation gyroscope hid idle-detection local-fonts"
    " magnetometer microphone midi payment publickey-credentials-get serial usb xr-spatial-tracking"
).split()
"""What a page could ask a reader's browser for, and none of the guide's does."""

HEADERS = {
    "Content-Security-Policy": served_policy(),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _NEVER_ASKED_FOR),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    # For web views that do not know `frame-ancestors`.
    "X-Frame-Options": "DENY",
}

HTTPS_ONLY = {"Strict-Transport-Security": "max-age=31536000"}
"""Of answers over https alone: for a year browsers that saw it ask this host by https, whatever a link says."""

FOREVER = "public, max-age=31536000, immutable"
"""Of files whose names carry a hash of what is in them."""

ASK_FIRST = "no-cache"
"""Of everything else: kept by the browser, but asked about before each use (mostly a short 304)."""

HASHED_NAME = r"^/assets/[^/]+\.[0-9A-Z]{8}\.(?:css|js)$"
"""Addresses of files whose names carry a hash."""
