"""The registers of claims, as built: every claim stands in its own, leads to its page, and its page leads back."""

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
BOOK = load_book(ROOT / "data")
REGISTERS = {"evidence/index": BOOK.claims, "evidence/said-online": BOOK.said}

each_locale = pytest.mark.parametrize("locale", LOCALES)
each_register = pytest.mark.parametrize("name", REGISTERS)
each_claim = pytest.mark.parametrize(
    ("name", "claim"),
    [pytest.param(name, claim, id=claim.id) for name, claims in REGISTERS.items() for claim in claims.values()],
)


@cache
def built(ref: PageRef) -> html.HtmlElement:
    return html.fromstring((SITE / ref.url / "index.html").read_bytes())


def register(name: str, locale: str) -> html.HtmlElement:
    return built(PageRef(name, locale))


def targets(ref: PageRef) -> set[tuple[str, str]]:
    """Address below the site's root and anchor of every link on a page."""
    links = map(urldefrag, built(ref).xpath("//a/@href"))
    return {(posixpath.normpath(posixpath.join("/", ref.url, link.url)), link.fragment) for link in links}


def address(ref: PageRef) -> str:
    return posixpath.normpath(f"/{ref.url}")


@each_locale
@each_claim
def test_claim_stands_once_under_its_verdict(name, claim, locale):
    rows = register(name, locale).xpath(f"//*[@data-claim='{claim.id}']")

    assert [row.getparent().get("data-verdict") for row in rows] == [claim.verdict]


@each_locale
@each_claim
def test_claim_leads_to_the_place_that_deals_with_it(name, claim, locale):
    page, _, anchor = claim.page.partition("#")
    target = PageRef(page, locale)

    assert (address(target), anchor) in targets(PageRef(name, locale)) or page == name
    assert not anchor or built(target).xpath(f"//*[@id='{anchor}']")


@each_locale
@each_claim
def test_page_that_deals_with_a_claim_leads_back_to_it(name, claim, locale):
    page = PageRef(claim.page.partition("#")[0], locale)

    assert (address(PageRef(name, locale)), f"claim-{claim.id}") in targets(page)


@each_locale
@each_register
def test_register_holds_the_claims_of_the_data_and_no_other(name, locale):
    assert set(register(name, locale).xpath("//article/@data-claim")) == set(REGISTERS[name])


@each_locale
@each_register
def test_counts_shown_are_true(name, locale):
    page = register(name, locale)

    for group in page.xpath("//section[@data-verdict]"):
        rows = len(group.xpath("./article"))
        link = f"//ul[contains(@class, 'register__groups')]//a[@href='#verdict-{group.get('data-verdict')}']"
        shown = page.xpath(link)[0]
        assert shown.text_content().split()[-1] == str(rows) == group.get("data-count")
    assert page.get_element_by_id("counts").text_content().split()[0] == str(len(REGISTERS[name]))


@each_locale
@each_register
def test_each_row_cites_sources_that_the_list_of_sources_has(name, locale):
    ids = set(built(PageRef("evidence/sources", locale)).xpath("//@id"))
    cited = register(name, locale).xpath("//article//a[contains(@href, '#source-')]/@href")

    assert cited
    assert not {urldefrag(link).fragment for link in cited} - ids


@each_register
def test_register_stands_in_the_same_order_in_both_languages(name):
    chinese, english = (register(name, locale).xpath("//article/@data-claim") for locale in LOCALES)

    assert chinese == english


@each_locale
def test_an_outside_address_is_printed_as_it_is_typed(locale):
    links = built(PageRef("evidence/sources", locale)).xpath("//ul[@class='sources']//a[starts-with(@href, 'http')]")

    assert links
    for link in links:
        typed = link.get("data-typed")
        assert typed
        assert not typed.startswith(("http", "www."))
        assert link.get("href").rstrip("/").endswith(typed)
