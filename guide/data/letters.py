"""Reads `data/letters.yml`; refuses letters that could leave a gap or claim what nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict
from pydantic import Field as Limits

from guide.data import Book, BookError, Entry, Problem
from guide.data.book import load_table
from guide.data.formats import format_number
from guide.data.models import Id, Locale, Words

_PLACE = re.compile(r"\{([a-z]+(?:-[a-z]+)*)(?::([a-z0-9-]+))?\}")
# What a half-filled form letter leaves behind. 《》 and （） are ordinary punctuation.
_MARKERS = re.compile(r"[\[\]【】〔〕＿_]|\bXX|××|某某")


class Field(Entry):
    """Something a reader fills in."""

    kind: Literal["text", "tel", "textarea", "date"]
    label_zh: Words
    label_en: Words
    hint_zh: Words
    hint_en: Words


class Ask(BaseModel):
    """A field of one letter, with words of its own where the letter needs them."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: Id
    required: bool = False
    label_zh: Words | None = None
    label_en: Words | None = None
    hint_zh: Words | None = None
    hint_en: Words | None = None

    def words(self, name: str, locale: Locale) -> str:
        """Gives the letter's own words, or nothing where the field's words serve."""
        return getattr(self, f"{name}_{locale}") or ""


class Tick(Entry):
    """A sentence in the reader's own voice; ticking it puts a claim or a wish into the letter."""

    label_zh: Words
    label_en: Words


class Paragraph(BaseModel):
    """A paragraph, which stands once the places in it are filled and its tick, if any, is set."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Words
    en: Words
    when: Id | None = None


class Closing(Entry):
    """A line at the end of every letter."""

    zh: Words
    en: Words


class Letter(Entry):
    """One letter, titled with the sentence in which a reader would ask for it."""

    to: Id
    sentence_zh: Words
    sentence_en: Words
    title_zh: Words
    title_en: Words
    who_zh: Words
    who_en: Words
    attach_zh: Words
    attach_en: Words
    limit_zh: Words
    limit_en: Words
    signer_zh: Words
    signer_en: Words
    sources: list[Id] = Limits(min_length=1)
    asks: list[Ask] = Limits(min_length=1)
    ticks: list[Tick] = Limits(default=[])
    paragraphs: list[Paragraph] = Limits(min_length=3)


class Part(NamedTuple):
    """A piece of a paragraph: words as they stand, or the name of a field to put there."""

    kind: Literal["text", "field"]
    text: str


class Line(NamedTuple):
    """A paragraph in one language, cut at its places."""

    parts: list[Part]
    when: str


@dataclass(frozen=True)
class Letters:
    """Fields, closing lines and letters by id, with the book their figures come from."""

    fields: dict[str, Field]
    closing: dict[str, Closing]
    letters: dict[str, Letter]
    book: Book

    def lines(self, letter: Letter, locale: Locale) -> list[Line]:
        """Gives every paragraph of a letter, from the address to the date, with figures and names put in."""
        paragraphs = [(getattr(paragraph, locale), paragraph.when or "") for paragraph in letter.paragraphs]
        paragraphs += [(letter.words("signer", locale), "")]
        paragraphs += [(getattr(line, locale), "") for line in self.closing.values()]
        return [Line(self.parts(text, letter, locale), when) for text, when in paragraphs]

    def plain(self, text: str, letter: Letter, locale: Locale) -> str:
        """Gives a sentence about a letter with its figures put in."""
        return "".join(part.text for part in self.parts(text, letter, locale))

    def label(self, ask: Ask, name: str, locale: Locale) -> str:
        """Gives the label or the hint of a field in one letter."""
        return ask.words(name, locale) or self.fields[ask.field].words(name, locale)

    def parts(self, text: str, letter: Letter, locale: Locale) -> list[Part]:
        """Cuts a text at its places; names and figures become part of the words around them."""
        parts: list[Part] = []
        end = 0
        for match in _PLACE.finditer(text):
            parts += [Part("text", text[end : match.start()]), self._place(match, letter, locale)]
            end = match.end()
        return _joined([*parts, Part("text", text[end:])])

    def _place(self, match: re.Match[str], letter: Letter, locale: Locale) -> Part:
        kind, key = match.groups()
        if kind == "fact" and key:
            return Part("text", format_number(self.book.facts[key], locale))
        if kind == "to" or (kind == "contact" and key):
            return Part("text", self.book.contacts[key or letter.to].words("name", locale))
        return Part("field", kind)


def load_letters(path: Path, book: Book) -> Letters:
    """Gives the letters of a file; raises `BookError` naming every problem."""
    problems: list[Problem] = []
    fields, _ = load_table(path, "fields", Field, problems)
    closing, _ = load_table(path, "closing", Closing, problems)
    letters, places = load_table(path, "letters", Letter, problems)
    if problems:
        raise BookError(problems)
    table = Letters(fields, closing, letters, book)
    found = [finding for letter in letters.values() for finding in _findings(letter, table)]
    found += _shared_names(table)
    if found:
        raise BookError(Problem(*places[entry], said, right) for entry, said, right in found)
    return table


Finding = tuple[str, str, str]
"""Id of the letter, what was found in it, what is right."""


def _findings(letter: Letter, table: Letters) -> Iterator[Finding]:
    yield from _unknown(letter, table)
    asked = {ask.field for ask in letter.asks}
    shown: set[str] = set()
    for chinese, english in _pairs(letter, table):
        if _places(chinese) != _places(english):
            yield letter.id, f"other places in one language of “{chinese}”", "the same in both"
        shown |= {kind for kind, key in _places(chinese) if not key} - {"to"}
    for field in sorted(shown - asked):
        yield letter.id, f"a place for {field!r}, for which nobody is asked", "the field under `asks`"
    for field in sorted(asked - shown):
        yield letter.id, f"the field {field!r}, which stands nowhere", "a paragraph that uses it"

    used = {paragraph.when for paragraph in letter.paragraphs if paragraph.when}
    for tick in sorted({tick.id for tick in letter.ticks} ^ used):
        yield letter.id, f"the tick {tick!r} without its other half", "a tick and a paragraph for it"
    for text in (text for pair in _pairs(letter, table) for text in pair):
        if _MARKERS.search(_PLACE.sub("", text)):
            yield letter.id, f"what looks like a gap to fill in “{text}”", "a place such as {name}"


def _shared_names(table: Letters) -> Iterator[Finding]:
    """Ticks with the name of a field or of another letter's tick: in one form a name means one thing."""
    seen = set(table.fields)
    for letter in table.letters.values():
        for tick in letter.ticks:
            if tick.id in seen:
                yield letter.id, f"the name {tick.id!r} a second time", "a tick with a name of its own"
            seen.add(tick.id)


