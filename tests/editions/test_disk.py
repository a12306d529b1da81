"""The edition for a disk: whole pages whose links name files."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.editions.disk import write_folder
from tests.small_guide import finished, site


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_folder(site(), finished(tmp_path / "site"), tmp_path / "disk")
    return tmp_path / "disk"


def tree(path: Path) -> html.HtmlElement:
    return html.fromstring(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["index.html", "overdue/index.html", "en/index.html", "en/overdue/index.html"])
def test_every_link_names_a_file_that_is_there(folder: Path, name: str) -> None:
    addresses = tree(folder / name).xpath("//@href | //@src | //@data-engine | //@data-index | //@data-style")
    local = [one.split("#")[0] for one in addresses if ":" not in one and not one.startswith("#")]

    assert len(local) > 6
    assert [one for one in local if not (folder / name).parent.joinpath(one).is_file()] == []


def test_a_place_on_a_page_and_addresses_outside_stay(folder: Path) -> None:
    links = tree(folder / "en/index.html").xpath("//article//a/@href")

    assert links == ["overdue/index.html#today", "tel:110", "https://law.example/x"]


def test_a_page_is_whole_without_script(folder: Path) -> None:
    page = tree(folder / "overdue/index.html")

    assert [len(page.find_class(name)) for name in ("skip", "header", "nav", "toc", "footer", "foot")] == [1] * 6


def test_what_serves_the_site_alone_is_left_out(folder: Path) -> None:
    text = (folder / "index.html").read_text(encoding="utf-8")

    assert "canonical" not in text
    assert "og:title" not in text
    assert "For the site alone" not in text


def test_no_mark_of_the_templates_is_left(folder: Path) -> None:
    assert [
        path for path in folder.rglob("*.html") if "guide:" in path.read_text() or "@search" in path.read_text()
    ] == []
