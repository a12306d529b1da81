"""The words readers use, from `data/`: synonyms, questions, answers, and words that say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from guide.base.address import LOCALES
from guide.data.plain import plain_yaml

CORE_WORDS = 6
"""How many words of a group are for readers of either language."""


@dataclass(frozen=True)
class Group:
    """Words of both languages that mean the same to someone who searches."""

    id: str
    words: dict[str, tuple[str, ...]]

    def core(self) -> list[str]:
        """The words of each language that also readers of the other may type: its first ones."""
        return [word for locale in LOCALES for word in self.words[locale][:CORE_WORDS]]

    def more(self, locale: str) -> list[str]:
        """The other words of one language."""
        return list(self.words[locale][CORE_WORDS:])


@dataclass(frozen=True)
class Question:
    """How readers ask for a section, beside its own words. `place` is `page` or `page#anchor`."""

    place: str
    words: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Answer:
    """A short answer from the facts, for queries that name everything in one of its `asks`."""

    id: str
    place: str
    facts: tuple[str, ...]
    asks: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class Wording:
    """All of it, read once a build."""

    groups: tuple[Group, ...]
    questions: tuple[Question, ...]
    companions: dict[str, str]
    """A page of details → the page that says what to do first, which comes next among the results."""
    answers: tuple[Answer, ...]
    beside: tuple[str, ...]
    """Groups that may stand in a query beside what an answer answers."""
    subject: tuple[str, ...]
    """Groups that name what the whole guide is about."""
    sums: dict[str, Any]
    """Groups of a query that asks for a sum: its `tool`, what may stand `beside` the amount, and words of `cost`."""
    stop: str
    """Words that say nothing about a subject, in both languages, separated by spaces."""


def load_wording(data_dir: Path) -> Wording:
    """What `synonyms.yml`, `questions.yml` and `answers.yml` hold."""
    synonyms = _read(data_dir / "synonyms.yml")
    answers = _read(data_dir / "answers.yml")
    questions = _read(data_dir / "questions.yml")
    return Wording(
        groups=tuple(Group(entry["id"], _by_locale(entry)) for entry in synonyms["groups"]),
        questions=tuple(
            Question(entry["place"], _by_locale(entry))
            for entry in questions["questions"]
        ),
        companions=questions.get("companions", {}),
        answers=tuple(
            Answer(entry["id"], entry["place"], tuple(entry["facts"]), _by_locale(entry))
            for entry in answers["answers"]
        ),
        beside=tuple(answers["beside"]),
        subject=tuple(synonyms["subject"]),
        sums=synonyms["sums"],
        stop=" ".join(synonyms["stop"][locale] for locale in LOCALES).replace("\n", " "),
    )


def _by_locale(entry: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    return {locale: tuple(map(str, entry.get(locale, ()))) for locale in LOCALES}


def _read(path: Path) -> Any:
    return plain_yaml(path.read_text(encoding="utf-8"))
