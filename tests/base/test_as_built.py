"""What is published is what was tested: a built guide can be taken as it stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.base.project import Project
from guide.build import make


@pytest.mark.parametrize(
    ("folders", "status", "said"),
    [
        (["site", "dist"], 0, "taking site/ and dist/ as they stand"),
        (["site"], 1, "there is no dist/"),
        ([], 1, "there is no site/"),
    ],
)
def test_a_built_guide_is_taken_as_it_stands(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    folders: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.setenv("GUIDE_BUILT", "1")
    for name in folders:
        (tmp_path / name).mkdir()

    assert make(Project(tmp_path)) == status
    assert said in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(folders)
