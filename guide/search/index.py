"""What search knows: an index for each language, and the words of both."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.base.address import LOCALES, PageRef
from guide.base.project import Project
from guide.data import Book
from guide.data.formats import format_value
from guide.data.labels import load_labels
from guide.data.models import FACT_REGISTERS
from guide.page.built_page import BuiltPage
from guide.search.characters import han_characters, simplified_pairs
from guide.search.documents import Section, sections_of
from guide.search.words import Answer, Wording, load_wording

GLOBAL = "guideSearch"
"""The browser's global that the scripts of search fill: an index for each locale, and `words`."""

Sections = Mapping[PageRef, list[Section]]

HEADINGS_ONLY = frozenset({*(f"evidence/{name}" for name in FACT_REGISTERS), "evidence/sources", "changes", "sitemap"})
"""Registers whose rows are reached from pages, not by search: of these only the page itself is found."""


@dataclass(frozen=True)
class SearchData:
    """What search knows."""

    indexes: dict[str, dict[str, Any]]
    """Locale → pages, sections, words and answers of that language; `tools/search-box/engine.js` describes the form."""
    words: dict[str, Any]
    """Words of both languages: either may stand in a query to the other's pages."""

    def index_script(self, locale: str) -> str:
        """A classic script with the index of one language."""
        return _script(locale, self.indexes[locale])

    def engine_script(self, engine: str) -> str:
        """A classic script with the words, and then the *engine*: the bundle of `tools/search-box/`."""
        return _script("words", self.words) + engine


def search_data(pages: list[BuiltPage], book: Book, project: Project) -> SearchData:
    """What search knows of the built *pages* of both languages."""
    words = load_wording(project.data)
    sections = {page.ref: page_sections(page) for page in pages}
    labels = project.tools / "search-box/labels.yml"
    indexes = {
        locale: language_data(pages, sections, book, words, locale) | {"labels": load_labels(labels, locale)["panel"]}
        for locale in LOCALES
    }
    simplified = project.root / "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js"
    return SearchData(indexes, words_data(words, book, indexes, simplified))


def page_sections(page: BuiltPage) -> list[Section]:
    """Sections of a built page (`ref`, `title`, `description`, `content`) that search may find."""
    sections = sections_of(page.title, page.description, page.content)
    return sections[:1] if page.ref.page_id in HEADINGS_ONLY else sections


def language_data(
    pages: list[BuiltPage], sections: Sections, book: Book, wording: Wording, locale: str
) -> dict[str, Any]:
    """What the engine needs to know of one language; `tools/search-box/engine.js` describes its form."""
    own = sorted((page for page in pages if page.ref.locale == locale), key=lambda page: page.ref.page_id)
    numbers = {page.ref.page_id: number for number, page in enumerate(own)}
    rows = [
        row
        for number, page in enumerate(own)
        for row in _rows(number, page.ref.page_id, sections[page.ref], wording, locale)
    ]
    return {
        "pages": [_page(page, numbers, wording) for page in own],
        "sections": [_with_companion(row, numbers, book) for row in rows],
        "words": {group.id: more for group in wording.groups if (more := group.more(locale))},
        "answers": [_answer(answer, book, own, locale) for answer in wording.answers],
    }


def _with_companion(row: list[Any], numbers: Mapping[str, int], book: Book) -> list[Any]:
    """A claim's row with the number of the page that deals with the claim; other rows as they are."""
    if not row[1].startswith("claim-"):
        return row
    page_id, _, _ = book.judged[row[1].removeprefix("claim-")].page.partition("#")
    # Whoever types what is claimed asks whether it is true.
    return [*row[:4], row[2].partition(" · ")[2], numbers[page_id]]


def _page(page: BuiltPage, numbers: Mapping[str, int], wording: Wording) -> dict[str, Any]:
    companion = numbers.get(wording.companions.get(page.ref.page_id, ""))
    return {"id": page.ref.page_id, "title": page.title} | ({} if companion is None else {"companion": companion})


def words_data(wording: Wording, book: Book, data: dict[str, Any], dictionary: Path) -> dict[str, Any]:
    """Words of both languages: either may stand in a query to the other's pages."""
    concepts = _concepts(wording, book)
    wanted = han_characters(json.dumps([data, concepts], ensure_ascii=False))
    return {
        "concepts": concepts,
        "beside": list(wording.beside),
        "subject": list(wording.subject),
        "sums": wording.sums.model_dump(),
        "stop": wording.stop,
        "simplified": simplified_pairs(dictionary, wanted),
    }


def _rows(number: int, page_id: str, sections: list[Section], wording: Wording, locale: str) -> list[list[Any]]:
    asked = {question.place: " ".join(question.said(locale)) for question in wording.questions}
    return [_row(number, page_id, section, asked) for section in sections]


def _row(number: int, page_id: str, section: Section, asked: dict[str, str]) -> list[Any]:
    place = f"{page_id}#{section.anchor}" if section.anchor else page_id
    # The heading of a claim says what is claimed and the verdict; why, its page says.
    text = "" if section.anchor.startswith("claim-") else section.text
    row = [number, section.anchor, section.heading, text]
    return [*row, asked[place]] if place in asked else row


def _concepts(wording: Wording, book: Book) -> list[list[Any]]:
    """Groups of synonyms, and the glossary: its terms pair the two languages."""
    words = {group.id: group.core() for group in wording.groups}
    known = {word: group.id for group in wording.groups for locale in LOCALES for word in group.said(locale)}
    for term in book.terms.values():
        group = next((known[word] for word in (term.zh, term.en) if word in known), f"term-{term.id}")
        words.setdefault(group, [])
        words[group] += [word for word in (term.zh, term.en) if word not in words[group]]
    return [[group, members] for group, members in words.items()]


def _answer(answer: Answer, book: Book, pages: list[BuiltPage], locale: str) -> dict[str, Any]:
    page_id, _, anchor = answer.place.partition("#")
    numbers = [page.ref.page_id for page in pages]
    facts = [book.facts[fact_id] for fact_id in answer.facts]
    return {
        "asks": list(answer.said(locale)),
        "page": numbers.index(page_id) if page_id in numbers else 0,
        "anchor": anchor,
        "facts": [
            {
                "id": fact.id,
                "page": fact.page,
                "label": fact.words("label", locale),
                "value": format_value(fact, locale),
                "status": fact.status,
                **({"phone": str(fact.value)} if fact.unit == "phone" else {}),
            }
            for fact in facts
        ],
    }


def _script(key: str, data: dict[str, Any]) -> str:
    """A classic script that sets one key of the global."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f"(self.{GLOBAL}=self.{GLOBAL}||{{}}).{key}={text};\n"
