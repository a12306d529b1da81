"""The chapters of the paper edition: built pages in reading order, made fit for one document without script."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from lxml.html import Element, HtmlElement

from guide.base.address import PageRef
from guide.page.built_page import BuiltPage
from guide.page.tree import below_root, drop, fragment, inner_html, rename_ids

LEFT_OUT = frozenset({"download", "sitemap"})
"""Pages that serve a screen alone."""

_NOT_ON_PAPER = (
    ".//script | .//button | .//*[@data-without-script]/p[@class='notice'] | .//*[@hidden or @data-web]"
    " | .//*[contains(@class, 'needs-js')] | .//*[contains(@class, 'tool__live')]"
)


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


def make_chapters(pages: Sequence[BuiltPage], locale: str) -> list[Chapter]:
    """Chapters of one language in reading order."""
    own = [page for page in pages if page.ref.locale == locale and page.ref.page_id not in LEFT_OUT]
    own.sort(key=lambda page: page.place_in_menu)
    within = {page.ref.url: page.ref for page in own}
    sections = ["", *(page.section for page in own)]
    return [
        _chapter(page, page.section if page.section != before else "", within)
        for before, page in zip(sections, own, strict=False)
    ]


def chapter_anchor(page_id: str, anchor: str = "") -> str:
    """Id of a place in the document (`costs-index--fees`)."""
    return page_id.replace("/", "-") + (f"--{anchor}" if anchor else "")


def steps_below(page: BuiltPage, heading_id: str) -> list[str]:
    """HTML of each step in the first list of steps below a heading; raises `ValueError` where there is none."""
    tree = fragment(page.content)
    path = f".//*[@id='{heading_id}']/following::div[contains(@class, 'steps')][1]/ol/li"
    steps = tree.xpath(path)
    if not steps:
        raise ValueError(
            f"{page.ref.file_name}: found no steps below #{heading_id}; right: `!!! steps` with a numbered list"
        )
    for step in steps:
        drop(step, ".//a[contains(@class, 'evidence') or contains(@class, 'cite')]")
        for link in step.xpath(".//a"):
            link.drop_tag()
    return [inner_html(step) for step in steps]


def _chapter(page: BuiltPage, part: str, within: Mapping[str, PageRef]) -> Chapter:
    tree = fragment(page.content)
    drop(tree, _NOT_ON_PAPER)
    for details in tree.iter("details"):
        details.set("open", "")
    _fields_as_text(tree)
    rename_ids(tree.iter("*"), partial(chapter_anchor, page.ref.page_id), set(tree.xpath("//@id")))
    _own_links(tree, page.ref, within)
    headings = [
        Heading(heading.text_content().strip(), heading.get("id", ""))
        for heading in tree.iter("h2")
        if heading.get("id")
    ]
    title = next((heading.text_content().strip() for heading in tree.iter("h1")), page.title)
    return Chapter(page, part, title, chapter_anchor(page.ref.page_id), inner_html(tree), headings)


def _fields_as_text(tree: HtmlElement) -> None:
    """Show what a field would hold; one that is empty becomes a line to write on."""
    for field in tree.xpath(".//input | .//select | .//textarea"):
        ticked = field.get("type") in ("checkbox", "radio")
        text = "☐ " if ticked else _value(field)
        shown = Element("span")
        shown.set("class", "tick" if ticked else "blank")
        shown.text, shown.tail = text, field.tail
        field.getparent().replace(field, shown)


def _value(field: HtmlElement) -> str:
    if field.tag == "select":
        chosen = field.xpath("./option[@selected]") or field.xpath("./option[1]")
        return chosen[0].text_content() if chosen else ""
    return field.get("value", "") if field.tag == "input" else field.text_content().strip()


def _own_links(tree: HtmlElement, ref: PageRef, within: Mapping[str, PageRef]) -> None:
    """Let links jump within the document; a link to what is not on paper becomes plain words."""
    for link in list(tree.iter("a")):
        parts = urlsplit(link.get("href", ""))
        if parts.scheme:
            continue
        target = within.get(below_root(ref.url, parts.path)) if parts.path else ref
        if target:
            link.set("href", f"#{chapter_anchor(target.page_id, parts.fragment)}")
        else:
            link.drop_tag()
