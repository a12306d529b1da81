"""Writes what search loads at its first use: an engine with its words, and an index for each language."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from guide.build.output import write_hashed
from guide.data.models import FACT_REGISTERS
from guide.data.wording import format_value
from guide.labels import load_labels
from guide.pages import PageRef
from guide.search.characters import han_characters, simplified_pairs
from guide.search.documents import Section, sections_of
from guide.search.shorten import shortened
from guide.search.wording import LOCALES, Answer, Wording, load_wording

ROOT = Path(__file__).parents[2]
TRADITIONAL = ROOT / "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js"
LABELS = ROOT / "tools/search-box/labels.yml"
GLOBAL = "guideSearch"

Sections = Mapping[PageRef, list[Section]]

HEADINGS_ONLY = frozenset(
    {*(f"evidence/{name}" for name in FACT_REGISTERS), "evidence/sources", "changes", "sitemap"}
)
"""Registers whose rows are reached from pages, not by search: of these only the page itself is found."""


def build(
    pages: list[Any], sections: Sections, book: Any, out_dir: Path, engine: str, data_dir: Path = ROOT / "data"
) -> dict[str, str]:
    """Write search's scripts to *out_dir*; their file names, for `engine`, `zh` and `en`.

    *pages* are those of both languages as built (`ref`, `title`), *sections* what `page_sections` gives for each.
    *engine* is what the bundler made of `tools/search-box/index.js`; it gets the words of both languages.
    """
    wording = load_wording(data_dir)
    data = {locale: language_data(pages, sections, book, wording, locale) for locale in LOCALES}
    names = {locale: _write(out_dir, f"search-{locale}", locale, data[locale]) for locale in LOCALES}
    return {**names, "engine": _write(out_dir, "search", "words", words_data(wording, book, data), engine)}


def page_sections(page: Any) -> list[Section]:
    """Sections of a built page (`ref`, `title`, `description`, `content`) that search may find."""
    sections = sections_of(page.title, page.description, page.content)
    return sections[:1] if page.ref.page_id in HEADINGS_ONLY else sections


def language_data(pages: list[Any], sections: Sections, book: Any, wording: Wording, locale: str) -> dict[str, Any]:
    """What the engine needs to know of one language; `tools/search-box/engine.js` describes its form."""
    own = sorted((page for page in pages if page.ref.locale == locale), key=lambda page: page.ref.page_id)
    numbers = {page.ref.page_id: number for number, page in enumerate(own)}
    rows = [
        row
        for number, page in enumerate(own)
        for row in _rows(number, page.ref.page_id, sections[page.ref], wording, locale)
    ]
    rows = [_with_companion(row, numbers, book) for row in rows]
    return {
        "pages": [_page(page, numbers, wording) for page in own],
        "sections": _shortened(rows, locale),
        "words": {group.id: more for group in wording.groups if (more := group.more(locale))},
        "answers": [_answer(answer, book, own, locale) for answer in wording.answers],
        "labels": load_labels(LABELS, locale)["panel"],
    }


def _with_companion(row: list[Any], numbers: Mapping[str, int], book: Any) -> list[Any]:
    """A claim's row with the number of the page that deals with the claim; other rows as they are."""
    if not row[1].startswith("claim-"):
        return row
    page_id, _, _ = book.judged[row[1].removeprefix("claim-")].page.partition("#")
    # Whoever types what is claimed asks whether it is true.
    return [*row[:4], row[2].partition(" · ")[2], numbers[page_id]]


def _page(page: Any, numbers: Mapping[str, int], wording: Wording) -> dict[str, Any]:
    companion = numbers.get(wording.companions.get(page.ref.page_id, ""))
    return {"id": page.ref.page_id, "title": page.title} | ({} if companion is None else {"companion": companion})


def _shortened(rows: list[list[Any]], locale: str) -> list[list[Any]]:
    """The rows with shorter texts; the top of a page says what the page is about, and stays whole."""
    known = [" ".join([heading, "" if anchor else text]) for _, anchor, heading, text, *_ in rows]
    texts = shortened([text for _, _, _, text, *_ in rows], known, locale)
    return [[*row[:3], text if row[1] else row[3], *row[4:]] for row, text in zip(rows, texts, strict=True)]


def words_data(wording: Wording, book: Any, data: dict[str, Any]) -> dict[str, Any]:
    """Words of both languages: either may stand in a query to the other's pages."""
    concepts = _concepts(wording, book)
    wanted = han_characters(json.dumps([data, concepts], ensure_ascii=False))
    return {
        "concepts": concepts,
        "beside": list(wording.beside),
        "subject": list(wording.subject),
        "sums": wording.sums,
        "stop": wording.stop,
        "simplified": simplified_pairs(TRADITIONAL, wanted),
    }


def _rows(number: int, page_id: str, sections: list[Section], wording: Wording, locale: str) -> list[list[Any]]:
    asked = {question.place: " ".join(question.words[locale]) for question in wording.questions}
    return [_row(number, page_id, section, asked) for section in sections]


def _row(number: int, page_id: str, section: Section, asked: dict[str, str]) -> list[Any]:
    place = f"{page_id}#{section.anchor}" if section.anchor else page_id
    # The heading of a claim says what is claimed and the verdict; why, its page says.
    text = "" if section.anchor.startswith("claim-") else section.text
    row = [number, section.anchor, section.heading, text]
    return [*row, asked[place]] if place in asked else row


def _concepts(wording: Wording, book: Any) -> list[list[Any]]:
    """Groups of synonyms, and the glossary: its terms pair the two languages."""
    words = {group.id: group.core() for group in wording.groups}
    known = {word: group.id for group in wording.groups for locale in LOCALES for word in group.words[locale]}
    for term in book.terms.values():
        group = next((known[word] for word in (term.zh, term.en) if word in known), f"term-{term.id}")
        words.setdefault(group, [])
        words[group] += [word for word in (term.zh, term.en) if word not in words[group]]
    return [[group, members] for group, members in words.items()]


def _answer(answer: Answer, book: Any, pages: list[Any], locale: str) -> dict[str, Any]:
    page_id, _, anchor = answer.place.partition("#")
    numbers = [page.ref.page_id for page in pages]
    facts = [book.facts[fact_id] for fact_id in answer.facts]
    return {
        "asks": list(answer.asks[locale]),
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


def _write(out_dir: Path, stem: str, key: str, data: dict[str, Any], code: str = "") -> str:
    """Write a classic script that sets one key of the global, and then runs *code*; its file name."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    script = f"(self.{GLOBAL}=self.{GLOBAL}||{{}}).{key}={text};\n{code}"
    return write_hashed(out_dir, stem, ".js", script)
