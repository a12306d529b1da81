"""Tables beside the facts: examples, letters, changes, signs, labels, licences."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

from guide.base.project import here
from guide.data import Book, BookError, cited_sources, load_book
from guide.data.changes import load_changes
from guide.data.examples import _input, load_examples
from guide.data.labels import load_labels, pick
from guide.data.letters import Letters, load_letters
from guide.data.licences import licence_texts, shipped
from guide.data.scams import load_scams

GOOD = Path(__file__).parents[1] / "check/cases/good/data"
CHANGE = "- {{date: {}, what_zh: 甲, what_en: {}, why_zh: 乙, why_en: B}}\n"
DAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(here().data)


@pytest.fixture(scope="module")
def letters(book: Book) -> Letters:
    return load_letters(here().data / "letters.yml", book)


def test_sources_of_each_side_of_a_dispute_are_cited() -> None:
    cited = list(cited_sources(load_book(GOOD)))

    assert cited.count(("facts", "grace-days", "page-two")) == 2  # of the fact, and of its second side


@pytest.mark.parametrize(("days_later", "refused"), [(-1, False), (0, False), (1, True)])
def test_a_change_may_be_of_today_and_not_of_tomorrow(tmp_path: Path, days_later: int, refused: bool) -> None:
    path = tmp_path / "changes.yml"
    path.write_text("changes:\n" + CHANGE.format(DAY + timedelta(days=days_later), "A"), encoding="utf-8")

    if refused:
        with pytest.raises(BookError, match="has not come yet"):
            load_changes(path, DAY)
    else:
        assert len(load_changes(path, DAY)) == 1
    assert len(load_changes(path)) == 1


def test_changes_of_one_day_keep_their_order(tmp_path: Path) -> None:
    path = tmp_path / "changes.yml"
    rows = [("2026-11-24", "a"), ("2026-11-25", "b"), ("2026-11-24", "c"), ("2026-11-25", "d")]
    path.write_text("changes:\n" + "".join(CHANGE.format(*row) for row in rows), encoding="utf-8")

    days = load_changes(path)

    assert [(day.day, [one.what_en for one in changes]) for day, changes in days] == [
        (25, ["b", "d"]),
        (24, ["a", "c"]),
    ]


def test_example_reckons_with_the_values_of_its_facts(book: Book) -> None:
    examples = load_examples(here().data / "examples.yml", book)
    named = [
        (example, name, value.removeprefix("fact:"))
        for example in examples
        for name, value in example.inputs.items()
        if str(value).startswith("fact:")
    ]

    assert named
    for example, name, fact_id in named:
        assert _input(example, book)["inputs"][name] == book.facts[fact_id].value


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ({}, "no evidence for 'x'"),
        ({"facts": ["no-such"]}, "the unknown id 'no-such'"),
        ({"sources": ["no-such"]}, "the unknown id 'no-such'"),
        ({"facts": ["limit-max"]}, ""),
        ({"sources": ["rule-one"]}, ""),
    ],
)
def test_sign_of_fraud_rests_on_something(tmp_path: Path, sign: dict[str, list[str]], says: str) -> None:
    words = {"label_zh": "甲", "label_en": "They ask", "because_zh": "乙", "because_en": "B"}
    table = {"signs": [{"id": "x", "says": "fraud", **words, **sign}]}
    (tmp_path / "scams.yml").write_text(yaml.safe_dump(table, allow_unicode=True), encoding="utf-8")

    if says:
        with pytest.raises(BookError, match=says):
            load_scams(tmp_path / "scams.yml", load_book(GOOD))
    else:
        assert list(load_scams(tmp_path / "scams.yml", load_book(GOOD))) == ["x"]


def test_contradiction_is_told_beside_what_was_answered_last(letters: Letters) -> None:
    choices = {
        option.id: field.id for field in letters.fields.values() if field.kind == "choice" for option in field.options
    }
    two = [
        premise
        for premise in letters.premises.values()
        if premise.pair[1] not in ("date",) and ":" not in premise.pair[1]
    ]
    before_the_letter = [premise for premise in letters.premises.values() if premise.pair[1] == "date"]

    assert two
    assert before_the_letter
    for premise in two:
        assert letters.told_at(premise) == choices.get(premise.pair[1], premise.pair[1])
    for premise in before_the_letter:
        assert letters.told_at(premise) == premise.pair[0]


def test_rule_for_the_script_tells_a_figure_from_a_field(letters: Letters, book: Book) -> None:
    rules = {rule["id"]: rule for rule in letters.for_script("en")["rules"]}
    with_fact = [premise for premise in letters.premises.values() if any(":" in name for name in premise.pair)]

    assert with_fact
    for premise in with_fact:
        kind = "order" if premise.order else "below" if premise.below else "apart"
        expected = [
            f"={book.facts[name.removeprefix('fact:')].value}" if ":" in name else name for name in premise.pair
        ]
        assert rules[premise.id][kind] == expected


def test_letter_offers_only_the_options_it_names(letters: Letters) -> None:
    asks = [ask for letter in letters.letters.values() for ask in letter.asks if ask.options]

    assert any(len(ask.options) < len(letters.fields[ask.field].options) for ask in asks)
    for ask in asks:
        assert {option.id for option in letters.options(ask)} == set(ask.options)


@pytest.mark.parametrize(
    ("table", "zh", "en"),
    [
        ({"zh": "标题", "en": "Title"}, "标题", "Title"),
        ({"a": [{"zh": "一", "en": "one"}], "b": 3}, {"a": ["一"], "b": 3}, {"a": ["one"], "b": 3}),
    ],
)
def test_table_of_words_gives_one_language(table: object, zh: object, en: object) -> None:
    assert (pick(table, "zh", "x"), pick(table, "en", "x")) == (zh, en)


@pytest.mark.parametrize("table", ["a: {zh: 标题}\n", "a: {zh: 标题, en: Title, fr: Titre}\n", "a: [\n"])
def test_table_of_words_that_is_not_whole_is_refused(tmp_path: Path, table: str) -> None:
    (tmp_path / "labels.yml").write_text(table, encoding="utf-8")

    with pytest.raises(ValueError, match=r"found .*; right: "):
        load_labels(tmp_path / "labels.yml", "en")


def test_licences_are_those_of_what_is_shipped_and_of_nothing_inside_it(tmp_path: Path) -> None:
    for name in ("minisearch", "opencc-js", "pinyin-pro", "stemmer"):
        folder = tmp_path / "node_modules" / name
        (folder / "node_modules/inner").mkdir(parents=True)
        (folder / "package.json").write_text(f'{{"name": "{name}", "version": "1.2", "license": "MIT"}}')
        (folder / "LICENSE").write_text(f"Terms of {name}\r\n")
        (folder / "node_modules/inner/LICENSE").write_text("Terms of another\n")
        (folder / "README.md").write_text("No terms\n")
    text = licence_texts(shipped(tmp_path))

    assert "minisearch 1.2 (MIT)" in text
    assert [line for line in text.splitlines() if line.startswith("Terms of ")] == [
        "Terms of minisearch", "Terms of opencc-js", "Terms of pinyin-pro", "Terms of stemmer",
    ]  # fmt: skip
    assert "mkdocs-material" in text
    assert "No terms" not in text
    assert "\r" not in text
