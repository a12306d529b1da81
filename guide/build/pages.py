"""Finishes MkDocs' pages for the web."""

from __future__ import annotations

import gzip
import json
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

THEME_SCRIPT = (
    'document.documentElement.className="js";'
    'try{var t=localStorage.getItem("theme");t&&(document.documentElement.dataset.theme=t)}catch(e){}'
)
"""Chooses dark or light before the first paint."""


_STYLES_AT_ONCE = 'location.hash&&document.write(document.querySelector("noscript").textContent);'
"""For a reader who comes to a place further down, the styles for later come before the first paint too: the place would
move under the reader's eyes. They stand in the page for readers without script, whence this takes them."""

FIRST_ROUND_TRIP_BYTES = 14_330
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

_WHOLE_PAGE = {"registers": 'class="register'}
"""Sheets of the few pages that consist of one thing."""


def web_page(page: BuiltPage, assets: Assets) -> str:
    """The page for a web server: what the first screen needs is inside, other styles come after it.

    Scripts stand inside, unless the page alone fits the first round trip and with them does not.
    """
    css, later_css = assets.css_of(page)
    html = resolve_file_links(resolve_page_links(page.html, page.ref, web_address), page.ref.url)
    html = _with_search(html, page, assets, page.ref.url)
    manifest = f"{PageRef('index', page.ref.locale).url}{MANIFEST}"
    later = [*(_asset(page.ref.url, name) for name in later_css), relative_address(page.ref.url, manifest)]
    tools = bundle_name(page.scripted_tools)
    bundles = ["site", tools] if tools else ["site"]

    def finished(**scripts: list[str]) -> str:
        return minified(_put_in(html, web_parts(css, assets.icon, later=later, **scripts)))

    inside = finished(inside=[assets.code[name] for name in bundles])
    if _fits_first_round_trip(inside):
        return inside
    beside = finished(beside=[_asset(page.ref.url, assets.scripts[name]) for name in bundles])
    return beside if _fits_first_round_trip(beside) else inside


def _fits_first_round_trip(html: str) -> bool:
    return len(gzip.compress(html.encode(), 6)) <= FIRST_ROUND_TRIP_BYTES


def web_parts(
    css: str, icon: str, later: Sequence[str] = (), inside: Sequence[str] = (), beside: Sequence[str] = ()
) -> dict[str, str]:
    """What fills a web page's marks: its policy, icon, styles and scripts.

    *later* is loaded after the first paint. Scripts stand *inside* the page, where each costs no request of its own,
    or *beside* it: deferred, not later, so that whoever sees the page loaded finds them ready.
    """
    sheets = "".join(f'<link rel="stylesheet" href="{name}">' for name in later if name.endswith(".css"))
    listed = json.dumps(later, separators=(",", ":"))
    waiting = f'<script type="application/json" data-later>{listed}</script>' if later else ""
    head_script = THEME_SCRIPT + (_STYLES_AT_ONCE if sheets else "")
    return {
        "policy": _policy_tag(content_security_policy([head_script, *inside], [css])),
        "icon": f'<link rel="icon" href="{icon}">',
        "styles": f"<style>{css}</style>" + (f"<noscript>{sheets}</noscript>" if sheets else ""),
        "theme": f"<script>{head_script}</script>",
        "scripts": waiting
        + "".join(f"<script>{script}</script>" for script in inside)
        + "".join(f'<script src="{address}" defer></script>' for address in beside),
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
    return minified(_put_in(html, web_parts(assets.sheets["base"], assets.icon)))


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
