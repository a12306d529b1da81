"""What the build leaves: only files that a page needs, in an archive that any system opens."""

from __future__ import annotations

import hashlib
import zipfile
from collections import Counter

import pytest
import yaml
from lxml import etree

from guide.data import load_book
from guide.web.handed_on import NAMES
from tests.site.conftest import BUNDLE, REFS, ROOT, SITE, WEB_PAGES, Built, files
from upkeep.budget import Weight, editions, frames


@pytest.mark.parametrize("weight", [*frames(SITE), *editions(ROOT / "dist")], ids=lambda weight: weight.name)
def test_frames_and_editions_stay_within_their_limits(weight: Weight) -> None:
    assert weight.told == ""


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_styles_stand_inside_a_page_and_scripts_come_after_its_paint(page: Built) -> None:
    beside, later = page.tree.xpath("//script/@src"), page.tree.xpath("//template[@data-later]//script/@src")

    assert beside == later != []
    assert page.tree.xpath("//link[@rel='stylesheet']") == []
    assert len(page.tree.xpath("//script[not(@type) and not(@src)]")) == 1


def test_site_holds_no_file_that_no_page_needs() -> None:
    text = "\n".join(content.decode(errors="ignore") for content in files("site").values())
    standing = {"404.html", "en/404.html", "robots.txt", "sitemap.xml", "sw.js"}
    unused = [
        path
        for path in files("site")
        if not path.endswith("/index.html")
        and path not in {*standing, "index.html"}
        and path.rsplit("/", 1)[-1] not in {*NAMES}
        and path.rsplit("/", 1)[-1] not in text
    ]

    assert unused == []
    assert not [path for path in files("site") if path.endswith((".map", ".yml", ".py"))]


def test_sitemap_names_every_page_once() -> None:
    tree = etree.parse(SITE / "sitemap.xml")
    locations = tree.xpath("//*[local-name()='loc']/text()")

    assert len(locations) == len(set(locations)) == len(REFS)


def test_wrong_addresses_get_a_page_in_both_languages() -> None:
    for path, leading, following in (
        ("404.html", "没有这个页面", "no such page"),
        ("en/404.html", "no such page", "没有这个页面"),
    ):
        body = files("site")[path].decode().split("<main", 1)[1]

        assert 0 < body.find(leading) < body.find(following)


def test_bundle_opens_on_any_system() -> None:
    with zipfile.ZipFile(BUNDLE) as archive:
        entries = archive.infolist()
    names = [entry.filename for entry in entries]

    assert "weilidai-guide/index.html" in names
    assert all(name.isascii() and len(name) < 180 and "\\" not in name for name in names)
    assert [name for name, count in Counter(name.lower() for name in names).items() if count > 1] == []
    assert len({entry.date_time for entry in entries}) == 1


def test_sums_are_true() -> None:
    dist = ROOT / "dist"
    lines = (dist / "SHA256SUMS").read_text().splitlines()
    listed = {name: digest for digest, name in (line.split("  ") for line in lines)}

    assert BUNDLE.name in listed
    assert all(
        hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest for name, digest in listed.items()
    )


@pytest.mark.parametrize("page", ["download/index.html", "en/download/index.html"])
def test_download_page_lists_what_was_made_and_nothing_else(page: str) -> None:
    text = files("site")[page].decode()
    for edition in yaml.safe_load((ROOT / "data/editions.yml").read_text(encoding="utf-8"))["editions"]:
        made = ROOT / "dist" / edition["file"]
        if made.exists():
            assert hashlib.sha256(made.read_bytes()).hexdigest() in text
            assert files("site")[f"downloads/{made.name}"] == made.read_bytes()
        else:
            assert made.name not in text


def test_misleading_number_is_never_given_to_dial() -> None:
    wrong = load_book(ROOT / "data").facts["wrong-hotline"].value

    assert [page for page in WEB_PAGES if f"tel:{wrong}" in page.text] == []
