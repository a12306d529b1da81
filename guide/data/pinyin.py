"""Pinyin of the Chinese sentences that readers of English pages have to say, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from guide.base.node import start_node
from guide.base.project import Project
from guide.data.plain import plain_yaml

SAY_ZH = "say_zh"
"""Key of a sentence to say in tables of `data/` and in labels of tools."""
_CALL_OUT = re.compile(r"^ *!!! say .*\n((?: {4}.*\n|[ \t]*\n)+)", re.MULTILINE)
_CHINESE = re.compile(r"\[\[zh:([^\]]*)\]\]")
_END = re.compile(r"(?<=[。？！])(?!”)")


def begin_pinyin(project: Project) -> Callable[[], dict[str, str]]:
    """Begin to write the lines of all sentences in pinyin; gives a function that waits for it, line → pinyin.

    Blanks (`【金额】`) and markers in a line stand in its pinyin too.
    """
    lines = dict.fromkeys(line for sentence in sentences(project) for line in lines_of(sentence))
    data = {"lines": list(lines), **plain_yaml((project.data / "pinyin.yml").read_text(encoding="utf-8"))}
    return start_node(project.tools / "say/pinyin.mjs", data=data)


def lines_of(sentence: str) -> list[str]:
    """A text to say, cut after each sentence in it."""
    return [line for line in _END.split(sentence.strip()) if line]


def sentences(project: Project) -> Iterator[str]:
    """Every text to say that an English page may show: of call-outs, of steps, of tools."""
    for page in sorted((project.docs / "en").rglob("*.md")):
        yield from said_in_markdown(page.read_text(encoding="utf-8"))
    for table in (project.data / "routes.yml", *sorted(project.tools.glob("*/labels.yml"))):
        yield from _said_in_table(table)


def has_call_outs(text: str) -> bool:
    """Whether a page in Markdown has a call-out `!!! say`."""
    return bool(_CALL_OUT.search(f"{text}\n"))


def said_in_markdown(text: str) -> Iterator[str]:
    """The Chinese in the call-outs `!!! say` of an English page."""
    for call_out in _CALL_OUT.finditer(f"{text}\n"):
        yield from _CHINESE.findall(call_out[1])


def _said_in_table(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if SAY_ZH in text:
        yield from _said_in(plain_yaml(text))


def _said_in(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _said_in(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == SAY_ZH and value:
                yield value["zh"] if isinstance(value, dict) else value
            else:
                yield from _said_in(value)
