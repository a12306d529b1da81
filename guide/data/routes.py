"""Reads `data/routes.yml`; refuses ways that do not end, ends nobody reaches, steps without evidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import Field

from guide.data import Book, BookError, Entry, Problem
from guide.data.book import load_table
from guide.data.models import Id, Words
from guide.data.pinyin import SAME_BLANKS, wrong_blanks

MAX_QUESTIONS = 6
"""Longest way, in questions, that a frightened reader is asked to go."""
UNSURE = "unsure"
"""Id of the answer “I do not know”, which every question has to allow."""

_FACT = re.compile(r"\[\[fact:([^\]|]+)")
_TEXTS = ("ask", "label", "title", "do", "say")


class Answer(Entry):
    """What a reader can answer, and the question or end it leads to."""

    label_zh: Words
    label_en: Words
    to: Id


class Question(Entry):
    """One question with its answers."""

    ask_zh: Words
    ask_en: Words
    answers: list[Answer] = Field(min_length=2)


class End(Entry):
    """Where a way ends: steps in order."""

    title_zh: Words
    title_en: Words
    steps: list[Id] = Field(min_length=1)


class Step(Entry):
    """One action: when, with whom, what to say, and what it rests on."""

    when: Literal["now", "today", "soon", "later"]
    do_zh: Words
    do_en: Words
    who: Id | None = None
    say_zh: Words | None = None
    say_en: Words | None = None
    letter: Id | None = None
    deadline: Id | None = None
    page: str | None = None
    facts: list[Id] = Field(default=[])
    sources: list[Id] = Field(default=[])

    @property
    def own_facts(self) -> list[str]:
        """Facts that the step names but its sentence does not show."""
        return [fact for fact in self.facts if fact not in {*_facts_in(self), self.deadline}]


@dataclass(frozen=True)
class Routes:
    """Questions, ends and steps by id; the first question is where everybody starts."""

    questions: dict[str, Question]
    ends: dict[str, End]
    steps: dict[str, Step]

    @property
    def start(self) -> Question:
        """The first question."""
        return next(iter(self.questions.values()))

    def places(self) -> set[tuple[str, str]]:
        """The answers, as (question, answer), below which a question is written out in the nested list.

        A question that several answers lead to is written out once, below the first; the others link to it.
        """
        written, found = {self.start.id}, set()

        def visit(question: Question) -> None:
            for answer in question.answers:
                if answer.to not in self.questions or answer.to in written:
                    continue
                written.add(answer.to)
                found.add((question.id, answer.id))
                visit(self.questions[answer.to])

        visit(self.start)
        return found

    def ways(self) -> Iterator[tuple[str, ...]]:
        """Every way from the start, as ids; a way in a circle ends where it meets itself."""
        yield from self._ways_from((self.start.id,))

    def _ways_from(self, way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for target in dict.fromkeys(answer.to for answer in self.questions[way[-1]].answers):
            if target in self.questions and target not in way:
                yield from self._ways_from((*way, target))
            else:
                yield (*way, target)


def load_routes(path: Path, book: Book, letters: Iterable[str]) -> Routes:
    """Gives the routes of a file; raises `BookError` with all problems. *letters* are ids of letters."""
    problems: list[Problem] = []
    questions, question_places = load_table(path, "questions", Question, problems)
    ends, end_places = load_table(path, "ends", End, problems)
    steps, step_places = load_table(path, "steps", Step, problems)
    if problems:
        raise BookError(problems)
    routes = Routes(questions, ends, steps)
    places = {**step_places, **end_places, **question_places}
    found = [*_shape(routes), *_evidence(routes, book, set(letters))]
    if found:
        raise BookError(Problem(*places[entry], said, right) for entry, said, right in found)
    return routes


Finding = tuple[str, str, str]
"""Id of the entry, what was found there, what is right."""


def _shape(routes: Routes) -> Iterator[Finding]:
    """Ways that lead nowhere, in a circle or too far; questions, ends and steps that nobody reaches."""
    targets = {*routes.questions, *routes.ends}
    for question in routes.questions.values():
        for answer in question.answers:
            if answer.to not in targets:
                yield question.id, f"an answer that leads to {answer.to!r}", "the id of a question or an end"
                return
        if UNSURE not in {answer.id for answer in question.answers}:
            yield question.id, "no answer for a reader who does not know", f"an answer with the id `{UNSURE}`"

    reached: set[str] = set()
    for way in routes.ways():
        reached |= set(way)
        if way[-1] in routes.questions:
            yield way[-1], f"a way in a circle ({' → '.join(way)})", "a way that ends"
        elif len(way) - 1 > MAX_QUESTIONS:
            yield way[-2], f"{len(way) - 1} questions on one way", f"at most {MAX_QUESTIONS}"
    for entry in targets - reached:
        yield entry, f"{entry!r}, which no answer leads to", "an answer that leads there, or no such entry"

    used = {step for end in routes.ends.values() for step in end.steps}
    for end in routes.ends.values():
        for step in end.steps:
            if step not in routes.steps:
                yield end.id, f"the unknown step {step!r}", "the id of a step"
    for step in routes.steps.keys() - used:
        yield step, f"the step {step!r} in no end", "an end that has it, or no such step"


def _evidence(routes: Routes, book: Book, letters: set[str]) -> Iterator[Finding]:
    """Ids that name nothing, and steps that rest on nothing."""
    for step in routes.steps.values():
        if not step.facts and not step.sources:
            yield step.id, f"no evidence for the step {step.id!r}", "ids under `facts` or `sources`"
        if bool(step.say_zh) != bool(step.say_en):
            yield step.id, f"a sentence to say in one language only in {step.id!r}", "both say_zh and say_en"
        if found := wrong_blanks(step.say_zh or "", step.say_en or ""):
            yield step.id, f"{found} in {step.id!r}", SAME_BLANKS
        known = (
            ("fact", [*step.facts, *([step.deadline] if step.deadline else [])], book.facts),
            ("source", step.sources, book.sources),
            ("contact", [step.who] if step.who else [], book.contacts),
            ("letter", [step.letter] if step.letter else [], letters),
        )
        for kind, ids, table in known:
            for unknown in [entry for entry in ids if entry not in table]:
                yield step.id, f"the unknown {kind} {unknown!r} in {step.id!r}", f"the id of a {kind}"
    for entry in [*routes.questions.values(), *routes.ends.values(), *routes.steps.values()]:
        for answer in [entry, *getattr(entry, "answers", [])]:
            if _facts_in(answer, "zh") != _facts_in(answer, "en"):
                yield entry.id, f"other figures in one language of {answer.id!r}", "the same facts in both"
            for unknown in _facts_in(answer) - book.facts.keys():
                yield entry.id, f"the unknown fact {unknown!r} in {answer.id!r}", "the id of a fact"


def _facts_in(entry: Entry, *locales: str) -> set[str]:
    """Facts named in the sentences of an entry."""
    texts = [entry.words(field, locale) for field in _TEXTS for locale in locales or ("zh", "en")]
    return {fact for text in texts for fact in _FACT.findall(text)}
