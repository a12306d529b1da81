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

STYLES, SCRIPT, THEME, FRAME = "guide.css", "guide.js", "theme.js", "frame-{}.js"

_WEB_ONLY = re.compile(r"<!--guide:web-->.*?<!--/guide:web-->", re.DOTALL)
_SHARED = re.compile(r"<!--guide:shared ([^>]+?)-->(.*?)<!--/guide:shared-->", re.DOTALL)
_DISK_ONLY = re.compile(r"<!--guide:disk (.*?)-->", re.DOTALL)
_TIME = re.compile(r"<time>.*?</time>")
_NUMBERS_TO_CALL = ".help__list"
_EVIDENCE = re.compile(r'<a class="evidence[^>]*></a>')


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
    shutil.copy(assets / "icon.svg", own)
    for name in search.values():
        shutil.copyfile(assets / name, own / plain_name(name))
    for name, text in ((STYLES, css), (SCRIPT, script), (THEME, theme)):
        (own / name).write_text(text, encoding="utf-8", newline="\n")
    for page in pages:
        html = _addressed(page, refs)
        target = folder / page.ref.file_name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_minified(disk_page(html, page.ref)), encoding="utf-8", newline="\n")
        if page.ref.page_id == "index":
            frame = _frame_script(html, page.ref.locale, search)
            (own / FRAME.format(page.ref.locale)).write_text(frame, encoding="utf-8", newline="\n")


def disk_page(html: str, ref: PageRef) -> str:
    """The page *html* without its shared parts, with the files that every page of its language uses."""
    html = _DISK_ONLY.sub(r"\1", _SHARED.sub(_without_script, html))
    html = re.sub(r' data-(?:engine|index)="guide-asset:[^"]*"', "", html)
    address = {name: relative_address(ref.file_name, f"assets/{name}") for name in _files_of(ref.locale)}
    parts = {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{disk_security_policy()}">',
        "styles": f'<link rel="stylesheet" href="{address[STYLES]}">',
        "theme": f'<script src="{address[THEME]}"></script>',
        "scripts": "".join(
            f'<script src="{address[name]}" defer></script>' for name in (FRAME.format(ref.locale), SCRIPT)
        ),
    }
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html


def plain_name(name: str) -> str:
    """The name of a file without the mark of its content: a disk keeps nothing in a cache (`search.1A2B.js`)."""
    stem, *_, suffix = name.split(".")
    return f"{stem}.{suffix}"


def _files_of(locale: str) -> tuple[str, ...]:
    return STYLES, SCRIPT, THEME, FRAME.format(locale)


def _addressed(page: BuiltPage, refs: list[PageRef]) -> str:
    html = _WEB_ONLY.sub("", page.html)
    return resolve_page_links(name_files(html, page.ref, refs), page.ref, file_address)


def _without_script(shared: re.Match[str]) -> str:
    """What stands in the page itself of a shared part: nothing, except for the numbers to call."""
    selector, part = shared.groups()
    return _EVIDENCE.sub("", part) if selector == _NUMBERS_TO_CALL else ""


def _frame_script(html: str, locale: str, search: Mapping[str, str]) -> str:
    """A script with the shared parts of one language, as its home page has them; `tools/disk/` puts them in place.

    Addresses are as seen from the home page, `home` is the folder of that page as seen from this script.
    """
    parts = {selector: _minified(_TIME.sub("<time></time>", part)) for selector, part in _SHARED.findall(html)}
    home = "../" if locale == LOCALES[0] else f"../{locale}/"
    names = {kind: plain_name(search[key]) for kind, key in (("engine", "engine"), ("index", locale)) if key in search}
    data = json.dumps({"home": home, "search": names, "parts": parts}, ensure_ascii=False, separators=(",", ":"))
    return f"self.guideFrame={data};guideFrame.source=document.currentScript.src;\n"


def _minified(html: str) -> str:
    return minify_html.minify(
        html, keep_html_and_head_opening_tags=True, keep_comments=False, minify_css=False, minify_js=False
    )
