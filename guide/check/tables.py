"""Checks the tables beside the book: letters, steps, scams, examples, changes, editions, labels."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from guide.base.address import LOCALES
from guide.base.problems import BookError, Problem, name_of
from guide.base.project import Project
from guide.check.dead_links import Anchors
from guide.data import Book
from guide.data.changes import load_changes
from guide.data.examples import load_examples
from guide.data.letters import load_letters
from guide.data.lines import Mapping, read_yaml
from guide.data.offers import load_offers
from guide.data.routes import load_routes
from guide.data.scams import load_scams

Table = TypeVar("Table")


def wrong_tables(project: Project, book: Book, anchors: Anchors) -> list[Problem]:
    """Every problem of the tables; *anchors* are the places of one language (both have the same)."""
    data, today = project.data, datetime.now(UTC).date()
    problems: list[Problem] = []

    def loaded(load: Callable[[], Table]) -> Table | None:
        try:
            return load()
        except BookError as error:
            problems.extend(error.problems)
            return None

    letters = loaded(lambda: load_letters(data / "letters.yml", book))
    if letters:
        loaded(lambda: load_routes(data / "routes.yml", book, letters.letters))
    loaded(lambda: load_scams(data / "scams.yml", book))
    loaded(lambda: load_examples(data / "examples.yml", book))
    loaded(lambda: load_offers(data / "editions.yml"))
    days = loaded(lambda: load_changes(data / "changes.yml", today))
    for change in (change for _, changes in days or () for change in changes):
        if change.page and not leads_somewhere(change.page, anchors):
            name = name_of(data / "changes.yml")
            right = "a page id such as costs/index, or page#anchor of a heading there"
            problems.append(Problem(name, change.line, f"the page “{change.page}”, which is not there", right))
    problems += wrong_readings(data / "pinyin.yml")
    for path in label_files(project):
        problems += wrong_labels(path, path.relative_to(project.root).as_posix())
    return problems


def wrong_readings(path: Path) -> Iterator[Problem]:
    """What is wrong with the table of readings: a word and its syllables that differ in number."""
    name = name_of(path)
    try:
        content = read_yaml(path)
    except BookError as error:
        yield from error.problems
        return
    if not isinstance(content, Mapping) or set(content) != {"readings", "apart"}:
        yield Problem(name, 1, "another table", "`readings` and `apart`, as the file began")
        return
    for word, reading in content["readings"].items():
        syllables = len(re.split("[ -]", str(reading)))
        if syllables != len(word):
            right = "a syllable for each character, such as 银行: yín-háng"
            yield Problem(name, content["readings"].line_of(word), f"{syllables} syllables of “{word}”", right)


def leads_somewhere(place: str, anchors: Anchors) -> bool:
    """Whether a page (`costs/index`), or a place in it (`costs/index#fees`), will be there."""
    page_id, _, anchor = place.partition("#")
    return page_id in anchors and (not anchor or anchor in anchors[page_id])


def label_files(project: Project) -> list[Path]:
    """Every table of words in two languages."""
    patterns = ("data/labels/*.yml", "tools/*/labels.yml", "figures/*/labels.yml")
    return [path for pattern in patterns for path in sorted(project.root.glob(pattern))]


def wrong_labels(path: Path, name: str) -> Iterator[Problem]:
    """What is wrong with a table of words: a language missing, a third one, no word at all."""
    try:
        content = read_yaml(path)
    except BookError as error:
        yield from (Problem(name, one.line, one.found, one.right) for one in error.problems)
        return
    if not isinstance(content, Mapping):
        yield Problem(name, 1, "no table", "names with words: `title: {zh: 标题, en: Title}`")
        return
    yield from _wrong_pairs(content, name)


def _wrong_pairs(table: Mapping, name: str) -> Iterator[Problem]:
    languages = set(table) & set(LOCALES)
    if languages and set(table) != set(LOCALES):
        found = f"the languages {', '.join(sorted(map(str, table)))}"
        yield Problem(name, table.line, found, "zh and en, both and only")
        return
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _wrong_pairs(value, name)
        elif languages and value is None:
            yield Problem(name, table.line_of(key), f"no words under `{key}`", "words in both languages")
