"""What is due for review is listed, oldest first."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from guide.base.project import here
from guide.data import Book, load_book
from upkeep.due import due_items
from upkeep.page_changes import read_log
from upkeep.review import main

GOOD = Path(__file__).parents[1] / "check" / "cases" / "good"


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(GOOD / "data")


def due(book: Book, on: str, changes: dict[str, date] | None = None) -> list[str]:
    return [f"{item.kind} {item.id}" for item in due_items(book, date.fromisoformat(on), (changes or {}).get)]


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2027-03-30", []),
        ("2027-03-31", ["fact grace-days", "fact limit-max"]),
        ("2027-11-23", ["fact grace-days", "fact limit-max", "source page-two", "source rule-one"]),
    ],
)
def test_facts_are_due_on_their_day_and_sources_after_a_year(
    book: Book, on: str, expected: list[str]
) -> None:
    assert due(book, on) == expected


def test_claims_are_due_when_their_page_changed_after_they_were_compared(book: Book) -> None:
    assert due(book, "2026-12-01", {"costs/index": date(2026, 11, 24)}) == ["claim grace", "claim old-limit"]
    assert due(book, "2026-12-01", {"costs/index": date(2026, 11, 23)}) == []


@pytest.mark.parametrize(("kind", "file"), [("claims", "data/claims.yml"), ("said", "data/said-online.yml")])
def test_each_kind_of_claim_stands_in_its_own_file(book: Book, kind: str, file: str) -> None:
    ids = set(getattr(book, kind))
    places = {item.id: item.place for item in due_items(book, date(2026, 12, 1), lambda page: date(2026, 11, 24))}

    assert ids
    assert {places[id_].split(":")[0] for id_ in ids} == {file}


def test_fact_is_read_again_at_its_first_source_that_has_an_address() -> None:
    book = load_book(here().data)
    addresses = {
        fact.id: [address for id_ in fact.sources if (address := book.sources[id_].address)]
        for fact in book.facts.values()
    }
    due = due_items(book, date(2999, 1, 1), lambda page: None)

    assert any(len(set(found)) > 1 for found in addresses.values())
    assert {item.id: item.look_at for item in due if item.kind == "fact"} == {
        id_: next(iter(found), "") for id_, found in addresses.items()
    }


def test_last_change_of_a_page_is_that_of_its_younger_language() -> None:
    log = "2026-12-02\n\nen/costs/index.md\n2026-11-30\n\nzh/costs/index.md\nzh/faq.md\n"

    assert read_log(log) == {"costs/index": date(2026, 12, 2), "faq": date(2026, 11, 30)}


def test_json_says_where_to_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(GOOD, tmp_path / "project")

    assert main(["--on", "2027-04-01", "--json"], tmp_path / "project") == 0
    first = json.loads(capsys.readouterr().out)[1]

    assert first == {
        "since": "2027-03-31",
        "kind": "fact",
        "id": "limit-max",
        "label": "Highest limit",
        "place": "data/facts.yml:2",
        "look_at": "https://example.org/rule",
    }


def test_table_counts_what_is_due(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(GOOD, tmp_path / "project")

    main(["--on", "2027-04-01"], tmp_path / "project")

    assert capsys.readouterr().out.endswith("2 due on 2027-04-01\n")


def test_broken_data_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(GOOD, tmp_path / "project")
    (tmp_path / "project/data/facts.yml").write_text("facts: 3\n", encoding="utf-8")

    assert main([], tmp_path / "project") == 1
    assert "no list of entries" in capsys.readouterr().err
