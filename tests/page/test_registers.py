"""Registers show every row of the data, grouped and counted, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from lxml import html
from markupsafe import Markup

from guide.data import load_book
from guide.base.problems import BookError
from guide.data.changes import load_changes
from guide.data.models import FACT_REGISTERS
from guide.page.registers import (
    REGISTERS,
    SOURCE_KINDS,
    VERDICTS,
    Helpers,
    grouped,
    render,
)

ROOT = Path(__file__).parents[2]
CHANGE = "- date: {date}\n  what_zh: 甲\n  what_en: A\n  why_zh: 乙\n  why_en: B\n"


@pytest.fixture(scope="module")
def book():
    return load_book(ROOT / "data")


@pytest.fixture(scope="module")
def helpers():
    return Helpers(
        templates=Environment(
            loader=FileSystemLoader(ROOT / "overrides"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
        ),
        data_dir=ROOT / "data",
        inline=lambda text: Markup.escape(text),
        link=lambda page, anchor="": f"/{page}" + (f"#{anchor}" if anchor else ""),
        root="/",
        title=lambda page: f"Title of {page}",
    )


@pytest.fixture(params=["zh", "en"])
def locale(request):
    return request.param


@pytest.fixture
def shown(book, helpers, locale):
    return lambda name: html.fromstring(render(name, book, locale, helpers))


@pytest.fixture
def row_of(shown):
    registers = {name: shown(name) for name in FACT_REGISTERS}
    return lambda fact: registers[fact.register].get_element_by_id(f"fact-{fact.id}")


@pytest.mark.parametrize("name", REGISTERS)
def test_every_register_renders_without_empty_or_undefined_words(shown, name):
    words = [text.strip() for text in shown(name).itertext()]

    assert any(words)
    assert not {"None", "undefined"} & set(words)


@pytest.mark.parametrize("name", REGISTERS)
def test_ids_in_a_register_are_unique(shown, name):
    ids = shown(name).xpath("//@id")

    assert len(ids) == len(set(ids))


def test_unknown_register_is_refused_with_those_that_exist(book, helpers):
    with pytest.raises(ValueError, match=r"“people”.*claims, .*facts"):
        render("people", book, "en", helpers)


@pytest.fixture(params=["claims", "said-online"])
def judged(request, shown, book):
    """A register of statements with a verdict, and the rows of the data that it shows."""
    return shown(request.param), {"claims": book.claims, "said-online": book.said}[request.param]


def test_every_claim_has_a_row_under_its_verdict(judged):
    register, claims = judged

    for claim in claims.values():
        row = register.get_element_by_id(f"claim-{claim.id}")
        assert row.get("data-claim") == claim.id
        assert row.getparent().get("data-verdict") == claim.verdict


def test_counts_of_claims_are_those_of_the_rows(judged):
    register, claims = judged

    assert register.get("data-count") == str(len(claims))
    for group in register.findall("section"):
        assert group.get("data-count") == str(len(group.findall("article")))


def test_groups_of_claims_stand_in_order_of_urgency(judged):
    order = [group.get("data-verdict") for group in judged[0].findall("section")]

    assert order == [verdict for verdict in VERDICTS if verdict in order]


def test_statement_from_the_web_tells_its_year_or_that_there_is_none(shown, book, locale):
    undated = {"zh": "网页没写日期", "en": "no date on the page"}[locale]
    register = shown("said-online")

    for claim in book.said.values():
        place = register.get_element_by_id(f"claim-{claim.id}").find_class("entry__quote")[0].text_content()
        assert (claim.seen or undated) in place


def test_statements_from_the_web_carry_no_link_to_where_they_were_read(shown):
    assert not [link for link in shown("said-online").xpath("//@href") if link.startswith("http")]


def test_quote_is_marked_as_chinese_in_both_languages(shown, book):
    quotes = shown("claims").xpath("//q")

    assert {quote.get("lang") for quote in quotes} == {"zh-CN"}
    assert {quote.text for quote in quotes} == {claim.quote for claim in book.claims.values()}


@pytest.mark.parametrize(("name", "prefix", "table"), [
    ("sources", "source", "sources"),
    ("glossary", "term", "terms"),
    ("contacts", "contact", "contacts"),
])  # fmt: skip
def test_every_row_can_be_linked_to(shown, book, name, prefix, table):
    ids = set(shown(name).xpath("//@id"))
    rows = {key for key, row in getattr(book, table).items() if getattr(row, "kind", "") != "misuse"}

    assert not {f"{prefix}-{key}" for key in rows} - ids


def test_every_fact_stands_once_on_its_page(shown, book):
    registers = {f"evidence/{name}": shown(name) for name in FACT_REGISTERS}

    for fact in book.facts.values():
        pages = [page for page, register in registers.items() if register.xpath(f"//*[@id='fact-{fact.id}']")]
        assert pages == [fact.page]


def test_number_that_misleads_is_not_offered_as_a_channel(shown, book):
    ids = set(shown("contacts").xpath("//@id"))

    assert not {f"contact-{key}" for key, contact in book.contacts.items() if contact.kind == "misuse"} & ids


def test_source_is_linked_only_where_it_has_an_address(shown, book):
    register = shown("sources")

    for source in book.sources.values():
        links = register.get_element_by_id(f"source-{source.id}").xpath("./a/@href")
        assert links == ([source.address] if source.address else [])


def test_fact_shows_both_dates(row_of, book):
    for fact in book.facts.values():
        days = row_of(fact).xpath(".//time/@datetime")
        assert days == [str(fact.checked), str(fact.review_by)]


def test_disputed_fact_shows_each_side(row_of, book):
    for fact in (fact for fact in book.facts.values() if fact.sides):
        assert len(row_of(fact).findall("ul/li")) == len(fact.sides)


def test_english_readers_find_terms_by_letter(book, helpers):
    register = html.fromstring(render("glossary", book, "en", helpers))
    words = [book.terms[id_.removeprefix("term-")].en for id_ in register.xpath("//dt/@id")]

    assert words == sorted(words, key=str.casefold)
    assert len(words) == len(book.terms)


def test_terms_are_sorted_whatever_their_first_letter_is(book):
    first, second, *_ = book.terms.values()
    terms = {"a": first.model_copy(update={"en": "Zebra"}), "b": second.model_copy(update={"en": "apple"})}

    found = REGISTERS["glossary"](replace(book, terms=terms), ROOT / "data", "en")

    assert [term.en for term in found["terms"]] == ["apple", "Zebra"]


def test_counts_of_facts_are_those_of_their_register(book):
    for name, subjects in FACT_REGISTERS.items():
        found = REGISTERS[name](book, ROOT / "data", "en")
        own = [fact for fact in book.facts.values() if fact.subject in subjects]

        assert sum(found["counts"].values()) == len(found["facts"]) == len(own)
        assert [subject for subject, _ in found["groups"]] == [
            subject for subject in subjects if any(fact.subject == subject for fact in own)
        ]


def test_grouping_keeps_the_order_of_items_and_drops_empty_groups():
    items = [SimpleNamespace(kind=kind, n=n) for n, kind in enumerate(["press", "law", "press"])]

    groups = dict(grouped(items, "kind", SOURCE_KINDS))

    assert list(groups) == ["law", "press"]
    assert [item.n for item in groups["press"]] == [0, 2]


def test_newest_changes_stand_first(tmp_path):
    changes = tmp_path / "changes.yml"
    entries = CHANGE.format(date="2026-11-24") + CHANGE.format(date="2027-01-05")
    changes.write_text("changes:\n" + entries, encoding="utf-8")

    assert [day for day, _ in load_changes(changes)] == [date(2027, 1, 5), date(2026, 11, 24)]


@pytest.mark.parametrize(("entry", "finding"), [
    ("- date: 2026-11-24\n", r"changes.yml:2: found no `what_zh`"),
    (CHANGE.format(date="soon"), r"changes.yml:2: found 'soon' as `date`"),
    (CHANGE.format(date="2026-11-24") + "  who: me\n", "found the unknown field `who`"),
    (CHANGE.format(date="2026-11-24") + "  page: 首页\n", "found '首页' as `page`"),
])  # fmt: skip
def test_bad_change_is_refused_with_its_place(tmp_path, entry, finding):
    changes = tmp_path / "changes.yml"
    changes.write_text("changes:\n" + entry, encoding="utf-8")

    with pytest.raises(BookError, match=finding):
        load_changes(changes)
