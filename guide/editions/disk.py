"""The edition for a disk: a folder whose `index.html` opens without a server.

Every link names its file. What is alike on all pages of a language stands once, in `assets/frame-LOCALE.js`, since
each file of an archive is packed by itself; without script a page has a short form of it.
"""

from __future__ import annotations

import base64
import bz2
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import minify_html

from guide.build.kept import Kept
from guide.build.links import file_address, name_files, resolve_file_links, resolve_page_links
from guide.build.output import write_text
from guide.build.policy import disk_security_policy
from guide.editions.class_names import shortened
from guide.pages import LOCALES, PageRef, page_link, relative_address
from guide.workshop import BuiltPage

STYLES, SCRIPT, FRAME = "guide.css", "guide.js", "frame-{}.js"

_WEB_ONLY = re.compile(r"<!--guide:web-->.*?<!--/guide:web-->", re.DOTALL)
_SHARED = re.compile(r"<!--guide:shared ([^>]+?)-->(.*?)<!--/guide:shared-->", re.DOTALL)
_DISK_ONLY = re.compile(r"<!--guide:disk (.*?)-->", re.DOTALL)
_TIME = re.compile(r"<time>.*?</time>")
_ONLY_DATA = re.compile(r"search-\w+\.js")
_BETWEEN = "\f"
"""Between the texts of files; no file holds it."""
SCRIPT_OF_SEARCH = re.compile(r"(\(.*?\)\.\w+=)(.*?);\n(.*)", re.DOTALL)
_EVIDENCE_LABEL = re.compile(r'(<a class="evidence [^>]*?) aria-label="[^"]*"')
_SOURCE = "guideFrame.source=document.currentScript.src"
_CLAIMS = re.compile(
    r'<section class="foot__claims" data-register="([^"]+)".*?<h2 id="([^"]+)">(.*?)</h2>'
    r".*?<summary>(.*?)</summary>.*?</section>",
    re.DOTALL,
)
_MICRODATA = re.compile(r'\sitem(?:scope|type="[^"]*"|prop="[^"]*")')
_REGION = re.compile(r'(?<!<html) lang="zh-CN"')
_DAY = re.compile(r"<time datetime=\"[^\"]*\">(.*?)</time>")
_SEARCH_FILES = re.compile(r' data-(?:engine|index|style)="guide-asset:[^"]*"')


def write_pages(pages: Sequence[BuiltPage], folder: Path, kept: Kept) -> None:
    """Write the pages of the edition to *folder*."""
    by_url = {page.ref.url: page.ref for page in pages}
    names = [ref.file_name for ref in by_url.values()]
    by_ref = {page.ref: page for page in pages}
    made = kept.each("disk", by_ref, lambda page: [names, page.html], lambda page: _finished(page, by_url))
    for ref, html in made.items():
        write_text(folder / ref.file_name, html)


def _finished(page: BuiltPage, by_url: Mapping[str, PageRef]) -> str:
    # The menu leads to every page: without it there is far less to resolve.
    html = _DISK_ONLY.sub(r"\1", _SHARED.sub("", _WEB_ONLY.sub("", page.html)))
    html = without_marks(without_claims(html, lambda register: page_link(register, page.ref.locale)))
    html = resolve_page_links(name_files(html, page.ref, by_url), page.ref, file_address)
    return _minified(disk_page(resolve_file_links(html, page.ref.file_name), page.ref))


def write_shared(
    pages: Sequence[BuiltPage],
    folder: Path,
    assets: Path,
    *,
    css: str,
    script: str,
    theme: str,
    search: Mapping[str, str],
    labels: Callable[[str, str], Mapping[str, Any]],
) -> None:
    """Write to *folder* what its pages share.

    *assets* is where the site's files are; *search* names those of search there; *script* is the source of the
    script for every page, and *theme* of the one that runs before the first paint; *labels* gives a table of words.
    """
    own = folder / "assets"
    for name in search.values():
        write_text(own / plain_name(name), packed_data((assets / name).read_text(encoding="utf-8")))
    write_text(own / STYLES, css)
    write_text(own / SCRIPT, script)
    for locale in LOCALES:
        parts = shared_parts(pages, PageRef("index", locale))
        data = _frame(parts, locale, search) | {"evidence": evidence_words(labels("markers", locale))}
        write_text(own / FRAME.format(locale), f"{theme}\nself.guideFrame={_json(data)};{_SOURCE};\n")


def shorten_class_names(folder: Path) -> None:
    """Give the classes in the finished *folder* short names: each page of an archive is packed by itself."""
    pages, assets = sorted(folder.rglob("*.html")), folder / "assets"
    scripts = [path for path in sorted(assets.glob("*.js")) if not _ONLY_DATA.fullmatch(path.name)]
    html, css, script = shortened(_joined(pages), _joined([assets / STYLES]), _joined(scripts))
    for paths, text in ((pages, html), ([assets / STYLES], css), (scripts, script)):
        for path, part in zip(paths, text.split(_BETWEEN), strict=True):
            write_text(path, part)


