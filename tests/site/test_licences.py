"""Others' programs: told to readers, their licences shipped; changes in a feed."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from guide.data.changes import load_changes
from guide.data.licences import FILE, shipped
from tests.site.conftest import ROOT, SITE, files


@pytest.mark.parametrize("edition", ["site", "bundle"])
def test_licences_of_what_is_shipped_come_along(edition: str) -> None:
    text = files(edition)[FILE].decode()

    assert [one.name for one in shipped(ROOT) if not one.texts] == []
    assert all(f"{one.name} {one.version}" in text for one in shipped(ROOT))
    assert "Apache License" in text


def test_scripts_hold_no_package_that_is_not_told_of() -> None:
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in ROOT.glob("tools/**/*.js") if ".test." not in path.name
    )
    imported = set(re.findall(r"""from ["']([a-z@][\w@/-]*)["']""", sources))
    only_for_builds = {name for name in imported if name in ("yaml", "esbuild") or name.startswith("node")}

    assert imported - only_for_builds <= {one.name for one in shipped(ROOT)}


@pytest.mark.parametrize("path", ["feed.xml", "en/feed.xml"])
def test_feed_tells_every_change(path: str) -> None:
    tree = etree.parse(SITE / path)
    ids = tree.xpath("//*[local-name()='entry']/*[local-name()='id']/text()")
    titles = tree.xpath("//*[local-name()='entry']/*[local-name()='title']/text()")

    assert len(set(ids)) == len(ids) == sum(len(changes) for _, changes in load_changes(ROOT / "data/changes.yml"))
    assert not [title for title in titles if "[[" in title or "<" in title]
