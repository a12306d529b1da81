"""The offline app: what a copy holds, and a name that changes with any of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.web.app import copy_megabytes, kept_files, manifest, version

NAMES = [
    "index.html",
    "costs/index.html",
    "en/index.html",
    "404.html",
    "assets/site.0A.js",
    "assets/share-zh.png",
    "feed.xml",
    "en/feed.xml",
    "sitemap.xml",
    "robots.txt",
    ".well-known/security.txt",
    "downloads/weilidai-guide-offline.zip",
    "sw.js",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in NAMES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name * 100, encoding="utf-8")
    return tmp_path


def test_a_copy_holds_pages_by_address_and_nothing_that_needs_a_network(site: Path) -> None:
    kept = set(kept_files(site))

    assert {"./", "costs/", "en/", "assets/site.0A.js"} <= kept
    assert not kept & {"feed.xml", "en/feed.xml", "sitemap.xml", "robots.txt", "sw.js", "assets/share-zh.png"}
    assert not [name for name in kept if name.startswith(("downloads/", ".well-known/"))]


def test_version_changes_with_any_file_and_with_nothing_else(site: Path) -> None:
    before = version(kept_files(site))
    (site / "feed.xml").write_text("other", encoding="utf-8")
    same = version(kept_files(site))
    (site / "costs/index.html").write_text("other", encoding="utf-8")

    assert before == same != version(kept_files(site))


def test_size_is_of_what_is_kept_as_servers_send_it(site: Path) -> None:
    plain = sum(path.stat().st_size for path in kept_files(site).values()) / 1e6

    assert 0 < copy_megabytes(site) < plain


@pytest.mark.parametrize(("locale", "icon"), [("zh", "assets/icon-192.png"), ("en", "../assets/icon-192.png")])
def test_manifest_leads_to_the_icons_from_its_own_folder(locale: str, icon: str) -> None:
    about = manifest({"short_name": "x"}, "Guide", locale)

    assert about["icons"][0]["src"] == icon
    assert about["name"] == "Guide"
