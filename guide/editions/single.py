"""One language of the guide in one file: pages, navigation, search, tools and pictures.

The file makes no assumption on where it lies: every address in it is a place in itself. A page is `#costs/index`, a
heading or a row keeps its id where no other page has it, and is `#costs/index/settle-early` elsewhere.
"""

from __future__ import annotations

import base64
import mimetypes
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement
from markupsafe import Markup

from guide.base.address import LOCALES, PageRef
from guide.data.formats import format_date
from guide.editions.disk import WEB_ONLY
from guide.page.built_page import BuiltPage
from guide.page.tree import document, drop, outer_html, readdress, rename_ids
from guide.web.pages import filled, minified
from guide.web.policy import source_hash
from guide.web.site import Site

FILE = "weilidai-guide-{}.html"
OTHER_EDITION = "#other-edition"
TEXT = "//main/article | //main/div[@class='foot']"
"""What a page says (an article may hold others: rows of a register)."""
FRAME = ("skip", "header", "nav", "stale", "toc", "footer")
"""Classes of what stands around the pages."""


def single_file(site: Site, locale: str, web: Path, site_url: str) -> str:
    """The whole guide in *locale* as one page of HTML.

    *web* is the finished site, from which pictures are taken; *site_url* is empty where nobody has said where the guide
    is published.
    """
    own = sorted((page for page in site.pages if page.ref.locale == locale), key=lambda page: page.place_in_menu)
    trees = {page.ref.page_id: document(page.html) for page in own}
    places = Places(trees)
    for page in own:
        drop(trees[page.ref.page_id], WEB_ONLY)
        _address(trees[page.ref.page_id], page.ref, places, web)
    labels, other = site.workshop.labels, next(code for code in LOCALES if code != locale)
    words, made_on = labels("single", locale), format_date(site.project.moment.date(), locale)
    html = site.workshop.templates.get_template("single-file.html").render(
        code="zh-CN" if locale == "zh" else locale,
        t=labels("shell", locale),
        words={**words, "about": words["about"].format(date=made_on)},
        frame=_frame(own, trees),
        pages=[_page(page, trees[page.ref.page_id], places) for page in own],
        other_file=FILE.format(other),
        address=site_url and site_url + PageRef("download", locale).url,
        data=_search_data(site, locale, places),
    )
    css, theme, script = site.assets.styles.of_all_pages(), site.scripts["theme"], site.scripts["single"]
    parts = {
        "policy": _policy(css, theme, script),
        "styles": f"<style>{css}</style>",
        "head-script": f"<script>{theme}</script>",
        "scripts": f"<script>{script}</script>",
    }
    return minified(filled(html, parts), keep_closing_tags=False)


class Places:
    """Where a page or an anchor of it stands in the file."""

    def __init__(self, trees: Mapping[str, HtmlElement]) -> None:
        self.pages = {PageRef(page_id, locale).url: page_id for page_id in trees for locale in LOCALES}
        self.ids = {page_id: set(_content(tree, "//@id")) for page_id, tree in trees.items()}
        self.uses = Counter(anchor for anchors in self.ids.values() for anchor in anchors)

    def of(self, page_id: str, anchor: str = "") -> str:
        """The id in the file of an *anchor* of a page, or of the page itself; an address that fills a tool stays."""
        if "?" in anchor:
            return anchor
        if anchor not in self.ids[page_id]:
            return page_id
        is_free = self.uses[anchor] == 1 and anchor not in self.ids
        return anchor if is_free else f"{page_id}/{anchor}"


def _content(tree: HtmlElement, path: str) -> list[Any]:
    """What an XPath finds in the text of a page and in its foot."""
    return [found for part in tree.xpath(TEXT) for found in part.xpath(f".{path}")]


def _address(tree: HtmlElement, ref: PageRef, places: Places, web: Path) -> None:
    """Make each address in a page a place in the file, and each picture part of it."""
    own_urls = {PageRef(page_id, ref.locale).url for page_id in places.ids}

    def told(path: str, place: str) -> str:
        if path in own_urls:
            return f"#{places.of(places.pages[path], place)}"
        if (web / path).is_file() and (kind := mimetypes.guess_type(path)[0] or "").startswith("image/"):
            return f"data:{kind};base64,{base64.b64encode((web / path).read_bytes()).decode()}"
        return OTHER_EDITION

    for link in tree.xpath("//a[starts-with(@href, '#')]"):
        if (anchor := link.get("href")[1:]) in places.ids[ref.page_id]:
            link.set("href", f"#{places.of(ref.page_id, anchor)}")
    readdress(tree, ref.url, told)
    rename_ids(_content(tree, "//*"), lambda name: places.of(ref.page_id, name), places.ids[ref.page_id])


def _frame(pages: Sequence[BuiltPage], trees: Mapping[str, HtmlElement]) -> dict[str, Markup]:
    """What stands around the pages, by class: as the home page has it; the notice is of the page that is due first."""
    home = trees["index"]
    due = min((page for page in pages if page.review_by), key=lambda page: str(page.review_by))
    parts = {}
    for name in FRAME:
        tree = trees[due.ref.page_id] if name == "stale" else home
        found = tree.find_class(name) or next(filter(None, (one.find_class(name) for one in trees.values())))
        parts[name] = found[0]
    for link in parts["nav"].xpath(".//a[@aria-current]"):
        del link.attrib["aria-current"]
    for item in parts["toc"].xpath(".//li"):
        item.drop_tree()
    parts["toc"].set("hidden", "")
    parts["toc"].set("class", "toc toc--beside")
    for link in parts["header"].xpath(".//a[@data-language-switch]"):
        for name in ("hreflang", "rel", "data-language-switch"):
            link.attrib.pop(name, None)
        link.set("href", OTHER_EDITION)
    return {name: Markup(outer_html(part)) for name, part in parts.items()}


def _page(page: BuiltPage, tree: HtmlElement, places: Places) -> dict[str, Any]:
    drop(tree, "//article/nav[contains(@class, 'toc')]")
    text = "".join(map(outer_html, tree.xpath(TEXT)))
    return {"id": page.ref.page_id, "title": page.title, "html": Markup(text)}


def _search_data(site: Site, locale: str, places: Places) -> dict[str, Any]:
    """What search knows, with places in the file in place of anchors."""
    index = site.search.indexes[locale]
    ids = [page["id"] for page in index["pages"]]

    def place(number: int, anchor: str) -> str:
        return anchor and places.of(ids[number], anchor)

    sections = [[number, place(number, anchor), *rest] for number, anchor, *rest in index["sections"]]
    answers = [{**answer, "anchor": place(answer["page"], answer["anchor"])} for answer in index["answers"]]
    return {"index": {**index, "sections": sections, "answers": answers}, "words": site.search.words}


def _policy(css: str, theme: str, script: str) -> str:
    """A policy that allows exactly what the file holds."""
    rules: Iterable[str] = (
        "default-src 'none'",
        f"script-src {source_hash(theme)} {source_hash(script)}",
        f"style-src {source_hash(css)}",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{";".join(rules)}">'
