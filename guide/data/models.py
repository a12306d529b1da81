"""What a fact, a source, a claim, a contact and a term are made of."""

from __future__ import annotations

import datetime
from datetime import UTC, date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

from guide.data.units import REMEDIES, SHAPES, fits, out_of_bounds, parse_number

Locale = str
"""`zh` or `en`."""
Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
PartialDate = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2])(-([0-2]\d|3[01]))?)?$")]
Place = Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+(#[a-z0-9-]+)?$")]
"""A page id, with an optional #anchor."""
Status = Literal["confirmed", "reported", "uncertain"]
Subject = Literal["lender", "limit", "price", "late", "other", "terms", "record", "complaint", "phone", "scam"]
SourceKind = Literal["law", "regulator", "bank", "press", "other"]
Verdict = Literal["supported", "outdated", "wrong", "unsupported", "harmful", "opinion"]
PageKind = Literal["loan-advice", "debt-advice", "questions", "law-advice", "technology", "portal", "agents"]
ContactKind = Literal[
    "bank", "public-service", "regulator", "police", "app", "sms", "web", "mediation", "court", "misuse"
]


FACT_REGISTERS: dict[str, tuple[Subject, ...]] = {
    "facts": ("lender", "limit", "price", "late", "other"),
    "facts-rules": ("terms", "record", "complaint", "phone", "scam"),
}
"""The registers of facts, and the subjects in each in their order: one page would be too long for a phone."""


def _known_unit(unit: object) -> object:
    if unit not in SHAPES:
        raise ValueError(f"one of: {', '.join(SHAPES)}")
    return unit


Unit = Annotated[str, BeforeValidator(_known_unit)]


class Entry(BaseModel):
    """One row of the data: strict fields, words in two languages by suffix."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id

    def words(self, field: str, locale: Locale) -> str:
        """Gives a field in one language: `words("label", "en")` is `label_en`; empty where there is none."""
        return getattr(self, f"{field}_{locale}", None) or ""


class Side(BaseModel):
    """One of the things sources say where they disagree."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    value: str
    words_zh: Words
    words_en: Words
    sources: list[Id] = Field(min_length=1)
    date: PartialDate | None

    def words(self, field: str, locale: Locale) -> str:
        """Gives a field in one language, as `Entry.words` does."""
        return getattr(self, f"{field}_{locale}", None) or ""


class Fact(Entry):
    """A figure with its unit, what it rests on, and when that was checked and is due again."""

    value: str
    value_zh: Words | None = None
    value_en: Words | None = None
    unit: Unit
    subject: Subject = "other"
    label_zh: Words
    label_en: Words
    status: Status
    sources: list[Id] = Field(min_length=1)
    locator_zh: Words
    locator_en: Words
    checked: date
    review_by: date
    note_zh: Words | None = None
    note_en: Words | None = None
    sides: list[Side] = []
    follows_zh: Words | None = None
    follows_en: Words | None = None

    @property
    def register(self) -> str:
        """Name of the register that shows the fact."""
        return next(name for name, subjects in FACT_REGISTERS.items() if self.subject in subjects)

    @property
    def page(self) -> str:
        """Id of the page with that register."""
        return f"evidence/{self.register}"

    @property
    def number(self) -> Decimal | None:
        """The value as an exact number, where its unit has one."""
        return parse_number(self.value) if SHAPES[self.unit] == "number" else None

    @model_validator(mode="after")
    def _check(self) -> Fact:
        if not fits(self.value, self.unit):
            raise ValueError(f"value: {self.value!r} for the unit {self.unit}|{REMEDIES[SHAPES[self.unit]]}")
        if right := out_of_bounds(self.value, self.unit):
            raise ValueError(f"value: {self.value!r} for the unit {self.unit}|{right}")
        if self.unit == "text" and not (self.value_zh and self.value_en):
            raise ValueError("value: a text in one language only|both value_zh and value_en")
        if self.checked > datetime.datetime.now(UTC).date():
            raise ValueError("checked: a check in the future|the day on which somebody read the source")
        if self.review_by < self.checked:
            raise ValueError("review_by: a review before the check|a date after `checked`")
        _in_pairs(self, "value", "note", "follows")
        if self.sides and not self.follows_zh:
            raise ValueError(
                "sides: sides without `follows_zh` and `follows_en`|say which side the guide follows and why"
            )
        return self


class Source(Entry):
    """A document the guide rests on."""

    title_zh: Words
    title_en: Words
    short_zh: Words
    short_en: Words
    publisher_zh: Words
    publisher_en: Words
    address: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None
    date: PartialDate | None
    read: datetime.date
    kind: SourceKind
    note_zh: Words | None = None
    note_en: Words | None = None

    @model_validator(mode="after")
    def _check(self) -> Source:
        _in_pairs(self, "note")
        return self


class Judged(Entry):
    """Something people are told about the loan, and what is known of it."""

    claim_zh: Words
    claim_en: Words
    verdict: Verdict
    why_zh: Words
    why_en: Words
    sources: list[Id] = Field(min_length=1)
    page: Place
    checked: date


class Claim(Judged):
    """Something the starting text says or advises."""

    section: Words
    quote: Annotated[str, StringConstraints(min_length=1, max_length=20)]


class SaidOnline(Judged):
    """Something that other public pages say."""

    where: PageKind
    seen: PartialDate | None
    """The year of the oldest page it was read on; nothing where the pages show no date."""


class Contact(Entry):
    """A channel: what it takes, what it never does, how to reach it, and how to recognise it."""

    name_zh: Words
    name_en: Words
    kind: ContactKind
    phone_fact: Id | None
    takes_zh: Words
    takes_en: Words
    never_zh: Words
    never_en: Words
    how_zh: Words
    how_en: Words
    sources: list[Id] = Field(min_length=1)
    numbers: list[Words] = []
    names: list[Words] = []
    hosts: list[Words] = []
    signatures: list[Words] = []
    whose: Literal["bank", "public", "nobody"] = "public"
    """Who stands behind it: WeBank, a public body, or nobody (a number that only misleads)."""


class Term(Entry):
    """A word of the trade in both languages, with its plain meaning."""

    zh: Words
    en: Words
    meaning_zh: Words
    meaning_en: Words
    not_zh: list[Words] = []
    not_en: list[Words] = []
    """Names that the guide never uses for it, each in the form in which it would stand in a text."""
    sources: list[Id] = []


def _in_pairs(entry: Entry, *fields: str) -> None:
    """Refuses words that stand in one language only."""
    for field in fields:
        if bool(entry.words(field, "zh")) != bool(entry.words(field, "en")):
            raise ValueError(f"{field}_zh: {field} in one language only|both {field}_zh and {field}_en")
