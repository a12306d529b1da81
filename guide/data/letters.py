"""Reads `data/letters.yml`; refuses letters that could leave a gap or claim what nobody has said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator
from pydantic import Field as Limits

from guide.data import Book, BookError, Entry, Problem
from guide.data.book import load_table
from guide.data.formats import format_number
from guide.data.models import Id, Locale, Words

_PLACE = re.compile(r"\{([a-z]+(?:-[a-z]+)*)(?::([a-z0-9-]+))?\}")
# What a half-filled form letter leaves behind. 《》 and （） are ordinary punctuation.
_MARKERS = re.compile(r"[\[\]【】〔〕＿_]|\bXX|××|某某")
_FACT = "fact:"
_LETTER_DAY = "date"
"""Field of the day a letter is written: nobody has to fill it in."""
_CONSTANT = "="
"""Mark of a value, as against the name of a field, in a rule for the script."""

Ids = Annotated[list[Id], BeforeValidator(lambda value: [value] if isinstance(value, str) else value or [])]
"""One id, or a list of them."""


class Option(Entry):
    """Something to choose, and the words that it puts into a letter; none where the reader's own words follow."""

    label_zh: Words
    label_en: Words
    zh: Words | None = None
    en: Words | None = None


class Field(Entry):
    """Something a reader fills in or chooses.

    `prose` is for words that have to be Chinese before a letter is sent. A `past` day has been when the letter is
    written, a `coming` one has not.
    """

    kind: Literal["text", "tel", "textarea", "date", "time", "money", "months", "choice", "several"]
    label_zh: Words
    label_en: Words
    hint_zh: Words | None = None
    hint_en: Words | None = None
    options: list[Option] = Limits(default=[])
    prose: bool = False
    day: Literal["past", "coming"] | None = None

    @model_validator(mode="after")
    def _check(self) -> Field:
        if bool(self.options) != (self.kind in ("choice", "several")):
            raise ValueError(f"kind: options for the kind {self.kind!r}|options for `choice` and `several` only")
        return self


class Ask(BaseModel):
    """A field of one letter, with words of its own where the letter needs them, and the options that it offers."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    field: Id
    required: bool = False
    options: list[Id] = Limits(default=[])
    label_zh: Words | None = None
    label_en: Words | None = None
    hint_zh: Words | None = None
    hint_en: Words | None = None

    def words(self, name: str, locale: Locale) -> str:
        """Gives the letter's own words, or nothing where the field's words serve."""
        return getattr(self, f"{name}_{locale}") or ""


class Need(BaseModel):
    """Something a letter cannot do without, which any one of several answers gives; only *when* one of those holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    of: Ids
    when: Ids = Limits(default=[])
    label_zh: Words
    label_en: Words


class Tick(Entry):
    """A sentence in the reader's own voice; ticking it puts a claim or a wish into the letter."""

    label_zh: Words
    label_en: Words
    wish: bool = False


class Paragraph(BaseModel):
    """A paragraph, which stands once the places in it are filled and one of its conditions, if any, holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    zh: Words
    en: Words
    when: Ids = Limits(default=[])


class Use(BaseModel):
    """Paragraphs that several letters share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    use: Id


class Shared(Entry):
    """Paragraphs under a name of their own."""

    paragraphs: list[Paragraph] = Limits(min_length=1)


class Closing(Entry):
    """A line at the end of every letter."""

    zh: Words
    en: Words


class Group(Entry):
    """Letters for one kind of trouble."""

    label_zh: Words
    label_en: Words


class Recipient(Entry):
    """How a letter gets to somebody of `contacts.yml`."""

    how_zh: Words
    how_en: Words


class Premise(Entry):
    """What cannot be true together: *apart*, two answers; *order*, the first later or more than the second; *below*,
    the first not less than the second. The two of an order are fields or facts; *days* (a fact) have to lie between two
    days. It counts only when all of *when* hold.
    """

    zh: Words
    en: Words
    apart: list[Id] = Limits(default=[])
    order: list[str] = Limits(default=[])
    below: list[str] = Limits(default=[])
    days: str | None = None
    when: Ids = Limits(default=[])

    @model_validator(mode="after")
    def _check(self) -> Premise:
        if [len(pair) for pair in (self.apart, self.order, self.below) if pair] != [2]:
            raise ValueError("apart: other than one pair|two ids under `apart`, `order` or `below`")
        return self

    @property
    def pair(self) -> list[str]:
        """The two that are held against each other."""
        return self.apart or self.order or self.below


class Letter(Entry):
    """One letter, titled with the sentence in which a reader would ask for it."""

    group: Id
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
    see: list[str] = Limits(default=[])
    """Pages or their sections that say more."""
    asks: list[Ask] = Limits(min_length=1)
    needs: list[Need] = Limits(default=[])
    ticks: list[Tick] = Limits(default=[])
    paragraphs: list[Paragraph | Use] = Limits(min_length=3)


