"""Archives depend on their contents alone."""

from __future__ import annotations

import os
import zipfile
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from guide.editions.archive import sums, write_zip

MOMENT = datetime(2026, 11, 29, 8, 30, 20, tzinfo=UTC)


def folder_with(path: Path, *, age: float = 0, mode: int = 0o644) -> Path:
    for name, text in (("b/x.html", "<p>x</p>"), ("a.txt", "逾期 " * 500)):
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
        os.utime(path / name, (age, age))
        (path / name).chmod(mode)
    return path


def test_age_and_rights_of_the_files_change_no_byte(tmp_path: Path) -> None:
    write_zip(folder_with(tmp_path / "one"), tmp_path / "one.zip", "top", MOMENT)
    write_zip(folder_with(tmp_path / "two", age=1e9, mode=0o600), tmp_path / "two.zip", "top", MOMENT)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_moment_is_the_time_of_every_file(tmp_path: Path) -> None:
    write_zip(folder_with(tmp_path / "one"), tmp_path / "one.zip", "top", MOMENT)

    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 29, 8, 30, 20)}
        assert archive.namelist() == ["top/a.txt", "top/b/x.html"]
        assert archive.testzip() is None


def test_place_of_the_clock_and_order_of_the_disk_change_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_zip(folder_with(tmp_path / "one"), tmp_path / "one.zip", "top", MOMENT)
    as_found = Path.rglob
    monkeypatch.setattr(Path, "rglob", lambda folder, pattern: sorted(as_found(folder, pattern), reverse=True))
    in_shanghai = MOMENT.astimezone(timezone(timedelta(hours=8)))
    write_zip(tmp_path / "one", tmp_path / "two.zip", "top", in_shanghai)

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


@pytest.mark.parametrize("moment", [datetime(1970, 1, 1, tzinfo=UTC), datetime(1980, 1, 1, tzinfo=UTC)])
def test_a_time_before_the_format_had_one_is_its_first(tmp_path: Path, moment: datetime) -> None:
    write_zip(folder_with(tmp_path / "one"), tmp_path / "one.zip", "top", moment)

    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


def test_sums_are_as_the_usual_program_reads_them(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"abc")

    assert sums(tmp_path) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  x\n"
