"""What a fact may be: within bounds, checked by today, due afterwards, and with the side followed where it is disputed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from guide.data.models import Claim, Fact

TODAY = datetime.now(UTC).date()
DAY = timedelta(days=1)
SIDE = {"value": "0", "words_zh": "没有", "words_en": "none", "sources": ["a"], "date": None}
FOLLOWS = {"follows_zh": "按没有。", "follows_en": "Count on none."}
BASE: dict[str, Any] = {
    "id": "x", "value": "3", "unit": "days", "label_zh": "名", "label_en": "name", "status": "reported",
    "sources": ["a"], "locator_zh": "处", "locator_en": "place", "checked": TODAY - DAY, "review_by": TODAY + DAY,
}  # fmt: skip
CLAIM: dict[str, Any] = {
    "id": "x", "claim_zh": "甲", "claim_en": "A", "verdict": "wrong", "why_zh": "乙", "why_en": "B", "sources": ["a"],
    "page": "faq", "checked": TODAY, "section": "intro", "quote": "一" * 20,
}  # fmt: skip

ALLOWED: list[dict[str, Any]] = [
    {},
    {"checked": TODAY},
    {"checked": TODAY, "review_by": TODAY},
    {"sides": [SIDE, SIDE], **FOLLOWS},
    {"note_zh": "注", "note_en": "note"},
    {"unit": "text", "value": "x", "value_zh": "词", "value_en": "word"},
    {"unit": "percent", "value": "0"},
    {"unit": "percent", "value": "100"},
    {"unit": "percent-range", "value": "5-5"},
    {"unit": "day-of-month-range", "value": "1-31"},
    {"unit": "date", "value": "2028-02-29"},
    {"unit": "clock", "value": "24:00"},
]
REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"checked": TODAY + DAY, "review_by": TODAY + 2 * DAY}, "checked: a check in the future"),
    ({"review_by": TODAY - 2 * DAY}, "review_by: a review before the check"),
    ({"sides": [SIDE, SIDE]}, "sides without `follows_zh` and `follows_en`"),
    ({"sides": [SIDE, SIDE], "follows_en": "Count on none."}, "follows in one language only"),
    ({"sides": [SIDE, SIDE], "follows_zh": "按没有。"}, "follows in one language only"),
    ({"sides": [{**SIDE, "sources": []}], **FOLLOWS}, "at least 1 item"),
    ({"note_en": "note"}, "note in one language only"),
    ({"value_zh": "词"}, "value in one language only"),
    ({"unit": "text", "value": "x"}, "a text in one language only"),
    ({"unit": "text", "value": "x", "value_zh": "词"}, "a text in one language only"),
    ({"unit": "percent", "value": "100.01"}, "a number from 0 to 100"),
    ({"unit": "percent-a-day", "value": "66"}, "a number from 0 to 5"),
    ({"unit": "days-a-year", "value": "36"}, "a number from 360 to 366"),
    ({"unit": "year", "value": "1899"}, "a number from 1900 to 2100"),
    ({"unit": "percent-range", "value": "9-5"}, "the smaller number first"),
    ({"unit": "day-of-month-range", "value": "0-31"}, "a number from 1 to 31"),
    ({"unit": "day-of-month-range", "value": "1-32"}, "a number from 1 to 31"),
    ({"unit": "date", "value": "2027-02-29"}, "a date such as"),
    ({"unit": "clock", "value": "25:00"}, "a time such as"),
    ({"value": "-3"}, "a plain number"),
    ({"sources": []}, "at least 1 item"),
    ({"status": "certain"}, "confirmed"),
]


@pytest.mark.parametrize("change", ALLOWED, ids=str)
def test_fact_may_be(change: dict[str, Any]) -> None:
    assert Fact(**{**BASE, **change}).id == "x"


@pytest.mark.parametrize(("change", "says"), REFUSED, ids=str)
def test_fact_is_refused(change: dict[str, Any], says: str) -> None:
    with pytest.raises(ValidationError) as refused:
        Fact(**{**BASE, **change})

    assert says in str(refused.value)


def test_quotation_has_twenty_characters_at_most() -> None:
    assert Claim(**CLAIM).quote == "一" * 20
    with pytest.raises(ValidationError):
        Claim(**{**CLAIM, "quote": "一" * 21})