class Part(NamedTuple):
    """A piece of a paragraph: words as they stand, or the name of a field to put there."""

    kind: Literal["text", "field"]
    text: str


class Line(NamedTuple):
    """A paragraph in one language, cut at its places; it stands when one of *when* holds, or always."""

    parts: list[Part]
    when: list[str]


@dataclass(frozen=True)
class Letters:
    """Everything in `data/letters.yml` by id, with the book their figures come from."""

    fields: dict[str, Field]
    closing: dict[str, Closing]
    letters: dict[str, Letter]
    book: Book
    groups: dict[str, Group]
    shared: dict[str, Shared]
    recipients: dict[str, Recipient]
    premises: dict[str, Premise]

    def lines(self, letter: Letter, locale: Locale) -> list[Line]:
        """Gives every paragraph of a letter, from the address to the date, with figures and names put in."""
        paragraphs = [(getattr(paragraph, locale), paragraph.when) for paragraph in self.paragraphs(letter)]
        paragraphs += [(letter.words("signer", locale), [])]
        paragraphs += [(getattr(line, locale), []) for line in self.closing.values()]
        return [Line(self.parts(text, letter, locale), when) for text, when in paragraphs]

    def paragraphs(self, letter: Letter) -> list[Paragraph]:
        """Gives the paragraphs between title and signature, the shared ones in their places."""
        return [one for entry in letter.paragraphs for one in self._written_out(entry)]

    def _written_out(self, entry: Paragraph | Use) -> list[Paragraph]:
        if isinstance(entry, Paragraph):
            return [entry]
        return self.shared[entry.use].paragraphs if entry.use in self.shared else []

    def plain(self, text: str, letter: Letter, locale: Locale) -> str:
        """Gives a sentence about a letter with its figures put in."""
        return "".join(part.text for part in self.parts(text, letter, locale))

    def label(self, ask: Ask, name: str, locale: Locale) -> str:
        """Gives the label or the hint of a field in one letter."""
        return ask.words(name, locale) or self.fields[ask.field].words(name, locale)

    def options(self, ask: Ask) -> list[Option]:
        """Gives what can be chosen in a field of one letter."""
        offered = self.fields[ask.field].options
        return [option for option in offered if not ask.options or option.id in ask.options]

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

    def told_at(self, premise: Premise) -> str:
        """Gives the field, tick or box beside which a contradiction is told: the last that the reader answered."""
        answered = [name for name in premise.pair if not name.startswith(_FACT) and name != _LETTER_DAY]
        chosen = [field for field in self.fields.values() if field.kind == "choice"]
        choices = {option.id: field.id for field in chosen for option in field.options}
        return choices.get(answered[-1], answered[-1])

    def for_script(self, locale: Locale) -> dict[str, Any]:
        """Gives what the letter builder needs besides the page: fields, what each letter asks and needs, the rules."""
        return {
            "fields": {field.id: _for_script(field) for field in self.fields.values()},
            "letters": {letter.id: self._letter_for_script(letter, locale) for letter in self.letters.values()},
            "rules": [self._rule(premise) for premise in self.premises.values()],
        }

    def _letter_for_script(self, letter: Letter, locale: Locale) -> dict[str, Any]:
        asks = {}
        for ask in letter.asks:
            own = {"required": ask.required, "options": ask.options}
            own |= {name: ask.words(name, locale) for name in ("label", "hint")}
            asks[ask.field] = {name: value for name, value in own.items() if value}
        needs = [{"of": need.of, "when": need.when, "label": getattr(need, f"label_{locale}")} for need in letter.needs]
        return {"asks": asks, "needs": needs, "ticks": [tick.id for tick in letter.ticks]}

    def _rule(self, premise: Premise) -> dict[str, Any]:
        kind = "apart" if premise.apart else "order" if premise.order else "below"
        pair = [self._side(name) for name in premise.pair]
        rule = {"id": premise.id, "at": self.told_at(premise), kind: pair, "when": premise.when}
        days = premise.days and int(self.book.facts[premise.days.removeprefix(_FACT)].value)
        return rule | ({"days": days} if days else {})

    def _side(self, name: str) -> str:
        return _CONSTANT + self.book.facts[name.removeprefix(_FACT)].value if name.startswith(_FACT) else name


def load_letters(path: Path, book: Book) -> Letters:
    """Gives the letters of a file; raises `BookError` naming every problem."""
    problems: list[Problem] = []
    tables: dict[str, dict[str, Any]] = {}
    places: dict[str, tuple[str, int]] = {}
    models: dict[str, type[Entry]] = {
        "fields": Field,
        "closing": Closing,
        "letters": Letter,
        "groups": Group,
        "shared": Shared,
        "recipients": Recipient,
        "premises": Premise,
    }
    for name, model in models.items():
        tables[name], found = load_table(path, name, model, problems)
        places |= found
    if problems:
        raise BookError(problems)
    table = Letters(**tables, book=book)
    wrong = [finding for letter in table.letters.values() for finding in _findings(letter, table)]
    wrong += [*_shared_names(table), *_premises(table)]
    if wrong:
        raise BookError(Problem(*places[entry], said, right) for entry, said, right in wrong)
    return table