def _unknown(letter: Letter, table: Letters) -> Iterator[Finding]:
    """Ids that name nothing."""
    texts = [text for pair in _pairs(letter, table) for text in pair]
    texts += [letter.words(name, locale) for name in ("who", "attach", "limit") for locale in ("zh", "en")]
    texts += [tick.words("label", locale) for tick in letter.ticks for locale in ("zh", "en")]
    places = {place for text in texts for place in _places(text)}
    known = (
        ("field", [ask.field for ask in letter.asks], table.fields),
        ("source", letter.sources, table.book.sources),
        ("fact", [key for kind, key in places if kind == "fact"], table.book.facts),
        ("contact", [letter.to, *(key for kind, key in places if kind == "contact")], table.book.contacts),
    )
    for kind, ids, rows in known:
        for unknown in sorted({entry for entry in ids if entry not in rows}):
            yield letter.id, f"the unknown {kind} {unknown!r}", f"the id of a {kind}"


def _pairs(letter: Letter, table: Letters) -> Iterator[tuple[str, str]]:
    """Every text of the letter itself, Chinese and English."""
    yield letter.title_zh, letter.title_en
    yield from ((paragraph.zh, paragraph.en) for paragraph in letter.paragraphs)
    yield letter.signer_zh, letter.signer_en
    yield from ((line.zh, line.en) for line in table.closing.values())


def _places(text: str) -> set[tuple[str, str | None]]:
    return {match.groups() for match in _PLACE.finditer(text)}


def _joined(parts: list[Part]) -> list[Part]:
    """Puts neighbouring words together and drops empty ones."""
    joined: list[Part] = []
    for part in parts:
        if part.kind == "text" and joined and joined[-1].kind == "text":
            joined[-1] = Part("text", joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return joined
