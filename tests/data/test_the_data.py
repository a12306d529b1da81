"""Promises about the data as it stands: over all entries, one failure each."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from guide.check import check_sources
from guide.check.source_page import read_pages
from guide.data import Claim, Fact, Source, load_book

ROOT = Path(__file__).parents[2]
BOOK = load_book(ROOT / "data")
STARTING_TEXT = (ROOT / "tests/data/source-article.txt").read_text(encoding="utf-8")

# Hosts a reader may be sent to: regulators, courts, gazettes, the bank, and press that is known by name.
TRUSTED_HOSTS = {
    "12315.cn": "the consumer platform of the market regulator",
    "bjtitle.com": "Beijing Youth Daily",
    "caixin.com": "Caixin",
    "cqcb.com": "Upstream News, Chongqing Daily group",
    "cri.cn": "China Media Group",
    "chinadaily.com.cn": "China Daily",
    "chinanews.com.cn": "China News Service",
    "gmw.cn": "Guangming Daily",
    "gov.cn": "authorities and courts",
    "guandian.cn": "Guandian",
    "hbfzb.com": "Hebei Legal Daily",
    "hsrb.com.cn": "Rizhao Daily",
    "hxfzzx.com": "Fujian Legal Daily",
    "ichangzhi.com.cn": "Changzhi Daily",
    "jwview.com": "China News Service",
    "kapronasia.com": "Kapronasia",
    "kf.cn": "Kaifeng News, with the city’s rumour check",
    "news.cn": "Xinhua",
    "pbccrc.org.cn": "the credit reference centre",
    "qhdnews.com": "Qinhuangdao News",
    "qianlong.com": "Qianlong, Beijing",
    "technode.com": "TechNode",
    "sdnews.com.cn": "Shandong News, which carries Qingdao Daily",
    "smnet.com.cn": "Sanming Daily",
    "tianjindaily.com.cn": "Tianjin Daily",
    "webank.com": "the bank",
    "xinmin.cn": "Xinmin Evening News",
    "gov.sg": "authorities of Singapore",
    "hitsz.edu.cn": "Harbin Institute of Technology",
    "people.com.cn": "People’s Daily",
    "rednet.cn": "Rednet, Hunan",
    "wfnews.com.cn": "Weifang News",
    "163.com": "NetEase, where 21 Finance publishes",
}


def each(table: dict[str, object]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("entry", table.values(), ids=table.keys())


def test_pages_and_data_have_no_problem() -> None:
    assert [str(problem) for problem in check_sources(BOOK, read_pages(ROOT / "docs"), ROOT / "docs")] == []


@each(BOOK.claims)
def test_quotation_finds_one_place_in_the_starting_text(entry: Claim) -> None:
    assert STARTING_TEXT.count(entry.quote) == 1


@each(BOOK.sources)
def test_link_of_a_source_leads_to_a_host_a_reader_can_trust(entry: Source) -> None:
    host = urlsplit(entry.address or "").hostname or ""

    assert not host or any(host == known or host.endswith(f".{known}") for known in TRUSTED_HOSTS)


@each(BOOK.facts)
def test_confirmed_fact_rests_on_law_regulator_or_bank_or_says_why_not(entry: Fact) -> None:
    kinds = {BOOK.sources[id_].kind for id_ in entry.sources}

    assert entry.status != "confirmed" or kinds & {"law", "regulator", "bank"} or entry.note_en


@each(BOOK.facts)
def test_uncertain_fact_says_what_to_make_of_it(entry: Fact) -> None:
    from_starting_text_alone = "jinzeyun" in entry.sources

    assert entry.status != "uncertain" or entry.note_en or from_starting_text_alone


@each(BOOK.facts)
def test_dispute_shows_at_least_two_sides(entry: Fact) -> None:
    assert len(entry.sides) != 1


def number(id_: str) -> Decimal:
    return BOOK.facts[id_].number


# Figures that follow from others: change one and the other has to follow.
FOLLOWS = {
    "daily-rate-min": lambda: round(number("annual-rate-min") / number("day-count"), 4),
    "daily-rate-max": lambda: number("annual-rate-max") / number("day-count"),
    "old-annual-rate-min": lambda: number("old-daily-rate-min") * number("calendar-year-days"),
    "old-annual-rate-max": lambda: number("old-daily-rate-max") * number("calendar-year-days"),
    "partner-share": lambda: 100 - number("webank-share"),
    "penalty-multiplier-reported": lambda: 1 + number("penalty-uplift-reported") / 100,
    "overdue-annual-at-top-rate": lambda: number("annual-rate-max") * number("penalty-multiplier-reported"),
    "overdue-annual-at-max-rate": lambda: number("old-annual-rate-max") * (1 + number("overdue-uplift-max") / 100),
    "rate-reaching-court-cap": lambda: number("court-total-cap") / (1 + number("overdue-uplift-max") / 100),
    "complaint-days-max": lambda: number("complaint-days-complex") + number("complaint-days-extension"),
}


@pytest.mark.parametrize("id_", FOLLOWS)
def test_figure_follows_from_the_figures_it_is_computed_from(id_: str) -> None:
    assert number(id_) == FOLLOWS[id_]()


def test_wrong_number_is_never_given_as_a_contact_to_call() -> None:
    with_wrong_number = [c.kind for c in BOOK.contacts.values() if c.phone_fact == "wrong-hotline"]

    assert with_wrong_number == ["misuse"]


def test_text_that_changes_with_a_day_changes_on_the_day_of_a_fact() -> None:
    days = {fact.value for fact in BOOK.facts.values() if fact.unit == "date"}
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "docs").rglob("*.md")]

    told = {day for text in texts for day in re.findall(r'data-(?:until|after)="([^"]*)"', text)}

    assert told <= days
