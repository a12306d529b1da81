"""Each mistake that an author can make is told in words, with its file and line, together with others."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.base.project import Project, here
from guide.build import source_problems

pytestmark = pytest.mark.xdist_group("refusals")

CASES = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text(encoding="utf-8"))
SOURCES = ("data", "docs", "figures", "overrides", "styles", "tools")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the guide's own sources."""
    root = tmp_path_factory.mktemp("guide")
    for name in SOURCES:
        shutil.copytree(here().root / name, root / name)
    return Project(root)


@pytest.fixture(scope="module")
def told(project: Project) -> Callable[[int], list[str]]:
    """What is told of all mistakes of one round."""

    @cache
    def of(number: int) -> list[str]:
        with mistakes(project, [case for case in CASES if case["round"] == number]):
            return [str(problem) for problem in source_problems(project)]

    return of


@contextmanager
def mistakes(project: Project, cases: list[dict[str, Any]]) -> Iterator[None]:
    """Make the mistakes of *cases*; they are mended afterwards."""
    before = {path: path.read_bytes() for path in (project.root / case["file"] for case in cases)}
    try:
        for case in cases:
            make_mistake(project.root / case["file"], case)
        yield
    finally:
        for path, content in before.items():
            path.write_bytes(content)


def make_mistake(path: Path, case: dict[str, Any]) -> None:
    content = path.read_bytes()
    if case.get("remove"):
        path.unlink()
        return
    if "replace" in case:
        old, new = (text.encode() for text in case["replace"])
        assert old in content
        content = content.replace(old, new, 1)
    content = bytes.fromhex(case.get("start", "")) + content + bytes.fromhex(case.get("bytes", ""))
    path.write_bytes(content + case.get("append", "").encode())


def test_guide_itself_has_no_mistake(project: Project) -> None:
    assert source_problems(project) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["situation"].replace(" ", "-"))
def test_mistake_is_told_with_all_others_of_its_round(told: Callable[[int], list[str]], case: dict[str, Any]) -> None:
    lines = told(case["round"])

    assert [line for line in lines if all(words in line for words in case["told"])], "\n".join(lines) or "nothing told"
    assert all(re.match(r"[\w./-]+:\d+: found .+; right: .+", line) for line in lines)
