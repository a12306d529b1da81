"""The tables of the tools: every route ends, letters are whole, signs have evidence, examples have facts."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.data import Book, BookError, load_book
from guide.data.examples import load_examples
from guide.data.letters import Letter, Letters, load_letters
from guide.data.routes import Routes, load_routes
from guide.data.scams import load_scams

DATA = Path(__file__).resolve().parents[2] / "data"
LETTERS = (
    "bank-complaint",
    "regulator-complaint",
    "repayment-plan",
    "contract-and-charges",
    "dispute-charge",
    "stop-contacting-others",
    "correct-credit-record",
    "settlement-proof",
)
RIGHT_OF_THE_RULE = {"name", "phone", "loan", "facts", "request"}
"""Fields that article 13 of the complaint rule, or the thing asked for itself, makes necessary."""


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(DATA)


@pytest.fixture(scope="module")
def letters(book: Book) -> Letters:
    return load_letters(DATA / "letters.yml", book)


@pytest.fixture(scope="module")
def routes(book: Book, letters: Letters) -> Routes:
    return load_routes(DATA / "routes.yml", book, letters.letters)


@pytest.fixture
def load_changed(tmp_path: Path, book: Book) -> Callable[[str, str, str], None]:
    """Loads a table after one text in it has been replaced."""

    def load(file: str, old: str, new: str) -> None:
        text = (DATA / file).read_text(encoding="utf-8")
        assert old in text, old
        shutil.copytree(DATA, tmp_path / "data")
        path = tmp_path / "data" / file
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        match file:
            case "routes.yml":
                load_routes(path, book, LETTERS)
            case "letters.yml":
                load_letters(path, book)
            case "scams.yml":
                load_scams(path, book)
            case "examples.yml":
                load_examples(path, book)

    return load


def test_every_way_is_short_and_ends_in_steps(routes: Routes) -> None:
    ways = list(routes.ways())

    assert {way[-1] for way in ways} == set(routes.ends)
    assert max(len(way) - 1 for way in ways) <= 6


def test_steps_of_an_end_stand_in_order_of_time(routes: Routes) -> None:
    times = ("now", "today", "soon", "later")
    for end in routes.ends.values():
        when = [times.index(routes.steps[step].when) for step in end.steps]
        assert when == sorted(when), end.id


def test_sentences_to_say_take_no_unit_from_the_language_of_the_page(routes: Routes) -> None:
    said = [step.say_zh for step in routes.steps.values() if step.say_zh]

    assert [text for text in said if re.search(r"\[\[fact:[^|\]]+\]\]", text)] == []


def test_nested_list_writes_out_every_question_once(routes: Routes) -> None:
    answers = {(asked.id, answer.id): answer.to for asked in routes.questions.values() for answer in asked.answers}

    assert sorted([routes.start.id, *(answers[place] for place in routes.places())]) == sorted(routes.questions)


def test_there_are_the_eight_letters(letters: Letters) -> None:
    assert tuple(letters.letters) == LETTERS


@pytest.mark.parametrize("letter_id", LETTERS)
def test_letter_requires_no_more_than_the_rule(letters: Letters, letter_id: str) -> None:
    required = {ask.field for ask in letters.letters[letter_id].asks if ask.required}

    assert {"name", "phone"} <= required <= RIGHT_OF_THE_RULE


@pytest.mark.parametrize("letter_id", LETTERS)
def test_letter_cites_articles_and_gives_the_same_figures_twice(letters: Letters, letter_id: str) -> None:
    letter = letters.letters[letter_id]
    chinese, english = (words_of(letters, letter, locale) for locale in ("zh", "en"))

    assert re.search("第[一二三四五六七八九十百千零]+条", chinese) or "通知" in chinese
    for fact in ("complaint-days-simple", "objection-days", "court-total-cap"):
        figure = letters.book.facts[fact].value
        stands = bool(re.search(rf"(?<!\d){figure} ?[日天%]", chinese))
        assert stands == bool(re.search(rf"(?<!\d){figure}(?: days|%)", english))


def test_letters_change_with_the_rule(letters: Letters) -> None:
    text = (DATA / "letters.yml").read_text(encoding="utf-8")
    typed = re.findall(r"(?<![\d.])(?:15|20|30|60|24) ?(?:日|天|%|days)", text)

    assert typed == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("routes.yml", "to: scam-now}", "to: nowhere}", "leads to 'nowhere'"),
        ("routes.yml", "steps: [hang-up, dial-bank-verify, keep-proof,", "steps: [fly,", "the unknown step 'fly'"),
        ("routes.yml", "to: scam}", "to: situation}", "a way in a circle"),
        ("routes.yml", "  sources: [cri-2023, fromgeek]\n  page: risks/scams\n", "", "no evidence"),
        ("routes.yml", "facts: [hotline-webank]", "facts: [hotline-nobody]", "the unknown fact 'hotline-nobody'"),
        ("routes.yml", "letter: repayment-plan", "letter: love", "the unknown letter 'love'"),
        ("routes.yml", "超过 [[fact:complaint-days-complex]]", "超过一个月", "other figures in one language"),
        ("routes.yml", "  ask_en: What is happening?\n", "", "no `ask_en`"),
        ("letters.yml", "事实经过：{facts}", "事实经过：", "other places in one language"),
        ("letters.yml", "消费投诉书", "消费投诉书【草稿】", "a gap to fill"),
        ("letters.yml", "  - id: no-answer\n", "  - id: no-reply\n", "without its other half"),
        ("letters.yml", "to: nfra-shenzhen", "to: nobody", "the unknown contact 'nobody'"),
        ("letters.yml", "  - id: threats\n", "  - id: told-others\n", "a second time"),
        ("examples.yml", "fact:daily-rate-min", "fact:no-rate", "the unknown fact 'no-rate'"),
        ("examples.yml", "{example: methods-interest-first", "{example: methods", "the unknown example 'methods'"),
        ("examples.yml", "    tool: borrowing\n", "", "no `tool` in 'methods-equal-principal'"),
        ("scams.yml", "sources: [cri-2023, fromgeek]", "sources: [hearsay]", "the unknown id 'hearsay'"),
    ],
)
def test_broken_table_is_refused_with_its_line(load_changed, file: str, old: str, new: str, said: str) -> None:
    with pytest.raises(BookError) as refused:
        load_changed(file, old, new)

    assert any(said in str(problem) and problem.line > 1 for problem in refused.value.problems)


def words_of(letters: Letters, letter: Letter, locale: str) -> str:
    """All words of a letter, without what a reader fills in."""
    return "".join(part.text for line in letters.lines(letter, locale) for part in line.parts)
