"""Sentences to say: their blanks marked, pinyin beneath, and what a script needs to fill, copy and show them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from lxml.html import HtmlElement
from markupsafe import Markup

from guide.data.pinyin import BLANK, SAME_BLANKS, lines_of, wrong_blanks
from guide.page.tree import inner_html, replace_by_html

_CHINESE_ALONE = "./span[starts-with(@lang, 'zh')]"


@dataclass(frozen=True)
class Blank:
    """Something that the reader has to put in: its name in Chinese and in the reader's language."""

    zh: str
    name: str


@dataclass(frozen=True)
class Line:
    """One sentence in Chinese and in pinyin, as HTML; no *pinyin* on Chinese pages."""

    zh: Markup
    pinyin: Markup | str = ""


@dataclass(frozen=True)
class Saying:
    """What somebody can say at once: sentence by sentence, and what all of it means (HTML of a paragraph)."""

    lines: list[Line]
    meaning: Markup | str
    blanks: list[Blank]


def saying(chinese: str, meaning: str, pinyin: Mapping[str, str], html: Callable[[str], Markup]) -> Saying:
    """*chinese* with its *meaning* (HTML); *html* makes HTML of a line, whose markers it knows.

    Pinyin stands beneath each sentence, not beneath each word: who reads no characters says a sentence at a time, and a
    helper finds it again. Raises `ValueError` where the blanks of both lines differ in number or a line has no pinyin.
    """
    if found := wrong_blanks(chinese, meaning):
        raise ValueError(f"found {found} (“{chinese}”); right: {SAME_BLANKS}")
    in_chinese = BLANK.findall(chinese)
    in_meaning = [Markup(name).unescape() for name in BLANK.findall(meaning)]
    numbers = {name: number for number, name in enumerate(dict.fromkeys(in_chinese))}
    names = dict(zip(in_chinese, in_meaning, strict=True))
    lines = []
    for line in lines_of(chinese):
        if line not in pinyin:
            raise ValueError(f"found no pinyin of “{line}”; right: a text under `say_zh` or in a call-out `!!! say`")
        own = [numbers[name] for name in BLANK.findall(line)]
        shown = re.sub(BLANK, lambda match: f"【{names[match[1]]}】", pinyin[line])
        lines.append(Line(_marked(html(line), own), _marked(html(shown), own)))
    marked = _marked(Markup(meaning), [numbers[name] for name in in_chinese])
    return Saying(lines, marked, [Blank(name, names[name]) for name in numbers])


def finish_sayings(
    article: HtmlElement, locale: str, pinyin: Mapping[str, str], render: Callable[[Saying], str]
) -> bool:
    """Put each sentence of the call-outs `!!! say` in the form that *render* gives it; tells whether there was one.

    On English pages that is a paragraph of nothing but Chinese, and the paragraph after it its meaning; on Chinese
    pages what stands between quotation marks, which stay where they are: the call-out reads as it did.
    """
    found = article.find_class("say")
    for call_out in found:
        for paragraph in call_out.xpath(".//p[not(contains(@class, 'admonition-title'))]"):
            if locale == "zh":
                if _closing(html := inner_html(paragraph)) > 0:
                    replace_by_html(paragraph, render(quoted(html)))
            elif paragraph.getparent() is not None and (chinese := _chinese_of(paragraph)):
                after = paragraph.getnext()
                has_meaning = after is not None and after.tag == "p" and not _chinese_of(after)
                told = saying(chinese, inner_html(after) if has_meaning else "", pinyin, Markup.escape)
                if has_meaning:
                    after.drop_tree()
                replace_by_html(paragraph, render(told))
    return bool(found)


def _chinese_of(paragraph: HtmlElement) -> str:
    """The Chinese of a paragraph that holds nothing else; else empty."""
    spans = paragraph.xpath(_CHINESE_ALONE)
    text = "".join(span.text_content() for span in spans)
    return text if text and text.strip() == paragraph.text_content().strip() else ""


def quoted(html: str) -> Saying:
    """A Chinese sentence for a reader of Chinese, as HTML with its quotation marks; what follows them is not said."""
    start, end = html.find("“") + 1, _closing(html)
    words = html[start:end]
    names = list(dict.fromkeys(BLANK.findall(words)))
    marked = _marked(Markup(words), [names.index(name) for name in BLANK.findall(words)])
    line = Markup(f"{html[:start]}<span data-say-line>{marked}</span>{html[end:]}")
    return Saying([Line(line)], "", [Blank(name, name) for name in names])


def _closing(html: str) -> int:
    """Where the first quotation ends; quotations may stand within it."""
    depth = 0
    for match in re.finditer("[“”]", html):
        depth += 1 if match[0] == "“" else -1
        if depth == 0:
            return match.start()
    return -1


def _marked(html: Markup, numbers: list[int]) -> Markup:
    """*html* with its blanks as elements, of the *numbers* given, in order."""
    order = iter(numbers)
    return Markup(
        BLANK.sub(lambda match: f'<span class="blank" data-blank="{next(order)}">{match[0]}</span>', str(html))
    )
