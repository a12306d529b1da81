"""Finds what is missing or too long at the top of a page, headings without ids, and words left over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from guide.check.prose.measure import LIMITS
from guide.check.source_page import SourcePage
from guide.data import Problem
from guide.data.pinyin import SAME_BLANKS, call_outs, wrong_blanks
from guide.page.grammar import BLOCK_KINDS, INLINE_KINDS

_LEFT_OVER = re.compile(r"\b(?:TODO|FIXME|XXX|TBD)\b|(?i:lorem ipsum)|待补|待定稿|^(?:<{7}|>{7}) ")


_ENGLISH_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HALF_MARKER = re.compile(rf"(?<!\[)\[(?:{'|'.join(sorted(INLINE_KINDS | BLOCK_KINDS))}):[^\]\s]+\](?![\](])")
_CHINESE_ALONE = re.compile(r"\s*(?:\[\[zh:[^\]]*\]\]\s*)+")


def wrong_form(page: SourcePage) -> Iterator[Problem]:
    """Finds what is wrong with front matter and headings."""
    if page.meta_problem:
        yield Problem(
            page.name,
            1,
            f"front matter that cannot be read ({page.meta_problem})",
            "valid YAML between two lines ---",
        )
        return
    limits = LIMITS[page.ref.locale]
    for field, most in (("title", limits.title), ("description", limits.summary)):
        text = page.meta.get(field)
        line = _line_of(page, field)
        if not isinstance(text, str) or not text.strip():
            yield Problem(page.name, line, f"no {field}", f"`{field}: …` in the front matter")
        elif len(text) > most:
            yield Problem(page.name, line, f"a {field} of {len(text)} characters", f"at most {most}")
    yield from _wrong_headings(page)
    yield from _wrong_folds(page)
    if page.ref.locale == "en":
        yield from _wrong_sayings(page)
    for number, words in page.lines:
        if match := _HALF_MARKER.search(words):
            yield Problem(page.name, number, f"“{match[0]}”, which readers would see", f"[{match[0]}]")


def left_over(name: str, text: str) -> Iterator[Problem]:
    """Finds words that only belong in a draft."""
    for number, line in enumerate(text.splitlines(), start=1):
        if match := _LEFT_OVER.search(line):
            yield Problem(name, number, f"“{match[0]}”", "the finished text")


def _wrong_sayings(page: SourcePage) -> Iterator[Problem]:
    """Call-outs to say whose Chinese could not be told from their meaning, or whose blanks do not match."""
    for line, body in call_outs(page.text):
        chinese = [text.strip() for text in body.splitlines() if _CHINESE_ALONE.fullmatch(text)]
        meaning = "".join(text for text in body.splitlines() if not _CHINESE_ALONE.fullmatch(text))
        if not chinese:
            yield Problem(page.name, line, "no sentence to say", "[[zh:…]] alone in a paragraph, then its meaning")
        elif found := wrong_blanks("".join(chinese), meaning):
            yield Problem(page.name, line, found, SAME_BLANKS)


def _wrong_headings(page: SourcePage) -> Iterator[Problem]:
    seen: dict[str, int] = {}
    level = 0
    for heading in page.headings:
        if level and heading.level > level + 1:
            found = f"a heading of level {heading.level} after one of level {level}"
            yield Problem(page.name, heading.line, found, f"level {level + 1} at most")
        level = heading.level
        if heading.anchor and not _ENGLISH_ID.fullmatch(heading.anchor):
            right = "small English words with hyphens, such as {#what-it-costs}"
            yield Problem(page.name, heading.line, f"the id #{heading.anchor}", right)
        if not heading.anchor:
            yield Problem(page.name, heading.line, "a heading without an id", "an English id, such as {#what-it-costs}")
        elif heading.anchor in seen:
            first = seen[heading.anchor]
            yield Problem(
                page.name,
                heading.line,
                f"the id #{heading.anchor} again (first in line {first})",
                "an id of its own",
            )
        seen.setdefault(heading.anchor, heading.line)
    if [heading.level for heading in page.headings].count(1) != 1:
        yield Problem(page.name, page.first_line, "not exactly one heading of level 1", "one line `# Title {#id}`")


def _wrong_folds(page: SourcePage) -> Iterator[Problem]:
    sections = {heading.anchor for heading in page.headings if heading.level in (2, 3)}
    for anchor in page.meta.get("folded") or []:
        if anchor not in sections:
            found = f"“{anchor}” in `folded`"
            yield Problem(
                page.name, _line_of(page, "folded"), found, "the id of a heading of level 2 or 3 on this page"
            )


def _line_of(page: SourcePage, field: str) -> int:
    for number, line in enumerate(page.text.splitlines(), start=1):
        if line.startswith(f"{field}:"):
            return number
    return 1
