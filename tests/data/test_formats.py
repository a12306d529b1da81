"""Figures are written as each language writes them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from guide.data import Fact
from guide.data.formats import format_date, format_number, format_partial_date, format_value
from guide.data.units import BOUNDS, SHAPES

NIGHT_ZH = "22:00 至次日 08:00"
# unit, value, Chinese, English, Chinese without unit, English without unit
WORDINGS = [
    ("yuan", "200000", "20 万元", "200,000 yuan", "20 万", "200,000"),
    ("yuan", "500", "500 元", "500 yuan", "500", "500"),
    ("yuan", "11700", "1.17 万元", "11,700 yuan", "1.17 万", "11,700"),
    ("yuan", "12345", "12,345 元", "12,345 yuan", "12,345", "12,345"),
    ("yuan", "9999", "9,999 元", "9,999 yuan", "9,999", "9,999"),
    ("yuan", "10000", "1 万元", "10,000 yuan", "1 万", "10,000"),
    ("yuan", "12340", "12,340 元", "12,340 yuan", "12,340", "12,340"),
    ("yuan", "999999", "999,999 元", "999,999 yuan", "999,999", "999,999"),
    ("yuan", "1000000", "100 万元", "1 million yuan", "100 万", "1 million"),
    ("yuan", "100000000", "1 亿元", "100 million yuan", "1 亿", "100 million"),
    ("yuan", "1000000000", "10 亿元", "1 billion yuan", "10 亿", "1 billion"),
    ("hours", "1", "1 小时", "1 hour", "1", "1"),
    ("clock-range", "08:00-08:00", "08:00 至 08:00", "08:00 to 08:00", "08:00 至 08:00", "08:00 to 08:00"),
    ("yuan", "1050000", "105 万元", "1.05 million yuan", "105 万", "1.05 million"),
    ("yuan", "202775000000", "2,027.75 亿元", "202.775 billion yuan", "2,027.75 亿", "202.775 billion"),
    ("yuan-a-year", "3000", "每年 3,000 元", "3,000 yuan a year", "3,000", "3,000"),
    ("percent-a-day", "0.0083", "0.0083%", "0.0083%", "0.0083", "0.0083"),
    ("percent-a-year", "3.0", "3%", "3%", "3", "3"),
    ("percent-range", "50-100", "50 至 100%", "50 to 100%", "50 至 100", "50 to 100"),
    ("calendar-days", "15", "15 个自然日", "15 calendar days", "15", "15"),
    ("days", "1", "1 天", "1 day", "1", "1"),
    ("years-range", "1-3", "1 至 3 年", "1 to 3 years", "1 至 3", "1 to 3"),
    ("calls-a-day", "3", "每天 3 次", "3 calls a day", "3", "3"),
    ("people", "50000", "5 万人", "50,000 people", "5 万", "50,000"),
    ("complaints", "58498", "58,498 件", "58,498 complaints", "58,498", "58,498"),
    ("year", "2023", "2023 年", "2023", "2023", "2023"),
    ("date", "2021-03-01", "2021 年 3 月 1 日", "1 March 2021", "2021 年 3 月 1 日", "1 March 2021"),
    ("month", "2015-05", "2015 年 5 月", "May 2015", "2015 年 5 月", "May 2015"),
    ("clock", "17:00", "17:00", "17:00", "17:00", "17:00"),
    ("clock-range", "22:00-08:00", NIGHT_ZH, "22:00 to 08:00", NIGHT_ZH, "22:00 to 08:00"),
    ("clock-range", "07:00-24:00", "07:00 至 24:00", "07:00 to 24:00", "07:00 至 24:00", "07:00 to 24:00"),
    ("phone", "95384", "95384", "95384", "95384", "95384"),
    ("text", "calendar", "自然日", "calendar days", "自然日", "calendar days"),
]


def fact(unit: str, value: str) -> Fact:
    words = {"value_zh": "自然日", "value_en": "calendar days"} if unit == "text" else {}
    return Fact(
        id="a-fact", value=value, unit=unit, label_zh="名", label_en="name", status="reported", sources=["a"],
        locator_zh="处", locator_en="place", checked=date(2026, 11, 23), review_by=date(2027, 1, 1), **words,
    )  # fmt: skip


@pytest.mark.parametrize(("unit", "value", "zh", "en", "zh_number", "en_number"), WORDINGS)
def test_figure_is_written_as_the_language_writes_it(
    unit: str, value: str, zh: str, en: str, zh_number: str, en_number: str
) -> None:
    figure = fact(unit, value)

    assert (format_value(figure, "zh"), format_value(figure, "en")) == (zh, en)
    assert (format_number(figure, "zh"), format_number(figure, "en")) == (zh_number, en_number)


@pytest.mark.parametrize("unit", [unit for unit, shape in SHAPES.items() if shape == "number"])
def test_every_number_has_words_for_its_unit(unit: str) -> None:
    least, most = BOUNDS.get(unit, (Decimal(0), Decimal(10)))
    value = str(min(max(Decimal(7), least), most))

    assert value in format_value(fact(unit, value), "zh")
    assert value in format_value(fact(unit, value), "en")


def test_number_of_a_fact_is_exact() -> None:
    assert str(fact("percent-a-day", "0.0660").number) == "0.0660"


def test_leap_day_is_written_out() -> None:
    assert format_date(date(2028, 2, 29), "en") == "29 February 2028"


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2020", "2020 年", "2020"),
        ("2020-03", "2020 年 3 月", "March 2020"),
        ("2020-03-09", "2020 年 3 月 9 日", "9 March 2020"),
        ("2020-12", "2020 年 12 月", "December 2020"),
    ],
)
def test_date_is_told_as_far_as_it_is_known(text: str, zh: str, en: str) -> None:
    assert (format_partial_date(text, "zh"), format_partial_date(text, "en")) == (zh, en)
