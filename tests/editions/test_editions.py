"""What stands beside the site: the archive for a disk, and single files."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from guide.base.project import here
from guide.data import load_book
from guide.data.formats import format_value
from guide.editions.editions import NO_SITE, write_archive, write_single_files
from guide.web.site import Site
from tests.small_guide import finished, site

MOMENT = datetime(2026, 11, 29, 8, 30, 20, tzinfo=UTC)


@pytest.fixture(scope="module")
def made() -> Site:
    """The small guide with the facts that its letter to readers names, at one moment."""
    small, project = site(), here()
    workshop: Any = SimpleNamespace(**{**vars(small.workshop), "book": load_book(project.data)})
    names = ("root", "data", "docs", "overrides", "styles", "tools")
    at: Any = SimpleNamespace(**{name: getattr(project, name) for name in names}, moment=MOMENT)
    return replace(small, project=at, workshop=workshop)


@pytest.fixture(scope="module")
def archive(made: Site, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("archive")
    write_archive(made, finished(folder / "site"), folder / "x.zip")
    return zipfile.ZipFile(folder / "x.zip")


def test_archive_has_pages_pictures_licences_and_a_letter_to_the_reader(archive: zipfile.ZipFile) -> None:
    names = {name.removeprefix("weilidai-guide/") for name in archive.namelist()}

    assert {"index.html", "en/overdue/index.html", "assets/icon.svg", "assets/search-zh.js"} <= names
    assert {"READ-ME-FIRST.txt", "THIRD-PARTY-LICENCES.txt"} <= names


def test_archive_carries_the_time_of_the_guide(archive: zipfile.ZipFile) -> None:
    assert {entry.date_time for entry in archive.infolist()} == {(2026, 11, 29, 8, 30, 20)}


def test_letter_to_the_reader_opens_on_old_windows_and_says_how_old_it_is(
    archive: zipfile.ZipFile, made: Site
) -> None:
    letter = archive.read("weilidai-guide/READ-ME-FIRST.txt")
    text = letter.decode("utf-8-sig")

    assert letter.startswith(b"\xef\xbb\xbf")
    assert text.count("\n") == text.count("\r\n") > 5
    assert "2026 年 11 月 29 日" in text
    assert "29 November 2026" in text
    assert "{" not in text
    assert format_value(made.workshop.book.facts["hotline-webank"], "zh") in text


@pytest.mark.parametrize(
    ("site_url", "shown"), [("https://guide.example/", True), (NO_SITE, False)], ids=["published", "nobody has said"]
)
def test_single_file_names_the_site_where_it_is_known(made: Site, tmp_path: Path, site_url: str, shown: bool) -> None:
    write_single_files(replace(made, site_url=site_url), finished(tmp_path / "site"), tmp_path)

    assert (tmp_path / "weilidai-guide-zh.html").is_file()
    assert (f"{site_url}en/download/" in (tmp_path / "weilidai-guide-en.html").read_text(encoding="utf-8")) == shown
