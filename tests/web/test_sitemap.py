"""The sitemap names every page with its twin, and robots.txt lets all of it be read."""

from __future__ import annotations

from datetime import date

from lxml import etree

from guide.base.address import PageRef
from guide.web.sitemap import robots, sitemap

SITE = "https://guide.example/"


def test_every_page_stands_with_its_day_and_both_languages() -> None:
    refs = [PageRef("index", "zh"), PageRef("costs/index", "en")]
    tree = etree.fromstring(sitemap(refs, SITE, date(2026, 11, 29)).encode())
    entries = [
        (one.xpath("string(*[1])"), one.xpath("string(*[2])"), one.xpath("*/@hreflang"), one.xpath("*/@href"))
        for one in tree
    ]

    assert entries == [
        (SITE, "2026-11-29", ["zh-CN", "en"], [SITE, f"{SITE}en/"]),
        (f"{SITE}en/costs/", "2026-11-29", ["zh-CN", "en"], [f"{SITE}costs/", f"{SITE}en/costs/"]),
    ]


def test_robots_may_read_everything_and_find_the_sitemap() -> None:
    assert robots(SITE).splitlines() == ["User-agent: *", "Allow: /", f"Sitemap: {SITE}sitemap.xml"]
