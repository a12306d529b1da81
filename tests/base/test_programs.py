"""What a program of Node fails with is told, a full disk is known as such, and names follow what is in a file."""

from __future__ import annotations

import errno
import os
import re
import threading
from pathlib import Path

import pytest

from guide.base import swap
from guide.base.node import NodeError, start_node
from guide.base.output import hashed_name, write_hashed
from guide.base.problems import BookError, Problem, lacks_room
from guide.base.swap import only_one, put_in_place


def test_program_of_node_gets_and_gives_data(tmp_path: Path) -> None:
    script = tmp_path / "x.mjs"
    script.write_text(
        'import { readFileSync } from "node:fs";\n'
        "const { words } = JSON.parse(readFileSync(0, 'utf8'));\n"
        "console.log(JSON.stringify([words, ...process.argv.slice(2)]));\n"
    )

    assert start_node(script, "a", "b", data={"words": "逾期"})() == ["逾期", "a", "b"]


@pytest.mark.parametrize(
    "ending", ["throw new Error('no such sheet')", "console.error('no such sheet'); process.exit(3)"]
)
def test_program_of_node_that_fails_says_why(tmp_path: Path, ending: str) -> None:
    script = tmp_path / "x.mjs"
    script.write_text(f"console.log('[]');\n{ending};\n")

    with pytest.raises(NodeError, match=r"x\.mjs: (?s:.*)no such sheet"):
        start_node(script)()


@pytest.mark.parametrize(
    ("error", "full"),
    [
        (OSError(errno.ENOSPC, "x"), True),
        (OSError(errno.EDQUOT, "x"), True),
        (OSError(errno.EFBIG, "x"), True),
        (OSError(errno.ENOENT, "x"), False),
        (OSError("x"), False),
        (NodeError("x.mjs: Error: ENOSPC: no space left on device, write"), True),
        (NodeError("x.mjs: Error: EDQUOT"), True),
        (NodeError("x.mjs: no such sheet"), False),
        (ValueError("ENOSPC"), False),
    ],
)
def test_a_full_disk_is_known(error: Exception, full: bool) -> None:
    assert lacks_room(error) == full


def test_problems_are_told_by_file_and_line() -> None:
    found = BookError([Problem("b.yml", 1, "x", "y"), Problem("a.yml", 20, "x", "y"), Problem("a.yml", 3, "x", "y")])

    assert str(found).splitlines() == [
        "a.yml:3: found x; right: y",
        "a.yml:20: found x; right: y",
        "b.yml:1: found x; right: y",
    ]


def test_name_of_a_file_follows_its_content(tmp_path: Path) -> None:
    names = {write_hashed(tmp_path, "site", ".js", text) for text in ("a", "b")}

    assert len(names) == 2
    assert all(re.fullmatch(r"site\.[0-9A-F]{8}\.js", name) for name in names)  # servers know it by this form
    assert hashed_name("site", ".js", "a") in names
    assert {path.read_text() for path in tmp_path.iterdir()} == {"a", "b"}


@pytest.mark.parametrize("can_exchange", [True, False])
def test_nothing_of_the_old_folder_is_left_beside_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool
) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    for name in ("fresh", "target"):
        (tmp_path / name).mkdir()
        (tmp_path / name / f"{name}.html").touch()

    put_in_place(tmp_path / "fresh", tmp_path / "target")

    assert sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")) == [
        "target",
        "target/fresh.html",
    ]


@pytest.mark.parametrize("is_there", [True, False])
def test_a_folder_on_another_disk_is_filled_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool
) -> None:
    fresh, target = tmp_path / "fresh", tmp_path / "elsewhere/target"
    rename = os.rename

    def rename_on_one_disk(source: Path, goal: Path) -> None:
        if Path(source) == fresh:
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        rename(source, goal)

    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    monkeypatch.setattr(os, "rename", rename_on_one_disk)
    fresh.mkdir()
    (fresh / "fresh.html").touch()
    if is_there:
        target.mkdir(parents=True)
        (target / "old.html").touch()

    put_in_place(fresh, target)

    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["target"]
    assert [path.name for path in target.iterdir()] == ["fresh.html"]


def test_two_builds_wait_for_each_other(tmp_path: Path) -> None:
    entered, left = threading.Event(), threading.Event()

    def second() -> None:
        with only_one(tmp_path / "work/lock"):
            entered.set()
        left.set()

    with only_one(tmp_path / "work/lock"):
        thread = threading.Thread(target=second)
        thread.start()
        assert not entered.wait(0.2)
    assert left.wait(5)
    thread.join()
