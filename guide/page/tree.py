"""Pages as trees: read, written again, and their addresses told in another edition's way."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from posixpath import join, normpath
from urllib.parse import urlsplit

from lxml import html

DOCTYPE = "<!doctype html>"
_ADDRESSES = ("href", "src", "data-engine", "data-index", "data-style", "data-worker")
"""Attributes that hold one address."""
_ID_LISTS = frozenset({"for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list"})
_LOCAL_ADDRESS = re.compile(r"url\(#([^)]+)\)")
"""A paint or a clip of the same picture."""
_ADDRESS_LISTS = ("data-carry-pages",)
"""Attributes that hold addresses with spaces between."""


def fragment(text: str) -> html.HtmlElement:
    """Part of a page as the content of a `div`."""
    return html.fragment_fromstring(text, create_parent="div")


def document(text: str) -> html.HtmlElement:
    """A whole page."""
    return html.document_fromstring(text)


def inner_html(element: html.HtmlElement) -> str:
    """What stands in an element."""
    return (element.text or "") + "".join(html.tostring(child, encoding="unicode") for child in element)


def outer_html(element: html.HtmlElement) -> str:
    """An element with its tags, without the text after it."""
    return html.tostring(element, encoding="unicode", with_tail=False)


def whole_html(tree: html.HtmlElement) -> str:
    """A whole page as text."""
    return html.tostring(tree, encoding="unicode", doctype=DOCTYPE)


def anchors_of(text: str) -> set[str]:
    """Every id in a part of a page, which a link may point at."""
    return set(fragment(text).xpath("//@id"))


def parent_of(element: html.HtmlElement) -> html.HtmlElement:
    """The element around *element*; raises `ValueError` where there is none."""
    parent = element.getparent()
    if parent is None:
        raise ValueError(f"<{element.tag!s}> stands in nothing")
    return parent


def drop(tree: html.HtmlElement, path: str) -> None:
    """Take the elements at an XPath out; the text after them stays."""
    for element in tree.xpath(path):
        element.drop_tree()


def replace_by_html(element: html.HtmlElement, text: str) -> None:
    """Put the elements of *text* in the place of *element*."""
    parent = parent_of(element)
    place = parent.index(element)
    parent[place : place + 1] = fragment(text.strip())[:]


def readdress(tree: html.HtmlElement, page_url: str, told: Callable[[str, str], str]) -> None:
    """Replace each relative address of the page at *page_url* by `told(path below the root, fragment)`.

    Addresses of other hosts, of programs (`tel:`) and within the page are left as they are.
    """

    def replaced(address: str) -> str:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc or not parts.path:
            return address
        return told(below_root(page_url, parts.path), parts.fragment)

    for element, name in _with_attribute(tree, _ADDRESSES):
        element.set(name, replaced(element.get(name, "")))
    for element, name in _with_attribute(tree, _ADDRESS_LISTS):
        element.set(name, " ".join(map(replaced, element.get(name, "").split())))


def rename_ids(elements: Iterable[html.HtmlElement], renamed: Callable[[str], str], own: Container[str]) -> None:
    """Rename the ids of *elements*, and what refers to those that are their *own*."""
    for element in elements:
        if not isinstance(element.tag, str):
            continue
        for name, value in element.items():
            if name == "id":
                element.set(name, renamed(value))
            elif name in _ID_LISTS:
                element.set(name, " ".join(renamed(one) if one in own else one for one in value.split()))
            elif "url(#" in value:
                element.set(name, _LOCAL_ADDRESS.sub(lambda match: f"url(#{renamed(match[1])})", value))


def below_root(page_url: str, path: str) -> str:
    """A relative *path* on the page at *page_url* as a path below the root; folders keep their closing slash."""
    below = normpath(join("/", page_url, path)).lstrip("/")
    return f"{below}/" if below and path.endswith(("/", "..", ".")) else below


def _with_attribute(tree: html.HtmlElement, names: tuple[str, ...]) -> Iterator[tuple[html.HtmlElement, str]]:
    for name in names:
        for element in tree.xpath(f"descendant-or-self::*[@{name}]"):
            yield element, name
