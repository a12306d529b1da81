"""An article's tree as plain Markdown: words, links, lists and tables, for programs that read no HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml.html import HtmlElement

from guide.page.tree import drop

_NO_TEXT = (
    ".//script | .//style | .//template | .//svg | .//button | .//input | .//select | .//textarea | .//output"
    " | .//form[not(ancestor-or-self::*[@data-without-script])] | .//*[@data-results or @data-web]"
    " | .//*[contains(concat(' ', normalize-space(@class), ' '), ' tool__results ')]"
    " | .//*[contains(concat(' ', normalize-space(@class), ' '), ' headerlink ')]"
    " | .//*[contains(concat(' ', normalize-space(@class), ' '), ' legend ')]"
    " | .//*[@data-without-script]/*[contains(@class, 'notice')]"
)
"""What a reader without a browser can do nothing with: fields, pictures, results yet to be computed."""
_BLOCKS = frozenset(
    "address article aside blockquote dd details div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 header"
    " hr legend li main nav ol p pre section summary table ul".split()
)
_EMPHASIS = {"strong": "**", "b": "**", "em": "*", "i": "*", "code": "`"}
_LIST_AFTER = re.compile(r"\n\n(?=- |1\. )")
"""A list follows the words of its item without a gap."""
_TITLES = frozenset({"summary", "dt", "legend", "figcaption"})


def markdown_of(article: HtmlElement, note: Callable[[str], str] = lambda fact_id: "") -> str:
    """*article* as Markdown; the tree is used up.

    *note* gives what stands after a figure in place of its mark of evidence, from the id of its fact.
    """
    drop(article, _NO_TEXT)
    for fact in article.find_class("fact"):
        figure = next(fact.iter("data"), None)
        for mark in [*fact.find_class("evidence"), *fact.find_class("fact__source")]:
            if "fact__source" in mark.classes:
                mark.drop_tag()
            else:
                mark.drop_tree()
        if figure is not None:
            figure.tail = note(figure.get("data-fact", "")) + (figure.tail or "")
    return "\n\n".join(_blocks(article)) + "\n"


def _blocks(element: HtmlElement) -> list[str]:
    """What stands in *element*, block by block; text between blocks is one of its own."""
    blocks: list[str] = []
    line = element.text or ""
    for child in element:
        if child.tag in _BLOCKS:
            blocks += [_line(line), *_block(child)]
            line = ""
        elif isinstance(child.tag, str):
            line += _inline(child)
        line += child.tail or ""
    return [block for block in [*blocks, _line(line)] if block]


def _block(element: HtmlElement) -> list[str]:
    tag = str(element.tag)
    if re.fullmatch("h[1-6]", tag):
        return [f"{'#' * int(tag[1])} {_text(element)}"]
    if tag in ("ul", "ol"):
        return ["\n".join(_items(element))]
    if tag == "table":
        return _table(element)
    if tag == "pre":
        return [f"```\n{element.text_content().strip()}\n```"]
    if tag == "hr":
        return ["---"]
    if tag == "blockquote":
        return ["\n".join(f"> {line}".rstrip() for line in "\n\n".join(_blocks(element)).split("\n"))]
    if tag == "summary" and len(element) and element[0].tag in _BLOCKS:
        return _blocks(element)
    if tag in _TITLES or "admonition-title" in element.classes:
        words = _text(element).replace("**", "")
        return [f"**{words}**"] if words else []
    return _blocks(element)


def _items(items: HtmlElement) -> Iterable[str]:
    start = int(items.get("start", "1"))
    for number, item in enumerate(items.iterchildren("li"), start):
        mark = f"{number}. " if items.tag == "ol" else "- "
        text = _LIST_AFTER.sub("\n", "\n\n".join(_blocks(item)))
        yield mark + re.sub(r"\n(?=[^\n])", "\n" + " " * len(mark), text)


def _table(table: HtmlElement) -> list[str]:
    rows = [[_cell(cell) for cell in row.iterchildren("th", "td")] for row in table.iter("tr")]
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    width = max(map(len, rows))
    head = rows.pop(0) if table.find("thead") is not None else [""] * width
    lines = [head, ["---"] * width, *rows]
    caption = [f"**{_text(caption)}**" for caption in table.iterchildren("caption")]
    return [*caption, "\n".join("| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in lines)]


def _cell(cell: HtmlElement) -> str:
    return " ".join(" ".join(_blocks(cell)).split()).replace("|", "\\|")


def _inline(element: HtmlElement) -> str:
    if element.tag == "br":
        return " "
    inside = (element.text or "") + "".join(
        (_inline(child) if isinstance(child.tag, str) else "") + (child.tail or "") for child in element
    )
    words = inside.strip()
    if not words:
        return inside
    address = element.get("href", "")
    if element.tag == "a" and address and not address.startswith("tel:"):
        return inside.replace(words, f"[{words}]({address})")
    sign = _EMPHASIS.get(str(element.tag), "")
    return inside.replace(words, f"{sign}{words}{sign}") if sign else inside


def _text(element: HtmlElement) -> str:
    return " ".join(_blocks(element))


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
