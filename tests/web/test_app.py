"""The offline app: what a copy holds, and a name that changes with any of it."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from guide.web.app import copy_megabytes, kept_files, manifest, version, write_app

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
    (site / "costs/index.html").rename(site / "costs/other.html")
    moved = version(kept_files(site))
    (site / "costs/other.html").write_text("other", encoding="utf-8")
    other = version(kept_files(site))

    assert before == same
    assert len({same, moved, other}) == 3


def test_size_is_of_what_is_kept_as_servers_send_it(site: Path) -> None:
    sent = sum(len(gzip.compress(path.read_bytes(), 6)) for path in kept_files(site).values())

    assert copy_megabytes(site) == sent / 1_000_000


@pytest.mark.parametrize(
    ("locale", "lang", "top", "scope"), [("zh", "zh-CN", "", "./"), ("en", "en", "../", "../")]
)
def test_manifest_begins_in_its_language_and_holds_both(locale: str, lang: str, top: str, scope: str) -> None:
    about = manifest({"short_name": "x"}, "Guide", locale)

    assert about["icons"][0]["src"] == f"{top}assets/icon-192.png"
    assert (about["name"], about["short_name"], about["lang"]) == ("Guide", "x", lang)
    assert (about["start_url"], about["scope"]) == ("./", scope)
    assert about["display"] == "minimal-ui"  # whoever is warned of false sites sees the address


def test_worker_knows_its_files_its_day_and_its_notices_as_text(site: Path, tmp_path: Path) -> None:
    labels = tmp_path / "tools/offline-app/labels.yml"
    labels.parent.mkdir(parents=True)
    notice = "notice: {zh: 'A <旧> {date}', en: 'B <old> {date}'}\nmanifest: {short_name: {zh: 甲, en: a}}\n"
    labels.write_text(notice, encoding="utf-8")
    workshop: Any = SimpleNamespace(
        tools=SimpleNamespace(root=tmp_path / "tools"), labels=lambda name, locale: {"site_name": f"Guide {locale}"}
    )
    kept = kept_files(site)

    write_app(site, workshop, "work()", date(2026, 11, 29))

    head, script = (site / "sw.js").read_text(encoding="utf-8").removeprefix("const GUIDE=").split(";\n", 1)
    told = json.loads(head)
    assert script == "work()\n"
    assert told["date"] == "2026-11-29"
    assert set(kept) < set(told["files"])
    assert told["version"] == version(kept_files(site))
    assert told["notices"] == {"zh": "A &lt;旧&gt; 2026 年 11 月 29 日", "en": "B &lt;old&gt; 29 November 2026"}
    assert json.loads((site / "en/manifest.webmanifest").read_text(encoding="utf-8"))["name"] == "Guide en"
