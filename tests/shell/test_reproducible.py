"""One commit gives the same bytes anywhere; an interrupted build leaves what was there."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from guide.editions.paper import PAPER_NAMES
from tests.shell.test_make import outputs

pytestmark = pytest.mark.xdist_group("shell")

BUILD = [sys.executable, "-m", "guide", "build"]
BUILD_WITH_PAPER = [sys.executable, "-m", "guide", "pdf"]
HERE = {**os.environ, "SOURCE_DATE_EPOCH": "1790000000"}


def test_folder_time_zone_locale_and_umask_change_no_byte(project: Path, tmp_path: Path) -> None:
    other = tmp_path / "another folder" / "with spaces"
    shutil.copytree(project, other, symlinks=True)
    east = {**HERE, "TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1"}
    west = {**HERE, "TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2"}

    places = [(project, east, 0o022), (other, west, 0o077)]
    builds = [
        subprocess.Popen(BUILD_WITH_PAPER, cwd=folder, env=environment, umask=umask, stdout=subprocess.DEVNULL)
        for folder, environment, umask in places
    ]

    assert [build.wait(timeout=180) for build in builds] == [0, 0]
    assert {f"dist/{name}" for name in PAPER_NAMES} <= set(outputs(project))
    assert outputs(project) == outputs(other)


def test_a_killed_build_leaves_the_last_outputs_whole(project: Path) -> None:
    before = outputs(project)
    page = project / "docs/zh/changes.md"
    page.write_text(page.read_text(encoding="utf-8") + "\n再加一句。\n", encoding="utf-8")

    for delay_seconds in (0.3, 0.9, 1.6, 2.3, 3.0, 3.7):
        build = subprocess.Popen(BUILD, cwd=project, env=HERE, stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay_seconds)
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
        build.wait()
        if build.returncode == 0:
            break  # this machine was faster: the new outputs stand, whole
        assert outputs(project) == before

    # The next build is not disturbed by what the killed ones left behind.
    subprocess.run(BUILD, cwd=project, env=HERE, capture_output=True, check=True)
    assert "再加一句" in (project / "site/changes/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("printed", ["weilidai-guide-zh.pdf", "weilidai-guide-en.pdf"])
def test_killed_printing_leaves_the_last_outputs_whole(project: Path, printed: str) -> None:
    before = outputs(project)
    options = {"stdout": subprocess.PIPE, "text": True, "start_new_session": True}
    build = subprocess.Popen(BUILD_WITH_PAPER, cwd=project, env=HERE, **options)
    next(line for line in build.stdout if printed in line)
    time.sleep(1)
    os.killpg(build.pid, signal.SIGKILL)
    build.wait()

    assert outputs(project) == before


def test_paper_of_an_earlier_state_does_not_stay(project: Path) -> None:
    old = project / "dist" / PAPER_NAMES[0]
    old.write_bytes(b"%PDF of another day")
    done = subprocess.run(BUILD, cwd=project, env=HERE, capture_output=True, text=True, check=True)

    assert "make pdf" in done.stdout
    assert not [name for name in outputs(project) if name.endswith(".pdf")]
    assert old.name not in (project / "site/download/index.html").read_text(encoding="utf-8")


def test_two_builds_at_once_both_end_well(project: Path) -> None:
    builds = [subprocess.Popen(BUILD, cwd=project, env=HERE, stdout=subprocess.DEVNULL) for _ in range(2)]

    assert [build.wait(timeout=180) for build in builds] == [0, 0]
    assert (project / "site/index.html").is_file()


def test_a_file_system_without_room_leaves_the_last_outputs_whole(project: Path) -> None:
    before = outputs(project)

    # No file may grow beyond 50 kB: the bundle and the indexes do not fit.
    limited = ["sh", "-c", 'ulimit -f 100; exec "$@"', "sh", *BUILD]  # in blocks of 512 bytes
    done = subprocess.run(limited, cwd=project, env=HERE, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert "no room to write" in done.stderr
    assert "Traceback" not in done.stderr
    assert outputs(project) == before
