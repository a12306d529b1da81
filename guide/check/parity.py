"""Finds what stands in one language only: pages, headings, facts, tools, links, pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from guide.check.source_page import SourcePage
from guide.data import Problem
from guide.page.grammar import BLOCK_KINDS

_OTHER = {"zh": "en", "en": "zh"}
_LANGUAGE = {"zh": "Chinese", "en": "English"}
_PARALLEL_KINDS = frozenset({"fact", *BLOCK_KINDS})
"""Terms may differ: each language explains the words its readers need."""


def unequal_pages(pages: list[SourcePage]) -> Iterator[Problem]:
    """Finds every difference between the two languages, at the line where something is too much."""
    by_ref = {(page.ref.page_id, page.ref.locale): page for page in pages}
    for page in pages:
        twin = by_ref.get((page.ref.page_id, _OTHER[page.ref.locale]))
        if twin is None:
            missing = page.name.replace(f"/{page.ref.locale}/", f"/{_OTHER[page.ref.locale]}/", 1)
            yield Problem(page.name, 1, f"a page in {_LANGUAGE[page.ref.locale]} only", f"its twin {missing}")
        elif page.ref.locale == "zh":
            yield from _unequal_headings(page, twin)
            if page.meta.get("folded") != twin.meta.get("folded"):
                yield Problem(twin.name, 1, "other sections in `folded`", f"those of {page.name}")
            yield from _only_in_one(page, twin)
            yield from _only_in_one(twin, page)


def _unequal_headings(page: SourcePage, twin: SourcePage) -> Iterator[Problem]:
    """Finds the first place where the two rows of headings part; what follows is a consequence."""
    ours = [(heading.level, heading.anchor) for heading in page.headings]
    theirs = [(heading.level, heading.anchor) for heading in twin.headings]
    for place, (our, their) in enumerate(zip(ours, theirs, strict=False)):
        if our != their:
            line = twin.headings[place].line
            yield Problem(
                twin.name,
                line,
                f"the heading {_shown(their)}",
                f"{_shown(our)}, as in {page.name}:{page.headings[place].line}",
            )
            return
    longer, shorter = (page, twin) if len(ours) > len(theirs) else (twin, page)
    for heading in longer.headings[min(len(ours), len(theirs)) :]:
        found = (
            f"the heading {_shown((heading.level, heading.anchor))} in {_LANGUAGE[longer.ref.locale]} only"
        )
        yield Problem(longer.name, heading.line, found, f"the same heading in {shorter.name}")


def _only_in_one(page: SourcePage, twin: SourcePage) -> Iterator[Problem]:
    """Finds what a page holds more often in a section than its twin does."""
    ours, theirs = _contents(page), _contents(twin)
    sections = {heading.anchor for heading in twin.headings} | {""}
    for section, things in ours.items():
        if section not in sections:
            continue  # the heading itself is told already
        surplus = Counter(thing for _, thing in things) - Counter(
            thing for _, thing in theirs.get(section, [])
        )
        for line, thing in things:
            if surplus[thing] > 0:
                surplus[thing] -= 1
                place = f"section #{section}" if section else "its beginning"
                found = f"{thing} in {_LANGUAGE[page.ref.locale]} only ({place})"
                yield Problem(page.name, line, found, f"the same in {twin.name}")


def _contents(page: SourcePage) -> dict[str, list[tuple[int, str]]]:
    """Gives, for each section, the things that both languages must share."""
    contents: dict[str, list[tuple[int, str]]] = {}
    things = [(m.line, f"[[{m.kind}:{m.argument}]]") for m in page.markers if m.kind in _PARALLEL_KINDS]
    things += [
        (link.line, f"the {'picture' if link.picture else 'link'} {link.target}") for link in page.links
    ]
    for line, thing in sorted(things):
        heading = page.section_at(line)
        contents.setdefault(heading.anchor if heading else "", []).append((line, thing))
    return contents


def _shown(heading: tuple[int, str]) -> str:
    level, anchor = heading
    return f"{'#' * level} {{#{anchor}}}" if anchor else f"{'#' * level} without an id"
