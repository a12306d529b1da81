"""Finds the prose of a page: its paragraphs and the sentences of its lists and tables."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

_TAGS_NOT_READ = frozenset({"script", "style", "template", "svg", "nav", "header", "footer", "form", "pre", "code"})
_CLASSES_NOT_READ = frozenset(
    {"cite", "evidence", "legend", "more", "saying__controls", "saying__pinyin", "visually-hidden"}
)
_PARAGRAPHS = frozenset({"p", "li", "dd", "blockquote"})
_CELLS = frozenset({"td", "th", "dt", "summary", "figcaption"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _PARAGRAPHS | _CELLS | _HEADINGS | {"div", "section", "ul", "ol", "dl", "table", "details", "figure"}
_ENDS_A_SENTENCE = re.compile(r"[.。！？!?][”’」）)]*$")


@dataclass(frozen=True)
class Block:
    """A run of prose; where `paragraph` is false, any number of sentences may stand in it."""

    text: str
    paragraph: bool


@dataclass(frozen=True)
class Page:
    """What a reader reads on a page, and what a search engine shows of it."""

    title: str
    summary: str
    blocks: list[Block]


def read_page(document: str) -> Page:
    """Gives the prose of a built page."""
    tree = html.document_fromstring(document)
    main = (tree.xpath("//main") or tree.xpath("//body"))[0]
    return Page(_meta(tree, "og:title"), _meta(tree, "description"), read_blocks(main))


def read_blocks(root: html.HtmlElement) -> list[Block]:
    """Gives the runs of prose below an element, without tools, code, navigation and citations."""
    for element in [element for element in root.iterdescendants() if _is_beside_the_text(element)]:
        element.drop_tree()
    return [block for element in root.iter() if (block := _block(element))]


def _block(element: html.HtmlElement) -> Block | None:
    if element.tag not in _PARAGRAPHS | _CELLS or _is_title(element):
        return None
    text = " ".join(_own_text(element).split())
    is_paragraph = element.tag in _PARAGRAPHS
    if not text or not (is_paragraph or _ENDS_A_SENTENCE.search(text)):
        return None
    return Block(text, is_paragraph and not _runs_on(element))


def _own_text(element: html.HtmlElement) -> str:
    """Gives the text of an element without that of the blocks inside it."""
    pieces = [element.text or ""]
    for child in element:
        inside = "" if child.tag in _BLOCKS else _own_text(child) if isinstance(child.tag, str) else ""
        pieces += [inside, child.tail or ""]
    return "".join(pieces)


def _is_title(element: html.HtmlElement) -> bool:
    return "admonition-title" in _classes(element)


def _is_beside_the_text(element: html.HtmlElement) -> bool:
    """Tells tools, code, citations, links to more and words for screen readers."""
    if not isinstance(element.tag, str):
        return False
    named = element.tag in _TAGS_NOT_READ or "data-tool" in element.attrib
    return named or not _classes(element).isdisjoint(_CLASSES_NOT_READ)


def _classes(element: html.HtmlElement) -> set[str]:
    return set((element.get("class") or "").split())


def _runs_on(element: html.HtmlElement) -> bool:
    """Tells words to say or to write, and the text equivalent of a picture: neither is cut up."""
    return any(above.tag in ("blockquote", "figure") or "say" in _classes(above) for above in element.iterancestors())


def _meta(tree: html.HtmlElement, name: str) -> str:
    found = tree.xpath("//meta[@name=$name or @property=$name]/@content", name=name)
    return found[0] if found else ""
