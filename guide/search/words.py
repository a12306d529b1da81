"""The words readers use, from `data/`: synonyms, questions, answers, and words that say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from guide.base.address import LOCALES
from guide.base.problems import BookError, Problem, name_of
from guide.data.book import load_rows, load_table
from guide.data.lines import Mapping, read_yaml
from guide.data.models import Entry, Id, Place

CORE_WORDS = 6
"""How many words of a group are for readers of either language."""


class InWords(BaseModel):
    """Ways to say something, in both languages."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    zh: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def said(self, locale: str) -> tuple[str, ...]:
        """The ways of one language."""
        words: tuple[str, ...] = getattr(self, locale)
        return words


class Group(InWords):
    """Words of both languages that mean the same to someone who searches."""

    id: Id

    def core(self) -> list[str]:
        """The words of each language that also readers of the other may type: its first ones."""
        return [word for locale in LOCALES for word in self.said(locale)[:CORE_WORDS]]

    def more(self, locale: str) -> list[str]:
        """The other words of one language."""
        return list(self.said(locale)[CORE_WORDS:])


class Question(InWords):
    """How readers ask for a section, beside its own words."""

    place: Place


class Answer(InWords, Entry):
    """A short answer from the facts, for queries that name everything in one of its ways to ask."""

    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)

    place: Place
    facts: tuple[Id, ...] = Field(min_length=1)


class Sums(BaseModel):
    """Groups of a query that asks for a sum."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tool: Id
    beside: list[Id]
    """What may stand beside the amount."""
    cost: list[Id]
    """Words of cost."""


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
    sums: Sums
    stop: str
    """Words that say nothing about a subject, in both languages, separated by spaces."""
    lines: dict[str, tuple[str, int]]
    """Where a group, a question's place or an answer stands: file and line."""


def load_wording(data_dir: Path) -> Wording:
    """What `synonyms.yml`, `questions.yml` and `answers.yml` hold; raises `BookError` with all that is wrong."""
    synonyms, questions, answers = (data_dir / f"{name}.yml" for name in ("synonyms", "questions", "answers"))
    problems: list[Problem] = []
    groups = load_rows(synonyms, "groups", Group, problems)
    asked = load_rows(questions, "questions", Question, problems)
    answered, places = load_table(answers, "answers", Answer, problems)
    subject = _value(synonyms, "subject", list[Id], problems)
    sums = _value(synonyms, "sums", Sums, problems)
    stop = _value(synonyms, "stop", dict[str, str], problems)
    beside = _value(answers, "beside", list[Id], problems)
    companions = _value(questions, "companions", dict[str, str], problems, {})
    if problems:
        raise BookError(problems)
    lines = {f"group {group.id}": (name_of(synonyms), line) for group, line in groups}
    lines |= {f"question {question.place}": (name_of(questions), line) for question, line in asked}
    return Wording(
        groups=tuple(group for group, _ in groups),
        questions=tuple(question for question, _ in asked),
        companions=companions,
        answers=tuple(answered.values()),
        beside=tuple(beside),
        subject=tuple(subject),
        sums=sums,
        stop=" ".join(stop.get(locale, "") for locale in LOCALES).replace("\n", " "),
        lines=lines | {f"answer {answer}": place for answer, place in places.items()},
    )


def _value(path: Path, key: str, kind: Any, problems: list[Problem], default: Any = None) -> Any:
    """The value under a key at the top of a file, or *default* where there is none."""
    try:
        content = read_yaml(path)
    except BookError:
        return default  # told already, with its list
    line = content.line_of(key) if isinstance(content, Mapping) else 1
    given = content.get(key, default) if isinstance(content, dict) else default
    try:
        return TypeAdapter(kind).validate_python(given)
    except ValidationError as error:
        detail = error.errors()[0]
        found = f"{detail['input']!r} under `{key}`" if given is not None else f"no `{key}`"
        problems.append(Problem(name_of(path), line, found, detail["msg"][0].lower() + detail["msg"][1:]))
        return default
