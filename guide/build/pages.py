"""Finishes MkDocs' pages for the web and for the disk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import minify_html

from guide.build.links import file_address, name_files, resolve_page_links, web_address
from guide.build.policy import content_security_policy
from guide.pages import LOCALES, PageRef, relative_address
from guide.workshop import BuiltPage, Workshop

THEME_SCRIPT = (
    'document.documentElement.className="js";'
    'try{var t=localStorage.getItem("theme");t&&(document.documentElement.dataset.theme=t)}catch(e){}'
)
"""Chooses dark or light before the first paint; the only script that stands in a page."""


_WEB_ONLY = re.compile(r"<!--guide:web-->.*?<!--/guide:web-->", re.DOTALL)


@dataclass(frozen=True)
class Assets:
    """Names of the finished files below `assets/`, and the styles."""

    scripts: Mapping[str, str]
    """Bundle → file name."""
    shell_css: str
    tool_css: Mapping[str, str]
    shell_css_file: str
    search: Mapping[str, str]
    """`engine`, `zh`, `en` → file name of what search loads at its first use."""

    def css_of(self, tools: Iterable[str]) -> str:
        """Styles that a page with these *tools* needs."""
        return self.shell_css + self.css_of_tools(tools)

    def css_of_tools(self, tools: Iterable[str]) -> str:
        """Styles of the *tools* alone."""
        return "".join(self.tool_css.get(tool, "") for tool in tools)


def bundle_name(tools: Iterable[str]) -> str:
    """Name of the script that serves a page with these *tools*."""
    return "+".join(tools)


def web_page(page: BuiltPage, assets: Assets) -> str:
    """The page for a web server: its styles inside, scripts beside."""
    css = assets.css_of(_styled(page))
    html = resolve_page_links(page.html, page.ref, web_address)
    html = _fill(html, page, assets, origin=page.ref.url, styles=f"<style>{css}</style>", inline_styles=[css])
    return minified(html)


def disk_page(page: BuiltPage, assets: Assets, refs: Iterable[PageRef]) -> str:
    """The page for a disk: every link names its file, styles are one shared file and the tools' own."""
    css = assets.css_of_tools(_styled(page))
    href = relative_address(page.ref.file_name, f"assets/{assets.shell_css_file}")
    styles = f'<link rel="stylesheet" href="{href}">' + (f"<style>{css}</style>" if css else "")
    html = _WEB_ONLY.sub("", page.html)
    html = resolve_page_links(name_files(html, page.ref, refs), page.ref, file_address)
    html = _fill(html, page, assets, origin=page.ref.file_name, styles=styles, inline_styles=[css] if css else [])
    return minified(html)


def not_found_page(workshop: Workshop, assets: Assets, root: str) -> str:
    """The bilingual page for a wrong address. It may stand in for any path, so its links begin at *root*."""
    html = workshop.templates.get_template("not-found.html").render(
        pairs={locale: workshop.labels("not-found", locale) for locale in LOCALES},
        facts=workshop.book.facts,
        place=PageRef,
        root=root,
    )
    policy = content_security_policy([THEME_SCRIPT], [assets.shell_css])
    return minified(_put_in(html, _parts(policy, f"<style>{assets.shell_css}</style>", [])))


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


def _styled(page: BuiltPage) -> tuple[str, ...]:
    return page.tools + (("example",) if 'class="example' in page.content else ())


def _fill(
    html: str, page: BuiltPage, assets: Assets, *, origin: str, styles: str, inline_styles: list[str]
) -> str:
    names = ["site", bundle_name(page.scripted_tools)]
    sources = [relative_address(origin, f"assets/{assets.scripts[name]}") for name in names if name in assets.scripts]
    policy = content_security_policy([THEME_SCRIPT], inline_styles)
    html = _put_in(html, _parts(policy, styles, sources))
    for kind in ("engine", page.ref.locale):
        file_name = assets.search.get(kind)
        address = relative_address(origin, f"assets/{file_name}") if file_name else ""
        html = html.replace(f"guide-asset:search-{'engine' if kind == 'engine' else 'index'}", address)
    return html


def _parts(policy: str, styles: str, scripts: Iterable[str]) -> dict[str, str]:
    return {
        "policy": f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
        "styles": styles,
        "theme": f"<script>{THEME_SCRIPT}</script>",
        "scripts": "".join(f'<script src="{source}" defer></script>' for source in scripts),
    }


def _put_in(html: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html
