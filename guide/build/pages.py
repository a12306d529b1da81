"""Finishes MkDocs' pages for the web."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

import minify_html
from deflate import gzip_compress

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


FIRST_ROUND_TRIP_BYTES = 14_250
"""What a server sends at once (ten packets), less its headers. Beyond it a page is painted a round trip later, so the
shell's script stands inside only where all fits; inside it costs no request of its own."""


@dataclass(frozen=True)
class Assets:
    """Scripts and styles of the finished guide, and the names of their files below `assets/`."""

    shell_script: str
    """The script of the shell itself, as it stands inside small pages."""
    scripts: Mapping[str, str]
    """Bundle → file name."""
    sheets: Mapping[str, str]
    """`base` for every page, `form`, `figures` and `registers` where they are used, `later` after the first paint."""
    tool_css: Mapping[str, str]
    """Set of tools → their styles."""
    later_css_file: str
    icon: str
    """The icon as a picture within the page (`data:`): a request less before the first paint is over."""
    search: Mapping[str, str]
    """`engine`, `zh`, `en` → file name of what search loads at its first use."""

    def css_of(self, page: BuiltPage) -> str:
        """Styles that the first screen of a page needs."""
        names = ["base", *(name for name, sign in _SIGNS.items() if sign in page.content)]
        return "".join(self.sheets[name] for name in names) + self.tool_css.get(
            bundle_name(styled_tools(page)), ""
        )


_SIGNS = {"form": "data-tool=", "figures": '<figure class="figure"', "registers": 'class="register'}
"""What shows that a page uses a sheet."""


def web_page(page: BuiltPage, assets: Assets) -> str:
    """The page for a web server: what the first screen needs is inside, tools and other styles beside."""
    css = assets.css_of(page)
    bundle = assets.scripts.get(bundle_name(page.scripted_tools))
    tools = [_asset(page.ref.url, bundle)] if bundle else []
    html = resolve_file_links(resolve_page_links(page.html, page.ref, web_address), page.ref.url)
    html = _with_search(html, page, assets, page.ref.url)
    manifest = f"{PageRef('index', page.ref.locale).url}{MANIFEST}"
    later = [_asset(page.ref.url, assets.later_css_file), relative_address(page.ref.url, manifest)]
    if not tools:
        whole = minified(_put_in(html, web_parts(css, assets.icon, later=later, shell_script=assets.shell_script)))
        if len(gzip_compress(whole.encode(), 6)) <= FIRST_ROUND_TRIP_BYTES:
            return whole
    shell = _asset(page.ref.url, assets.scripts["site"])
    return minified(_put_in(html, web_parts(css, assets.icon, [shell, *tools], later)))


def web_parts(
    css: str, icon: str, scripts: Sequence[str] = (), later: Sequence[str] = (), shell_script: str = ""
) -> dict[str, str]:
    """What fills a web page's marks: its policy, icon, styles and scripts. *later* is loaded after the first paint.

    Scripts are deferred, not later: whoever sees the page loaded finds them ready. *shell_script* stands inside where
    there is room for it, and is one of the *scripts* elsewhere.
    """
    sheets = "".join(f'<link rel="stylesheet" href="{name}">' for name in later if name.endswith(".css"))
    waiting = f'<script type="application/json" data-later>{json.dumps(later)}</script>' if later else ""
    inside = [shell_script] if shell_script else []
    return {
        "policy": _policy_tag(content_security_policy([THEME_SCRIPT, *inside], [css])),
        "icon": f'<link rel="icon" href="{icon}">',
        "styles": f"<style>{css}</style>" + (f"<noscript>{sheets}</noscript>" if sheets else ""),
        "theme": f"<script>{THEME_SCRIPT}</script>",
        "scripts": waiting
        + "".join(f"<script>{script}</script>" for script in inside)
        + "".join(f'<script src="{address}" defer></script>' for address in scripts),
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


def styled_tools(page: BuiltPage) -> tuple[str, ...]:
    """Tools whose styles a page needs: those that stand on it, and that of worked examples."""
    return page.tools + (("example",) if 'class="example' in page.content else ())


def _with_search(html: str, page: BuiltPage, assets: Assets, origin: str) -> str:
    """*html* with the addresses of what search loads at its first use."""
    for mark, name in (("engine", "engine"), ("index", page.ref.locale)):
        address = _asset(origin, assets.search[name]) if name in assets.search else ""
        html = html.replace(f"guide-asset:search-{mark}", address)
    return html


def _asset(origin: str, name: str) -> str:
    return relative_address(origin, f"assets/{name}")


def _policy_tag(policy: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'


def _put_in(html: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html
