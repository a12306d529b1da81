"""The edition for a disk: a folder whose `index.html` opens without a server.

Every link names its file. What is alike on all pages of a language stands once, in `assets/frame-LOCALE.js`, since
each file of an archive is packed by itself; without script a page has a short form of it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import minify_html

from guide.build.links import file_address, name_files, resolve_page_links
from guide.build.policy import disk_security_policy
from guide.pages import LOCALES, PageRef, relative_address
from guide.workshop import BuiltPage

STYLES, SCRIPT, FRAME = "guide.css", "guide.js", "frame-{}.js"

_WEB_ONLY = re.compile(r"<!--guide:web-->.*?<!--/guide:web-->", re.DOTALL)
_SHARED = re.compile(r"<!--guide:shared ([^>]+?)-->(.*?)<!--/guide:shared-->", re.DOTALL)
_DISK_ONLY = re.compile(r"<!--guide:disk (.*?)-->", re.DOTALL)
_TIME = re.compile(r"<time>.*?</time>")
_SEARCH_FILES = re.compile(r' data-(?:engine|index)="guide-asset:[^"]*"')


def write_disk(
    pages: Iterable[BuiltPage],
    folder: Path,
    assets: Path,
    *,
    css: str,
    script: str,
    theme: str,
    search: Mapping[str, str],
) -> None:
    """Write the edition to *folder*.

    *assets* is where the site's files are; *search* names those of search there; *script* is the source of the
    script for every page, and *theme* of the one that runs before the first paint.
    """
    pages = list(pages)
    refs = [page.ref for page in pages]
    own = folder / "assets"
    own.mkdir(parents=True)
    for name in search.values():
        shutil.copyfile(assets / name, own / plain_name(name))
    _write(own / STYLES, css)
    _write(own / SCRIPT, script)
    for page in pages:
        html = resolve_page_links(name_files(page.html, page.ref, refs), page.ref, file_address)
        _write(folder / page.ref.file_name, _minified(disk_page(html, page.ref)))
    for locale in LOCALES:
        parts = shared_parts(pages, PageRef("index", locale))
        _write(own / FRAME.format(locale), f"{theme}\n{_frame_script(parts, locale, search)}")


def disk_page(html: str, ref: PageRef) -> str:
    """The page *html* without its shared parts, with the files that every page of its language uses."""
    html = _DISK_ONLY.sub(r"\1", _SHARED.sub("", _WEB_ONLY.sub("", html)))
    styles, script, frame = (
        relative_address(ref.file_name, f"assets/{name}") for name in (STYLES, SCRIPT, FRAME.format(ref.locale))
    )
    parts = {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{disk_security_policy()}">',
        "styles": f'<link rel="stylesheet" href="{styles}">',
        "theme": f'<script src="{frame}"></script>',
        "scripts": f'<script src="{script}" defer></script>',
    }
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html


def plain_name(name: str) -> str:
    """The name of a file without the mark of its content: a disk keeps nothing in a cache (`search.1A2B.js`)."""
    stem, *_, suffix = name.split(".")
    return f"{stem}.{suffix}"


def shared_parts(pages: Iterable[BuiltPage], home: PageRef) -> dict[str, str]:
    """The shared parts of the language of *home*, by the selector of their place, as that page would show them."""
    refs = [page.ref for page in pages]
    own = [page for page in pages if page.ref.locale == home.locale]
    found: dict[str, str] = {}
    for page in sorted(own, key=lambda page: page.ref != home):
        for selector, part in _SHARED.findall(page.html):
            if selector not in found:
                html = resolve_page_links(name_files(part, page.ref, refs), home, file_address)
                found[selector] = _minified(_emptied(selector, html))
    return found


def _frame_script(parts: Mapping[str, str], locale: str, search: Mapping[str, str]) -> str:
    """A script with the shared parts of one language; `tools/disk/` puts them in their places."""
    is_default = locale == LOCALES[0]
    to_assets = "assets/" if is_default else "../assets/"
    data = {
        "home": "../" if is_default else f"../{locale}/",
        "other": f"{LOCALES[1]}/" if is_default else "../",
        "search": {"engine": to_assets + plain_name(search["engine"]), "index": to_assets + plain_name(search[locale])},
        "parts": parts,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return f"self.guideFrame={text};guideFrame.source=document.currentScript.src;\n"


def _emptied(selector: str, part: str) -> str:
    """A shared part without what belongs to the page that it was found on."""
    if selector == ".toc":
        return re.sub(r"<ul>.*</ul>", "<ul></ul>", part, flags=re.DOTALL)
    return _SEARCH_FILES.sub("", _TIME.sub("<time></time>", part))


def _minified(html: str) -> str:
    return minify_html.minify(
        html, keep_html_and_head_opening_tags=True, keep_comments=False, minify_css=False, minify_js=False
    )


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
