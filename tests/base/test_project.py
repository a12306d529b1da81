"""The one time that outputs carry, and folders that are put in place whole."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.base.problems import BuildProblems
from guide.base.project import Project
from guide.base.swap import put_in_place


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A download without version history, with a fact and a change."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    (tmp_path / "data").mkdir()
    (tmp_path / "data/facts.yml").write_text("facts:\n- id: a\n  checked: 2026-11-23\n  review_by: 2027-05-01\n")
    (tmp_path / "data/changes.yml").write_text("changes:\n- date: 2026-11-24\n")
    return tmp_path


def test_without_history_the_newest_check_or_change_is_the_time(root: Path) -> None:
    project = Project(root)

    assert project.moment == datetime(2026, 11, 24, tzinfo=UTC)
    assert not project.has_commit_time


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("facts", "facts:\n- checked: 2026-11-23\n- checked: '2027-01-05'\n  review_by: 2027-06-30\n- checked: 2026-12-31\n"),
        ("changes", "changes:\n- date: 2027-01-05\n- date: 2026-11-24\n"),
    ],
)
def test_newest_day_of_either_file_counts_and_no_day_to_come(root: Path, file: str, text: str) -> None:
    (root / f"data/{file}.yml").write_text(text)

    assert Project(root).moment == datetime(2027, 1, 5, tzinfo=UTC)


def test_time_of_the_commit_is_the_time(root: Path) -> None:
    day = "2026-11-29T08:00:00+0000"
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x", f"--date={day}"]):
        identity = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *identity, *command], cwd=root, env={"GIT_COMMITTER_DATE": day, "PATH": "/usr/bin:/bin"}, check=True)

    assert Project(root).moment == datetime(2026, 11, 29, 8, tzinfo=UTC)


def test_given_time_goes_before_all(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Project, "_commit_time", lambda project: "1700000000")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")

    assert Project(root).moment.timestamp() == 1790000000


@pytest.mark.parametrize("given", ["yesterday", "-1", "1e9", "99999999999999", "999999999999"])
def test_time_that_is_none_is_refused_in_words(root: Path, monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", given)

    with pytest.raises(BuildProblems, match=f"SOURCE_DATE_EPOCH.*{given}.*right:"):
        _ = Project(root).moment


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_is_put_in_place_whole(tmp_path: Path, is_there: bool) -> None:
    fresh, target = tmp_path / "fresh", tmp_path / "target"
    fresh.mkdir()
    (fresh / "new").touch()
    if is_there:
        target.mkdir()
        (target / "old").touch()

    put_in_place(fresh, target)

    assert [path.name for path in target.iterdir()] == ["new"]
    assert not fresh.exists()
