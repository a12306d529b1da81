"""What a page says of itself: the oldest check of its figures, and the day on which the first is due."""

from __future__ import annotations

from datetime import date

import pytest

from guide.base.address import PageRef
from guide.page.workshop import Workshop, report_address


def test_page_tells_the_oldest_check_and_the_first_day_due(workshop: Workshop) -> None:
    facts = workshop.book.facts
    by_check = sorted(facts.values(), key=lambda fact: fact.checked)
    by_review = sorted(facts.values(), key=lambda fact: fact.review_by)
    chosen = {by_check[0].id, by_check[-1].id, by_review[0].id, by_review[-1].id}
    page = workshop.start_page(PageRef("faq", "en"), {})
    page.expand(" ".join(f"[[fact:{fact_id}]]" for fact_id in chosen))

    assert by_review[0].review_by < by_review[-1].review_by
    assert page.checked == min(facts[fact_id].checked for fact_id in chosen) == by_check[0].checked
    assert page.review_by == by_review[0].review_by


def test_page_without_figures_promises_no_day(workshop: Workshop) -> None:
    page = workshop.start_page(PageRef("faq", "zh"), {})

    assert page.checked is page.review_by is None


@pytest.mark.parametrize(
    ("extra", "repo_url", "address"),
    [
        ({}, None, ""),
        ({}, "https://git.example/guide/", "https://git.example/guide/issues/new/choose"),
        ({"report_url": "mailto:a@b.example"}, "https://git.example/guide", "mailto:a@b.example"),
    ],
)
def test_errors_are_reported_where_the_settings_say(extra: dict[str, str], repo_url: str | None, address: str) -> None:
    assert report_address(extra, repo_url) == address


def test_dates_are_days(workshop: Workshop) -> None:
    assert all(type(fact.checked) is date for fact in workshop.book.facts.values())
