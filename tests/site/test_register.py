"""The register of claims, as built: every claim stands in it, leads to its page, and its page leads back."""

from __future__ import annotations

import posixpath
from functools import cache
from pathlib import Path
from urllib.parse import urldefrag

import pytest
from lxml import html

from guide.base.address import LOCALES, PageRef
from guide.data import load_book

ROOT = Path(__file__).parents[2]
SITE = ROOT / "site"
CLAIMS = load_book(ROOT / "data").claims

each_locale = pytest.mark.parametrize("locale", LOCALES)
each_claim = pytest.mark.parametrize("claim", CLAIMS.values(), ids=CLAIMS.keys())


@cache
def built(ref: PageRef) -> html.HtmlElement:
    return html.fromstring((SITE / ref.url / "index.html").read_bytes())


def register(locale: str) -> html.HtmlElement:
    return built(PageRef("evidence/index", locale))


def targets(ref: PageRef) -> set[tuple[str, str]]:
    """Address below the site's root and anchor of every link on a page."""
    links = map(urldefrag, built(ref).xpath("//a/@href"))
    return {(posixpath.normpath(posixpath.join("/", ref.url, link.url)), link.fragment) for link in links}


def address(ref: PageRef) -> str:
    return posixpath.normpath(f"/{ref.url}")


@each_locale
@each_claim
def test_claim_stands_once_under_its_verdict(claim, locale):
    rows = register(locale).xpath(f"//*[@data-claim='{claim.id}']")

    assert [row.getparent().get("data-verdict") for row in rows] == [claim.verdict]


@each_locale
@each_claim
def test_claim_leads_to_the_place_that_deals_with_it(claim, locale):
    page, _, anchor = claim.page.partition("#")
    target = PageRef(page, locale)

    assert (address(target), anchor) in targets(PageRef("evidence/index", locale)) or page == "evidence/index"
    assert not anchor or built(target).xpath(f"//*[@id='{anchor}']")


@each_locale
@each_claim
def test_page_that_deals_with_a_claim_leads_back_to_it(claim, locale):
    page = PageRef(claim.page.partition("#")[0], locale)

    assert (address(PageRef("evidence/index", locale)), f"claim-{claim.id}") in targets(page)


@each_locale
def test_register_holds_the_claims_of_the_data_and_no_other(locale):
    assert set(register(locale).xpath("//article/@data-claim")) == set(CLAIMS)


@each_locale
def test_counts_shown_are_true(locale):
    page = register(locale)

    for group in page.xpath("//section[@data-verdict]"):
        rows = len(group.xpath("./article"))
        link = f"//ul[contains(@class, 'register__groups')]//a[@href='#verdict-{group.get('data-verdict')}']"
        shown = page.xpath(link)[0]
        assert shown.text_content().split()[-1] == str(rows) == group.get("data-count")
    assert page.get_element_by_id("counts").text_content().split()[0] == str(len(CLAIMS))


@each_locale
def test_each_row_cites_sources_that_the_list_of_sources_has(locale):
    ids = set(built(PageRef("evidence/sources", locale)).xpath("//@id"))
    cited = register(locale).xpath("//article//a[contains(@href, '#source-')]/@href")

    assert cited
    assert not {urldefrag(link).fragment for link in cited} - ids


def test_both_registers_stand_in_the_same_order():
    chinese, english = (register(locale).xpath("//article/@data-claim") for locale in LOCALES)

    assert chinese == english
