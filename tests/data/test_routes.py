"""A way in of six questions is taken and one of seven refused; so is every dead end and every step without a use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.data import Book, BookError, load_book
from guide.data.routes import MAX_QUESTIONS, Routes, load_routes

GOOD = Path(__file__).parents[1] / "check/cases/good/data"


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(GOOD)


def answer(id_: str, to: str) -> dict[str, str]:
    return {"id": id_, "label_zh": "是", "label_en": "Yes", "to": to}


def question(id_: str, *targets: str, unsure: str = "end") -> dict[str, Any]:
    answers = [answer(f"{id_}-{number}", to) for number, to in enumerate(targets)]
    return {"id": id_, "ask_zh": "问？", "ask_en": "Ask?", "answers": [*answers, answer("unsure", unsure)]}


def end(id_: str, *steps: str) -> dict[str, Any]:
    return {"id": id_, "title_zh": "做", "title_en": "Do", "steps": list(steps)}


def step(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "when": "now", "do_zh": "做", "do_en": "Do it", "sources": ["rule-one"], **more}


def chain(count: int) -> list[dict[str, Any]]:
    """As many questions in a row."""
    return [question(f"q{number}", f"q{number + 1}" if number < count else "end") for number in range(1, count + 1)]


@pytest.fixture
def load(tmp_path: Path, book: Book) -> Callable[..., Routes]:
    def load(
        questions: list[dict[str, Any]] | None = None,
        ends: list[dict[str, Any]] | None = None,
        steps: list[dict[str, Any]] | None = None,
    ) -> Routes:
        table = {
            "questions": questions or [question("q1", "end")],
            "ends": ends or [end("end", "call")],
            "steps": steps or [step("call")],
        }
        (tmp_path / "routes.yml").write_text(yaml.safe_dump(table, allow_unicode=True, sort_keys=False), encoding="utf-8")
        return load_routes(tmp_path / "routes.yml", book, ["complaint"])

    return load


@pytest.mark.parametrize("count", [1, MAX_QUESTIONS])
def test_a_way_may_have_six_questions(load: Callable[..., Routes], count: int) -> None:
    assert max(len(way) - 1 for way in load(chain(count)).ways()) == count


def test_a_reader_is_asked_six_questions_at_most() -> None:
    assert MAX_QUESTIONS == 6


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"questions": chain(7)}, "7 questions on one way; right: at most 6"),
        ({"questions": [question("q1", "q2"), question("q2", "q1")]}, "a way in a circle (q1 → q2 → q1)"),
        ({"questions": [question("q1", "nowhere")]}, "an answer that leads to 'nowhere'"),
        (
            {"questions": [{**question("q1", "end", "end"), "answers": [answer("a", "end"), answer("b", "end")]}]},
            "no answer for a reader who does not know",
        ),
        ({"questions": [question("q1", "end"), question("q2", "end")]}, "'q2', which no answer leads to"),
        ({"ends": [end("end", "call"), end("lost", "call")]}, "'lost', which no answer leads to"),
        ({"ends": [end("end", "call", "fly")]}, "the unknown step 'fly'"),
        ({"steps": [step("call"), step("idle")]}, "the step 'idle' in no end"),
        ({"steps": [step("call", sources=[], page="faq")]}, "no evidence for the step 'call'"),
        ({"steps": [step("call", say_zh="你好")]}, "a sentence to say in one language only"),
        ({"steps": [step("call", say_en="Hello")]}, "a sentence to say in one language only"),
        ({"steps": [step("call", who="nobody")]}, "the unknown contact 'nobody'"),
        ({"steps": [step("call", letter="love")]}, "the unknown letter 'love'"),
        ({"steps": [step("call", deadline="no-such")]}, "the unknown fact 'no-such'"),
        ({"steps": [step("call", sources=["hearsay"])]}, "the unknown source 'hearsay'"),
        ({"steps": [step("call", do_zh="[[fact:limit-max]]")]}, "other figures in one language"),
        (
            {"steps": [step("call", do_zh="[[fact:no-such]]", do_en="[[fact:no-such]]")]},
            "the unknown fact 'no-such' in 'call'",
        ),
    ],
)
def test_what_would_leave_a_reader_alone_is_refused(
    load: Callable[..., Routes], tables: dict[str, Any], says: str
) -> None:
    with pytest.raises(BookError) as refused:
        load(**tables)

    assert says in str(refused.value)


def test_facts_that_a_step_names_beside_its_sentence_are_its_own(load: Callable[..., Routes]) -> None:
    sentence = {"do_zh": "还 [[fact:limit-max]]", "do_en": "Pay [[fact:limit-max]]"}
    routes = load(steps=[step("call", facts=["limit-max", "grace-days"], **sentence)])

    assert routes.steps["call"].own_facts == ["grace-days"]
