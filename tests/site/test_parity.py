"""Both languages say the same things: same headings, facts, tools, links and pictures on each page."""

from __future__ import annotations

import re

import pytest

from guide.base.address import PageRef
from tests.site.conftest import REFS, Built

PAGES = sorted({ref.page_id for ref in REFS})

SAME = {
    "headings": "//article//*[self::h1 or self::h2 or self::h3]/@id",
    "facts": "//main//data/@data-fact",
    "tools": "//@data-tool",
    "pictures": "//article//figure/@id",
    "claims": "//article/*[@data-claim]/@data-claim",
    "disputed": "//@data-disputed",
    "fields": "//*[@data-tool]//@name",
}


def twins(page_id: str) -> tuple[Built, Built]:
    return Built("site", PageRef(page_id, "zh")), Built("site", PageRef(page_id, "en"))


@pytest.mark.parametrize("what", SAME)
@pytest.mark.parametrize("page_id", PAGES)
def test_page_has_the_same_in_both_languages(page_id: str, what: str) -> None:
    # A set: English pages show a Chinese sentence with its meaning, and so its figures twice.
    chinese, english = (set(page.tree.xpath(SAME[what])) for page in twins(page_id))

    assert chinese == english


@pytest.mark.parametrize("page_id", PAGES)
def test_pages_link_to_the_same_places(page_id: str) -> None:
    def places(page: Built) -> set[str]:
        links = page.tree.xpath("//article//a/@href[not(starts-with(., '#'))]")
        return {re.sub(r"^(\.\./)+(en/)?", "", link) for link in links}

    chinese, english = twins(page_id)

    assert places(chinese) == places(english)


@pytest.mark.parametrize("ref", REFS, ids=repr)
def test_language_switch_leads_to_the_same_page(ref: PageRef) -> None:
    page = Built("site", ref)
    [link] = page.tree.xpath("//a[@data-language-switch]")

    assert link.get("hreflang") == link.get("lang") == ("en" if ref.locale == "zh" else "zh-CN")
    assert link.text_content() == ("English" if ref.locale == "zh" else "中文")