def _joined(paths: Iterable[Path]) -> str:
    return _BETWEEN.join(path.read_text(encoding="utf-8") for path in paths)


def disk_page(html: str, ref: PageRef) -> str:
    """A page's own *html* with the files that every page of its language uses."""
    html = unnamed_evidence(html)
    styles, script, frame = (
        relative_address(ref.file_name, f"assets/{name}") for name in (STYLES, SCRIPT, FRAME.format(ref.locale))
    )
    parts = {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{disk_security_policy()}">',
        "styles": f'<link rel="stylesheet" href="{styles}">',
        "head-script": f'<script src="{frame}"></script>',
        "scripts": f'<script src="{script}" defer></script>',
    }
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html


def shared_snippets(html: str) -> dict[str, str]:
    """The parts of a page that all pages of its language share, by the selector of their place."""
    return dict(_SHARED.findall(html))


def without_frame(html: str) -> str:
    """A page without its shared parts and without what serves the web alone."""
    return _DISK_ONLY.sub("", _SHARED.sub("", _WEB_ONLY.sub("", html)))


def without_claims(html: str, address: Callable[[str], str]) -> str:
    """*html* whose foot leads to the registers of claims, which are in the same folder or file, instead of repeating
    some of them; *address* tells where the page of a register is."""
    return _CLAIMS.sub(lambda part: f'<p id="{part[2]}"><a href="{address(part[1])}">{part[3]} · {part[4]}</a></p>', html)


def without_marks(html: str) -> str:
    """*html* without what only search engines look at, which find no copy on a disk."""
    return _DAY.sub(r"\1", _REGION.sub(' lang="zh"', _MICRODATA.sub("", html)))


def unnamed_evidence(html: str) -> str:
    """*html* without the names of the links to evidence: a script makes them from the figures beside."""
    return _EVIDENCE_LABEL.sub(r"\1", html)


def evidence_words(labels: Mapping[str, Any]) -> list[Any]:
    """The words that such a name is made of."""
    return [labels["evidence_for"], labels["status"]]


def packed_data(script: str) -> str:
    """A script of search with its data packed by bzip2, a sixth smaller than an archive alone gets it.

    The script begins with `(…).key={data};` on one line; `tools/disk/unpack.js` reads the packed form.
    """
    assignment, data, code = SCRIPT_OF_SEARCH.fullmatch(script).groups()
    packed = base64.b64encode(bz2.compress(data.encode())).decode()
    return f'{assignment}guideUnpack("{packed}");\n{code}'


def plain_name(name: str) -> str:
    """The name of a file without the mark of its content: a disk keeps nothing in a cache (`search.1A2B.js`)."""
    stem, *_, suffix = name.split(".")
    return f"{stem}.{suffix}"


def shared_parts(pages: Iterable[BuiltPage], home: PageRef) -> dict[str, str]:
    """The shared parts of the language of *home*, by the selector of their place, as that page would show them."""
    by_url = {page.ref.url: page.ref for page in pages}
    own = [page for page in pages if page.ref.locale == home.locale]
    found: dict[str, str] = {}
    for page in sorted(own, key=lambda page: page.ref != home):
        for selector, part in _SHARED.findall(page.html):
            if selector not in found:
                html = resolve_page_links(name_files(part, page.ref, by_url), home, file_address)
                found[selector] = _minified(_emptied(selector, html))
    return found


def _frame(parts: Mapping[str, str], locale: str, search: Mapping[str, str]) -> dict[str, Any]:
    """What a page of one language is completed with; `tools/disk/` does it."""
    is_default = locale == LOCALES[0]
    to_assets = "assets/" if is_default else "../assets/"
    return {
        "home": "../" if is_default else f"../{locale}/",
        "other": f"{LOCALES[1]}/" if is_default else "../",
        "search": {"engine": to_assets + plain_name(search["engine"]), "index": to_assets + plain_name(search[locale])},
        "parts": parts,
    }


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _emptied(selector: str, part: str) -> str:
    """A shared part without what belongs to the page that it was found on."""
    if selector == ".toc":
        return re.sub(r"<ul>.*</ul>", "<ul></ul>", part, flags=re.DOTALL)
    return _SEARCH_FILES.sub("", _TIME.sub("<time></time>", part))


def _minified(html: str) -> str:
    return minify_html.minify(
        html, keep_html_and_head_opening_tags=True, keep_comments=False, minify_css=False, minify_js=False
    )
