"""What the build leaves: only files that a page needs, in an archive that any system opens."""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
import zipfile
from collections import Counter

import pytest
import yaml
from lxml import etree

from guide.build.pages import FIRST_ROUND_TRIP_BYTES, round_trips
from guide.data import load_book
from tests.site.conftest import BUNDLE, REFS, ROOT, SITE, WEB_PAGES, Built, files

FIRST_VIEW_BYTES = 30_000
HEAVY_PAGES = {"costs/calculator": 60_000, "complaints/letter": 60_000, "evidence/index": 60_000}
"""Pages whose tools or tables may take twice as much."""
LATER_PAINTED = {
    "overdue/plan": "all ways and steps of its tool stand in the text too",
    "complaints/letter": "all letters stand in the text too",
    "evidence/index": "one register of all claims",
}
"""Pages that do not fit the first round trip, and why they are not split."""
SLACK_BYTES = 30
"""Left of a server's first packets after the longest headers: a page may grow a little before anybody must act."""


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_first_view_is_light(page: Built) -> None:
    names = page.tree.xpath("//script/@src | //link[@rel='stylesheet' or @rel='manifest']/@href")
    loaded = {page.path, *(posixpath.normpath(posixpath.join(page.path, "..", name)) for name in names)}
    weight = sum(len(gzip.compress(files("site")[path], 6)) for path in loaded)

    assert weight <= HEAVY_PAGES.get(page.ref.page_id, FIRST_VIEW_BYTES)


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_first_round_trip_holds_a_page(page: Built) -> None:
    """A page that has grown beyond it is painted a round trip later: better split it."""
    if page.ref.page_id in LATER_PAINTED:
        pytest.skip(LATER_PAINTED[page.ref.page_id])

    assert len(gzip.compress(files("site")[page.path], 6)) <= FIRST_ROUND_TRIP_BYTES + SLACK_BYTES


def _without_scripts(html: str) -> str:
    head, body = html.split("<body", 1)
    return head + "<body" + re.sub(r"<script>.*?</script>", "", body, flags=re.DOTALL)


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_scripts_stand_inside_a_page_or_come_later(page: Built) -> None:
    beside, later = page.tree.xpath("//script/@src"), page.tree.xpath("//template[@data-later]//script/@src")
    inside = page.tree.xpath("//body//script[not(@type)]")

    assert beside == later
    assert bool(inside) != bool(later)
    html = files("site")[page.path].decode()
    assert later or round_trips(html) == round_trips(_without_scripts(html))
    assert len(page.tree.xpath("//head/script[not(@type)]")) == 1


def test_site_holds_no_file_that_no_page_needs() -> None:
    text = "\n".join(content.decode(errors="ignore") for content in files("site").values())
    standing = {"404.html", "en/404.html", "robots.txt", "sitemap.xml", "sw.js"}
    unused = [
        path
        for path in files("site")
        if not path.endswith("/index.html")
        and path not in {*standing, "index.html"}
        and path.rsplit("/", 1)[-1] not in text
    ]

    assert unused == []
    assert not [path for path in files("site") if path.endswith((".map", ".md", ".yml", ".py"))]


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
    assert BUNDLE.stat().st_size <= 600_000


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
