"""Broken data and pages are refused: every problem at once, each with file, line, finding and remedy."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from guide.check import check_sources
from guide.check.source_page import read_pages
from guide.data import BookError, Problem, load_book

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[object]:
    table = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["situation"].replace(" ", "-")) for case in table]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CASES / "good", tmp_path / "project"))


def change(project: Path, changes: dict[str, dict[str, str]]) -> None:
    for file, replacements in changes.items():
        path = project / file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        for old, new in replacements.items():
            assert old in text, f"{file} does not hold {old!r}"
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")


def assert_told(problems: list[Problem], expected: list[dict]) -> None:
    told = [str(problem) for problem in problems]
    rest = list(told)
    for wanted in expected:
        match = [
            line
            for line in rest
            if line.startswith(f"{wanted['at']}: found ") and all(w in line for w in wanted["says"])
        ]
        assert match, f"nobody told {wanted} in:\n" + "\n".join(told)
        rest.remove(match[0])
    assert rest == []


def test_good_project_has_no_problem(project: Path) -> None:
    assert check_sources(load_book(project / "data"), read_pages(project / "docs"), project / "docs") == []


@pytest.mark.parametrize("case", cases("broken-data.yml"))
def test_broken_data_is_refused(case: dict, project: Path) -> None:
    change(project, case["change"])

    with pytest.raises(BookError) as refusal:
        load_book(project / "data")

    assert_told(refusal.value.problems, case["problems"])


@pytest.mark.parametrize("case", cases("broken-pages.yml"))
def test_broken_pages_are_refused(case: dict, project: Path) -> None:
    change(project, case["change"])

    problems = check_sources(load_book(project / "data"), read_pages(project / "docs"), project / "docs")

    assert_told(problems, case["problems"])


def test_missing_file_is_told_like_any_other_problem(project: Path) -> None:
    (project / "data/claims.yml").unlink()

    with pytest.raises(BookError) as refusal:
        load_book(project / "data")

    assert_told(refusal.value.problems, [{"at": "data/claims.yml:1", "says": ["no such file"]}])
