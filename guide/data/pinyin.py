"""Chinese sentences to say: where they stand, their blanks, and their pinyin for readers of English pages."""

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
BLANK = re.compile(r"【([^】<>]*)】")
"""What the reader has to put in, by its name."""
SAME_BLANKS = "the same blanks in the same order in both, such as 【金额】元 and 【amount】 yuan"
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


def wrong_blanks(chinese: str, meaning: str) -> str:
    """How the blanks of a sentence and of its meaning differ in number; empty where they do not."""
    one, other = BLANK.findall(chinese), BLANK.findall(meaning)
    return "" if len(one) == len(other) else f"{len(one)} blanks 【】 in Chinese and {len(other)} in its meaning"


def sentences(project: Project) -> Iterator[str]:
    """Every text to say that an English page or sheet may show: of call-outs, of steps, of tools."""
    for page in sorted((project.docs / "en").rglob("*.md")):
        for _, body in call_outs(page.read_text(encoding="utf-8")):
            yield from said_in(body)
    labels = sorted([*project.tools.glob("*/labels.yml"), *project.data.glob("labels/*.yml")])
    for table in (project.data / "routes.yml", *labels):
        yield from _in_table(table)


def call_outs(text: str) -> Iterator[tuple[int, str]]:
    """The call-outs `!!! say` of a page in Markdown: line (from 1) and body."""
    for found in _CALL_OUT.finditer(f"{text}\n"):
        yield text.count("\n", 0, found.start()) + 1, found[1]


def said_in(body: str) -> list[str]:
    """The texts to say in a call-out of an English page."""
    return _CHINESE.findall(body)


def _in_table(path: Path) -> Iterator[str]:
    text = path.read_text(encoding="utf-8")
    if SAY_ZH in text:
        yield from _in_node(plain_yaml(text))


def _in_node(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _in_node(item)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == SAY_ZH and value:
                yield value["zh"] if isinstance(value, dict) else value
            else:
                yield from _in_node(value)
