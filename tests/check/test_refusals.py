"""Each mistake that an author can make is told in words, with its file and line, together with all others."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.base.project import Project, here
from guide.build import source_problems

CASES = yaml.safe_load(Path(__file__).with_name("refusals.yml").read_text(encoding="utf-8"))
SOURCES = ("data", "docs", "figures", "overrides", "styles", "tools")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A copy of the guide's own sources."""
    root = tmp_path_factory.mktemp("guide")
    for name in SOURCES:
        shutil.copytree(here().root / name, root / name)
    return Project(root)


@pytest.fixture
def broken(project: Project, request: pytest.FixtureRequest) -> Iterator[Project]:
    """The copy with one mistake in it, which is mended afterwards."""
    case: dict[str, Any] = request.param
    path = project.root / case["file"]
    before = path.read_bytes()
    make_mistake(path, case)
    yield project
    path.write_bytes(before)


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


@pytest.mark.parametrize(
    ("broken", "told"),
    [pytest.param(case, case["told"], id=case["situation"].replace(" ", "-")) for case in CASES],
    indirect=["broken"],
)
def test_mistake_is_told(broken: Project, told: list[str]) -> None:
    lines = [str(problem) for problem in source_problems(broken)]

    assert [line for line in lines if all(words in line for words in told)], "\n".join(lines) or "nothing was told"
    assert all(re.match(r"[\w./-]+:\d+: found .+; right: .+", line) for line in lines)
