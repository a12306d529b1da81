"""One thing has one name: the check finds every other, in pages, data and labels, and leaves the rest alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.check.source_page import read_page
from guide.check.wrong_terms import said_in_data, said_on_page, wrong_terms
from guide.data import Term

TERM = {"meaning_zh": "意思", "meaning_en": "Meaning"}
TERMS = [
    Term(id="due-day", zh="还款日", en="due day", not_zh=["到期日"], not_en=["due date", "due dates"], **TERM),
    Term(id="overdue", zh="逾期", en="overdue", **TERM),
]


@pytest.mark.parametrize(("locale", "words", "found"), [
    ("en", "Pay on the due date.", ["due date"]),
    ("en", "Due  dates differ", ["Due  dates"]),
    ("en", "The overdue date is undue dated", []),
    ("en", "the due day", []),
    ("en", "到期日", []),
    ("zh", "写在到期日那一栏", ["到期日"]),
    ("zh", "due date", []),
    ("en", "see [the day](../x.md#due-date) and `due date`s", ["due date"]),
    ("en", "see [the day](../x.md#due-date)", []),
    ("en", "[[term:due-day|due dates]]", ["due dates"]),
    ("en", "[[eg:due date]]", []),
])  # fmt: skip
def test_name_the_guide_does_not_use_is_found_as_a_whole(locale: str, words: str, found: list[str]) -> None:
    problems = wrong_terms("here", [(7, locale, words)], TERMS)

    assert [str(problem) for problem in problems] == [
        f"here:7: found “{name}”; right: “{'还款日' if locale == 'zh' else 'due day'}”, as the glossary calls it"
        for name in found
    ]


def test_words_of_a_page_are_its_title_and_summary_and_body(tmp_path: Path) -> None:
    page = tmp_path / "docs/en/a.md"
    page.parent.mkdir(parents=True)
    page.write_text("---\ntitle: A due date\n---\n\n# B {#due-date}\n\nC `due date`\n", encoding="utf-8")

    problems = wrong_terms("a.md", said_on_page(read_page(page, tmp_path / "docs")), TERMS)

    assert [str(problem).split(": found")[0] for problem in problems] == ["a.md:1"]


@pytest.mark.parametrize(("table", "lines"), [
    ("a: {zh: 到期日, en: due date}\n", [1, 1]),
    ("a:\n- id: due date\n  label_en: the due date\n  label_zh: 还款日\n", [3]),
    ("terms:\n- not_en: [due date]\n  not_zh: [到期日]\n", []),
    ("rows:\n- page: due date\n  quote: 到期日\n", []),
    ("a: {zh: 到期日\n", []),
])  # fmt: skip
def test_words_of_a_table_are_those_in_one_of_the_languages(tmp_path: Path, table: str, lines: list[int]) -> None:
    path = tmp_path / "table.yml"
    path.write_text(table, encoding="utf-8")

    problems = wrong_terms("t", said_in_data(path), TERMS)

    assert sorted(int(str(problem).split(":")[1]) for problem in problems) == lines
