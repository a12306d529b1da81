"""Finishes MkDocs' pages for the web: each mark that a template left gets what only the whole site could tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

import minify_html

from guide.base.address import LOCALES, PageRef, relative_address
from guide.page.built_page import BuiltPage
from guide.page.workshop import Workshop
from guide.web.app import MANIFEST
from guide.web.policy import content_security_policy, preview_policy
from guide.web.scripts import bundle_name
from guide.web.styles import Styles


@dataclass(frozen=True)
class Assets:
    """Scripts and styles of the finished guide, and the names of their files below `assets/`."""

    code: Mapping[str, str]
    """Bundle → the script itself."""
    scripts: Mapping[str, str]
    """Bundle → file name."""
    styles: Styles
    icon: str
    """The icon as a picture within the page (`data:`), for pages that cannot tell where its file is."""
    search: Mapping[str, str]
    """`engine`, `style`, and an index for each locale: file names of what search loads at its first use."""


def web_page(page: BuiltPage, assets: Assets, *, preview: bool = False) -> str:
    """The page for a web server: styles stand inside, scripts come after the first paint.

    A *preview* lets MkDocs' script through that loads a changed page again.
    """
    top = relative_address(page.ref.url, "")
    bundles = ["site", bundle_name(page.scripted_tools)] if page.scripted_tools else ["site"]
    manifest = relative_address(page.ref.url, f"{PageRef('index', page.ref.locale).url}{MANIFEST}")
    scripts = "".join(f'<script src="{top}assets/{assets.scripts[name]}" defer></script>' for name in bundles)
    early, css = assets.code["early"], assets.styles.of_page(page)
    policy = preview_policy() if preview else content_security_policy([early], [css])
    return minified(
        filled(
            with_search(page.html, page.ref.locale, assets.search),
            {
                "policy": policy_tag(policy),
                "icon": icon_tag(f"{top}assets/icon.svg"),
                "styles": f"<style>{css}</style>",
                # The early script takes the others out of the template once the text is painted.
                "head-script": f'<template data-later><link rel="manifest" href="{manifest}">{scripts}</template>'
                f"<script>{early}</script>",
                "scripts": "",
            },
        )
    )


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
    theme, css = assets.code["theme"], assets.styles.sheets["base"]
    parts = {
        "policy": policy_tag(content_security_policy([theme], [css])),
        "icon": icon_tag(assets.icon),
        "styles": f"<style>{css}</style>",
        "head-script": f"<script>{theme}</script>",
    }
    return minified(filled(html, parts))


def filled(html: str, parts: Mapping[str, str]) -> str:
    """*html* with each mark `<!--guide:NAME-->` replaced by its part."""
    for name, part in parts.items():
        html = html.replace(f"<!--guide:{name}-->", part)
    return html


def with_search(html: str, locale: str, names: Mapping[str, str]) -> str:
    """*html* with the *names* of the files that search loads at its first use."""
    for mark, name in (("engine", names["engine"]), ("index", names[locale]), ("style", names["style"])):
        html = html.replace(f"@search-{mark}", name)
    return html


def minified(html: str, *, keep_closing_tags: bool = True) -> str:
    """*html* without what a browser does not need; stays valid."""
    return minify_html.minify(
        html,
        keep_closing_tags=keep_closing_tags,
        keep_html_and_head_opening_tags=True,
        keep_comments=False,
        minify_css=False,
        minify_js=False,
    )


def picture_address(svg: str) -> str:
    """An address (`data:`) that is the picture *svg* itself."""
    return "data:image/svg+xml," + quote(svg.strip().replace('"', "'"), safe=" '/:=,.-")


def icon_tag(address: str) -> str:
    """The icon of a page."""
    return f'<link rel="icon" href="{address}">'


def policy_tag(policy: str) -> str:
    """The policy of a page, as the page itself says it."""
    return f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
