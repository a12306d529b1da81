"""Writes what makes the finished site an offline app.

The worker is named `sw.js` for good; what it holds changes with any page, so that browsers notice a new edition.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from guide.base.address import LOCALES, PageRef
from guide.base.output import write_text
from guide.data.formats import format_date
from guide.data.labels import load_labels
from guide.page.workshop import Workshop

DOWNLOADS = "downloads"
"""Folder of the editions that the site offers; no copy keeps them."""
WORKER, MANIFEST = "sw.js", "manifest.webmanifest"
ICON_SIZES = (192, 512)
"""What browsers ask of an app (pixels)."""
PAPER, ACCENT = "#f8f6f1", "#0d5a63"
"""The colours of styles/base/ that show before the first page does."""

_NOT_KEPT = re.compile(
    rf"{DOWNLOADS}/|(?:.*/)?feed\.xml$|sitemap\.xml$|robots\.txt$|\.well-known/|assets/share-"
    r"|(?:.*/)?index\.md$|llms(?:-full\.\w+)?\.txt$"
)
"""What a reader without network has no use for."""


def write_app(site: Path, workshop: Workshop, worker_script: str, made_on: date) -> None:
    """Write manifests and worker to the finished *site*."""
    words = {locale: load_labels(workshop.tools.root / "offline-app" / "labels.yml", locale) for locale in LOCALES}
    for locale in LOCALES:
        about = manifest(words[locale]["manifest"], workshop.labels("shell", locale)["site_name"], locale)
        text = json.dumps(about, ensure_ascii=False, indent=1) + "\n"
        write_text(site / PageRef("index", locale).url / MANIFEST, text)
    kept = kept_files(site)
    head = {
        "version": version(kept),
        "date": made_on.isoformat(),
        "files": list(kept),
        "notices": {
            locale: escape(words[locale]["notice"].format(date=format_date(made_on, locale))) for locale in LOCALES
        },
    }
    script = f"const GUIDE={json.dumps(head, ensure_ascii=False, separators=(',', ':'))};\n{worker_script}\n"
    write_text(site / WORKER, script)


def manifest(words: dict[str, Any], name: str, locale: str) -> dict[str, Any]:
    """The app's manifest in one language; its addresses are seen from where that language begins."""
    top = "" if locale == LOCALES[0] else "../"
    icons = [
        {"src": f"{top}assets/icon-{size}.png", "sizes": f"{size}x{size}", "type": "image/png"} for size in ICON_SIZES
    ]
    return {
        "lang": "zh-CN" if locale == "zh" else locale,
        "name": name,
        **words,
        "start_url": "./",
        "scope": top or "./",
        # A reader who is warned of false sites shall see the address.
        "display": "minimal-ui",
        "background_color": PAPER,
        "theme_color": ACCENT,
        "icons": [*icons, {"src": f"{top}assets/icon.svg", "sizes": "any", "type": "image/svg+xml"}],
    }


def kept_files(site: Path) -> dict[str, Path]:
    """What a copy holds, by the address below the root of the *site*."""
    paths = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        re.sub(r"(^|/)index\.html$", r"\1", name) or "./": path
        for name, path in paths.items()
        if not _NOT_KEPT.match(name) and name != WORKER
    }


def copy_megabytes(site: Path) -> float:
    """How much a reader who keeps a copy loads, compressed as servers send it."""
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in kept_files(site).values()) / 1e6


def version(files: dict[str, Path]) -> str:
    """A name that changes with the address or the content of any file."""
    digest = hashlib.sha256()
    for address, path in files.items():
        digest.update(f"{address} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()[:12]
