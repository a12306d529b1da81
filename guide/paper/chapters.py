"""The chapters of the paper edition: built pages in reading order, made fit for one document without script."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import html as markup

from guide.build.links import rewrite_addresses
from guide.pages import PAGE_SCHEME, PageRef, page_link
from guide.workshop import BuiltPage

LEFT_OUT = frozenset({"download", "sitemap"})
"""Pages that serve a screen alone."""

_NOT_ON_PAPER = (
    ".//script | .//button | .//*[@data-without-script]/p[@class='notice'] | .//*[@hidden]"
    " | .//*[contains(@class, 'needs-js')] | .//*[contains(@class, 'tool__live')]"
)
_ID_LISTS = ("for", "aria-labelledby", "aria-describedby", "headers")
_LOCAL_ADDRESS = re.compile(r"url\(#([^)]+)\)")


@dataclass(frozen=True)
class Heading:
    """A line of the contents."""

    title: str
    anchor: str


@dataclass(frozen=True)
class Chapter:
    """One page of the guide on paper."""

    page: BuiltPage
    part: str
    """Title of the part of the guide that begins with this chapter; empty within a part."""
    title: str
    anchor: str
    content: str
    headings: Sequence[Heading]
    """Its second-level headings."""


def reading_order(config: Mapping[str, Any], locale: str) -> Iterator[tuple[str, str]]:
    """Page ids in the order of the navigation, each with the title of the part it begins. *config* is mkdocs.yml."""
    titles = _part_titles(config, locale)
    for entry in config["nav"]:
        for name, files in [("", [entry])] if isinstance(entry, str) else entry.items():
            for place, file in enumerate(files):
                page_id = Path(file).with_suffix("").as_posix()
                if page_id not in LEFT_OUT:
                    yield page_id, "" if place else titles.get(name, "")


def make_chapters(pages: Sequence[BuiltPage], config: Mapping[str, Any], locale: str) -> list[Chapter]:
    """Chapters of one language in reading order."""
    by_id = {page.ref.page_id: page for page in pages if page.ref.locale == locale}
    order = [(by_id[page_id], part) for page_id, part in reading_order(config, locale) if page_id in by_id]
    within = {page.ref for page, _ in order}
    by_url = {page.ref.url: page.ref for page in pages}
    return [_chapter(page, part, within, by_url) for page, part in order]


def chapter_anchor(page_id: str, anchor: str = "") -> str:
    """Id of a place in the document (`costs-index--fees`)."""
    return page_id.replace("/", "-") + (f"--{anchor}" if anchor else "")


def steps_below(page: BuiltPage, heading_id: str) -> list[str]:
    """HTML of each step in the first list of steps below a heading; raises `ValueError` where there is none."""
    tree = markup.fragment_fromstring(page.content, create_parent="article")
    path = f".//*[@id='{heading_id}']/following::div[contains(@class, 'steps')][1]/ol/li"
    steps = tree.xpath(path)
    if not steps:
        raise ValueError(
            f"{page.ref.file_name}: found no steps below #{heading_id}; right: `!!! steps` with a numbered list"
        )
    for step in steps:
        _drop(step, ".//a[contains(@class, 'evidence') or contains(@class, 'cite')]")
        for link in step.xpath(".//a"):
            link.drop_tag()
    return [_inner(step) for step in steps]


def _part_titles(config: Mapping[str, Any], locale: str) -> Mapping[str, str]:
    i18n = next(plugin["i18n"] for plugin in config["plugins"] if "i18n" in plugin)
    return next(language["nav_translations"] for language in i18n["languages"] if language["locale"] == locale)


def _chapter(page: BuiltPage, part: str, within: Collection[PageRef], by_url: Mapping[str, PageRef]) -> Chapter:
    tree = markup.fragment_fromstring(_name_pages(page, by_url), create_parent="article")
    _drop(tree, _NOT_ON_PAPER)
    for details in tree.iter("details"):
        details.set("open", "")
    _fields_as_text(tree)
    _own_ids(tree, page.ref)
    _own_links(tree, page.ref, within)
    headings = [
        Heading(heading.text_content().strip(), heading.get("id")) for heading in tree.iter("h2") if heading.get("id")
    ]
    title = next((heading.text_content().strip() for heading in tree.iter("h1")), page.title)
    return Chapter(page, part, title, chapter_anchor(page.ref.page_id), _inner(tree), headings)


def _name_pages(page: BuiltPage, by_url: Mapping[str, PageRef]) -> str:
    """The page's content with MkDocs' relative addresses written like the guide's own."""

    def name(path: str, fragment: str) -> str:
        target = by_url.get(path)
        return (page_link(target.page_id, target.locale) if target else path) + fragment

    return rewrite_addresses(page.content, page.ref, name)


def _fields_as_text(tree: markup.HtmlElement) -> None:
    """Show what a field would hold; one that is empty becomes a line to write on."""
    for field in tree.xpath(".//input | .//select | .//textarea"):
        ticked = field.get("type") in ("checkbox", "radio")
        text = "☐ " if ticked else _value(field)
        shown = markup.Element("span")
        shown.set("class", "tick" if ticked else "blank")
        shown.text, shown.tail = text, field.tail
        field.getparent().replace(field, shown)


def _value(field: markup.HtmlElement) -> str:
    if field.tag == "select":
        chosen = field.xpath("./option[@selected]") or field.xpath("./option[1]")
        return chosen[0].text_content() if chosen else ""
    return field.get("value", "") if field.tag == "input" else field.text_content().strip()


def _own_ids(tree: markup.HtmlElement, ref: PageRef) -> None:
    """Make every id, and what refers to it, the chapter's own."""
    for element in tree.xpath(".//*[@id]"):
        element.set("id", chapter_anchor(ref.page_id, element.get("id")))
    for element in tree.iter(markup.etree.Element):
        for name, value in element.attrib.items():
            if name in _ID_LISTS:
                element.set(name, " ".join(chapter_anchor(ref.page_id, one) for one in value.split()))
            elif "url(#" in value:
                element.set(name, _LOCAL_ADDRESS.sub(lambda m: f"url(#{chapter_anchor(ref.page_id, m[1])})", value))


def _own_links(tree: markup.HtmlElement, ref: PageRef, within: Collection[PageRef]) -> None:
    """Let links jump within the document; a link to what is not on paper becomes plain words."""
    for link in list(tree.iter("a")):
        address = link.get("href", "")
        if address.startswith(("http:", "https:", "tel:", "mailto:", "sms:")):
            continue
        path, _, anchor = address.partition("#")
        locale, _, page_id = path.removeprefix(PAGE_SCHEME).partition("/")
        target = PageRef(page_id, locale) if path else ref
        if target in within:
            link.set("href", f"#{chapter_anchor(target.page_id, anchor)}")
        else:
            link.drop_tag()


def _drop(tree: markup.HtmlElement, path: str) -> None:
    for element in tree.xpath(path):
        element.drop_tree()


def _inner(element: markup.HtmlElement) -> str:
    return (element.text or "") + "".join(markup.tostring(child, encoding="unicode") for child in element)