Finding = tuple[str, str, str]
"""Id of the entry, what was found in it, what is right."""


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

    used = {condition for paragraph in table.paragraphs(letter) for condition in paragraph.when}
    for tick in sorted({tick.id for tick in letter.ticks} ^ (used - _chosen(letter, table))):
        yield letter.id, f"the tick {tick!r} without its other half", "a tick and a paragraph for it"
    answers = asked | {tick.id for tick in letter.ticks} | _chosen(letter, table)
    for answer in sorted({name for need in letter.needs for name in (*need.of, *need.when)} - answers):
        found = f"the need of {answer!r}, which nobody can answer"
        yield letter.id, found, "a field, a tick or an option of the letter"
    for text in (text for pair in _pairs(letter, table) for text in pair):
        if _MARKERS.search(_PLACE.sub("", text)):
            yield letter.id, f"what looks like a gap to fill in “{text}”", "a place such as {name}"


def _chosen(letter: Letter, table: Letters) -> set[str]:
    """Ids of all that can be chosen in the fields of a letter."""
    asks = (ask for ask in letter.asks if ask.field in table.fields)
    return {option.id for ask in asks for option in table.options(ask)}


def _shared_names(table: Letters) -> Iterator[Finding]:
    """Ticks and options with the name of something else: in one form a name means one thing."""
    seen = set(table.fields)
    named = [(field.id, option.id) for field in table.fields.values() for option in field.options]
    named += [(letter.id, tick.id) for letter in table.letters.values() for tick in letter.ticks]
    for entry, name in named:
        if name in seen:
            yield entry, f"the name {name!r} a second time", "a name of its own"
        seen.add(name)


def _premises(table: Letters) -> Iterator[Finding]:
    answers = set(table.fields) | {option.id for field in table.fields.values() for option in field.options}
    answers |= {tick.id for letter in table.letters.values() for tick in letter.ticks}
    for premise in table.premises.values():
        facts = {name.removeprefix(_FACT) for name in (*premise.pair, premise.days or "") if name.startswith(_FACT)}
        named = {name for name in (*premise.pair, *premise.when) if not name.startswith(_FACT)}
        for unknown in sorted((named - answers) | (facts - set(table.book.facts))):
            yield premise.id, f"the unknown answer {unknown!r}", "a field, a tick, an option or a fact"


def _unknown(letter: Letter, table: Letters) -> Iterator[Finding]:
    """Ids that name nothing."""
    texts = [text for pair in _pairs(letter, table) for text in pair]
    texts += [letter.words(name, locale) for name in ("who", "attach", "limit") for locale in ("zh", "en")]
    texts += [tick.words("label", locale) for tick in letter.ticks for locale in ("zh", "en")]
    places = {place for text in texts for place in _places(text)}
    options = {option.id for field in table.fields.values() for option in field.options}
    known = (
        ("field", [ask.field for ask in letter.asks], table.fields),
        ("option", [option for ask in letter.asks for option in ask.options], options),
        ("group", [letter.group], table.groups),
        ("recipient", [letter.to], table.recipients),
        ("shared paragraph", [entry.use for entry in letter.paragraphs if isinstance(entry, Use)], table.shared),
        ("source", letter.sources, table.book.sources),
        ("fact", [key for kind, key in places if kind == "fact" and key], table.book.facts),
        ("contact", [letter.to, *(key for kind, key in places if kind == "contact" and key)], table.book.contacts),
    )
    for kind, ids, rows in known:
        for unknown in sorted({entry for entry in ids if entry not in rows}):
            yield letter.id, f"the unknown {kind} {unknown!r}", f"the id of a {kind}"


def _pairs(letter: Letter, table: Letters) -> Iterator[tuple[str, str]]:
    """Every text of the letter itself, Chinese and English."""
    yield letter.title_zh, letter.title_en
    yield from ((paragraph.zh, paragraph.en) for paragraph in table.paragraphs(letter))
    yield letter.signer_zh, letter.signer_en
    yield from ((line.zh, line.en) for line in table.closing.values())


def _places(text: str) -> set[tuple[str, str | None]]:
    return {(match[1], match[2]) for match in _PLACE.finditer(text)}


def _for_script(field: Field) -> dict[str, Any]:
    options = {option.id: [option.zh or "", option.en or ""] for option in field.options}
    told = {"kind": field.kind, "prose": field.prose, "day": field.day, "options": options}
    return {name: value for name, value in told.items() if value}


def _joined(parts: list[Part]) -> list[Part]:
    """Puts neighbouring words together and drops empty ones."""
    joined: list[Part] = []
    for part in parts:
        if part.kind == "text" and joined and joined[-1].kind == "text":
            joined[-1] = Part("text", joined[-1].text + part.text)
        elif part.text:
            joined.append(part)
    return joined
