"""Finishes MkDocs' pages for the web."""

from __future__ import annotations

import gzip
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import minify_html

from guide.build.first_screen import first_screen
from guide.build.links import resolve_file_links, resolve_page_links, web_address
from guide.build.policy import content_security_policy
from guide.build.scripts import bundle_name
from guide.offline.app import MANIFEST
from guide.pages import LOCALES, PageRef, relative_address
from guide.workshop import BuiltPage, Workshop

FIRST_ROUND_TRIP_BYTES = 14_400
"""What a server sends at once (ten packets of 1,460), less some headers. A page that fits is painted a round trip
earlier."""


@dataclass(frozen=True)
class Assets:
    """Scripts and styles of the finished guide, and the names of their files below `assets/`."""

    code: Mapping[str, str]
    """Bundle → the script itself."""
    scripts: Mapping[str, str]
    """Bundle → file name."""
    sheets: Mapping[str, str]
    """`base` for every page, the parts below where they are used, `later` for what no first screen shows."""
    tool_css: Mapping[str, str]
    """Set of tools → their styles."""
    later_css_files: Mapping[str, str]
    """Set of tools → file of their styles; the empty set → file of what any page may show further down."""
    icon: str
    """The icon as a picture within the page (`data:`): a request less before the first paint is over."""
    search: Mapping[str, str]
    """`engine`, `zh`, `en` → file name of what search loads at its first use."""
    search_css_file: str
    """Its styles, loaded then too."""

    def css_of(self, page: BuiltPage) -> tuple[str, list[str]]:
        """Styles for the first screen of a page, and the files with those for the rest."""
        shown, tools = first_screen(page.content), bundle_name(page.tools)
        names = ["base", *(name for name, sign in PARTS.items() if sign in shown)]
        names += [name for name, sign in _WHOLE_PAGE.items() if sign in page.content]
        first, later = [self.sheets[name] for name in names], [self.later_css_files[""]]
        if tools and shows_tool(shown):
            first += [self.sheets["form"], self.tool_css[tools]]
        elif tools:
            later.append(self.later_css_files[tools])
        return "".join(first), later


def shows_tool(html: str) -> bool:
    """Whether a part of a page holds a tool."""
    return "data-tool=" in html


PARTS = {
    "ways": 'id="which-situation"',
    "callouts": 'class="admonition',
    "tables": "<table",
    "figures": '<figure class="figure"',
    "example": 'class="example',
}
"""What shows that a part of a page uses a sheet, in the order of the sheets. They stand in the page where its first
screen uses them, and in any case in the file for later."""

_WHOLE_PAGE = {
    "registers": 'class="register',
    "cards": 'class="entry',
    "sources": 'class="sources',
    "terms": "register--glossary",
}
"""Sheets of the few pages that consist of one thing."""


def web_page(page: BuiltPage, assets: Assets) -> str:
    """The page for a web server: what the first screen needs is inside, other styles come after it.

    Scripts stand inside too where that costs no round trip more; elsewhere they come later.
    """
    css, later_css = assets.css_of(page)
    html = resolve_file_links(resolve_page_links(page.html, page.ref, web_address), page.ref.url)
    html = _with_search(html, page, assets, page.ref.url)
    sheets = [_asset(page.ref.url, name) for name in later_css]
    manifest = relative_address(page.ref.url, f"{PageRef('index', page.ref.locale).url}{MANIFEST}")
    tools = bundle_name(page.scripted_tools)
    bundles = ["site", tools] if tools else ["site"]

    def finished(inside: Sequence[str] = (), beside: Sequence[str] = ()) -> str:
        codes = [assets.code[name] for name in inside]
        waiting = put_off(sheets, manifest, [_asset(page.ref.url, assets.scripts[name]) for name in beside])
        return minified(_put_in(html, web_parts(css, assets.icon, assets.code["early"], codes, waiting)))

    whole = finished(inside=bundles)
    if round_trips(whole) == 1:
        return whole
    lighter = finished(beside=bundles)
    return whole if round_trips(whole) == round_trips(lighter) else lighter


def round_trips(html: str) -> int:
    """How often a server waits for its reader while it sends *html*: each time it may send twice as much."""
    packets = math.ceil(len(gzip.compress(html.encode(), 6)) / FIRST_ROUND_TRIP_BYTES)
    return packets.bit_length()


def put_off(sheets: Sequence[str], manifest: str, scripts: Sequence[str]) -> str:
    """What waits for the first paint (`tools/early/later.js`); a reader without script has the *sheets* at once."""
    links = "".join(f'<link rel="stylesheet" href="{address}">' for address in sheets)
    others = "".join(f'<script src="{address}" defer></script>' for address in scripts)
    later = f'{links}<link rel="manifest" href="{manifest}">{others}'
    return f"<noscript>{links}</noscript><template data-later>{later}</template>"


def web_parts(
    css: str, icon: str, head_script: str, scripts: Sequence[str] = (), waiting: str = ""
) -> dict[str, str]:
    """What fills a web page's marks: its policy, icon, styles and scripts.

    The *head_script* runs before the first paint, *scripts* at the end of the page.
    """
    return {
        "policy": _policy_tag(content_security_policy([head_script, *scripts], [css])),
        "icon": f'<link rel="icon" href="{icon}">',
        "styles": f"<style>{css}</style>{waiting}",
        "head-script": f"<script>{head_script}</script>",
        "scripts": "".join(f"<script>{script}</script>" for script in scripts),
    }


def picture_address(svg: str) -> str:
    """An address (`data:`) that is the picture *svg* itself."""
    return "data:image/svg+xml," + quote(svg.strip().replace('"', "'"), safe=" '/:=,.-")


def not_found_page(workshop: Workshop, assets: Assets, root: str, first: str) -> str:
    """The bilingual page for a wrong address, *first* the language that leads.

    It may stand in for any path, so its links begin at *root*.
    """
    html = workshop.templates.get_template("not-found.html").render(
        pairs={
            locale: workshop.labels("not-found", locale)
            for locale in sorted(LOCALES, key=lambda locale: locale != first)
        },
        codes={"zh": "zh-CN", "en": "en"},
        facts=workshop.book.facts,
        place=PageRef,
        root=root,
    )
    return minified(_put_in(html, web_parts(assets.sheets["base"], assets.icon, assets.code["theme"])))


def minified(html: str) -> str:
    """*html* without what a browser does not need; stays valid."""
    return minify_html.minify(
        html,
        keep_closing_tags=True,
        keep_html_and_head_opening_tags=True,
        keep_comments=False,
        minify_css=False,
        minify_js=False,
    )


def _with_search(html: str, page: BuiltPage, assets: Assets, origin: str) -> str:
    """*html* with the addresses of what search loads at its first use."""
    files = {
        "engine": assets.search["engine"],
        "index": assets.search[page.ref.locale],
        "style": assets.search_css_file,
    }
    for mark, name in files.items():
        html = html.replace(f"guide-asset:search-{mark}", _asset(origin, name))
    return html


def _asset(origin: str, name: str) -> str:
    return relative_address(origin, f"assets/{name}")


def _policy_tag(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _put_in(html: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html
