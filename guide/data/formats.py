"""How a figure is written: `20 万元` in Chinese, `200,000 yuan` in English."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from guide.data.models import Fact, Locale
from guide.data.units import SHAPES, parse_date

TEN_THOUSAND = Decimal(10_000)
HUNDRED_MILLION = Decimal(100_000_000)
_HAN_GAP = re.compile(r"(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
# Unit: (Chinese, English for one, English for more); {} is the figure. Percentages carry no period:
# the label or the sentence says whether they run by the day or by the year.
_PHRASES: dict[str, tuple[str, str, str]] = {
    "yuan": ("{} 元", "{} yuan", "{} yuan"),
    "yuan-a-year": ("每年 {} 元", "{} yuan a year", "{} yuan a year"),
    "yuan-range": ("{} 元", "{} yuan", "{} yuan"),
    "percent": ("{}%", "{}%", "{}%"),
    "percent-a-day": ("{}%", "{}%", "{}%"),
    "percent-a-year": ("{}%", "{}%", "{}%"),
    "percent-range": ("{}%", "{}%", "{}%"),
    "percentage-points": ("{} 个百分点", "{} percentage point", "{} percentage points"),
    "times": ("{} 倍", "{} times", "{} times"),
    "days": ("{} 天", "{} day", "{} days"),
    "calendar-days": ("{} 个自然日", "{} calendar day", "{} calendar days"),
    "working-days": ("{} 个工作日", "{} working day", "{} working days"),
    "days-a-year": ("{} 天", "{} days", "{} days"),
    "day-of-month-range": ("{} 日", "{}", "{}"),
    "hours": ("{} 小时", "{} hour", "{} hours"),
    "minutes": ("{} 分钟", "{} minute", "{} minutes"),
    "months": ("{} 个月", "{} month", "{} months"),
    "months-range": ("{} 个月", "{} months", "{} months"),
    "years": ("{} 年", "{} year", "{} years"),
    "years-range": ("{} 年", "{} years", "{} years"),
    "years-of-age": ("{} 周岁", "{}", "{}"),
    "calls-a-day": ("每天 {} 次", "{} call a day", "{} calls a day"),
    "attempts-a-day": ("每天 {} 次", "{} attempt a day", "{} attempts a day"),
    "reports-a-year": ("每年 {} 次", "{} report a year", "{} reports a year"),
    "uses-a-year": ("每年 {} 次", "{} use a year", "{} uses a year"),
    "payments-a-month-range": ("每月 {} 笔", "{} payments a month", "{} payments a month"),
    "loans": ("{} 笔", "{} loan", "{} loans"),
    "people": ("{} 人", "{} person", "{} people"),
    "banks": ("{} 家银行", "{} bank", "{} banks"),
    "complaints": ("{} 件", "{} complaint", "{} complaints"),
    "posts": ("{} 条", "{} post", "{} posts"),
    "apps": ("{} 个", "{} app", "{} apps"),
    "sites": ("{} 个", "{} site", "{} sites"),
    "accounts": ("{} 个", "{} account", "{} accounts"),
    "entries": ("{} 条", "{} entry", "{} entries"),
    "articles": ("{} 条", "{} article", "{} articles"),
    "count": ("{}", "{}", "{}"),
    "year": ("{} 年", "{}", "{}"),
}


def format_value(fact: Fact, locale: Locale) -> str:
    """Gives a figure with its unit."""
    figure = format_number(fact, locale)
    if fact.unit not in _PHRASES:
        return figure
    chinese, one, more = _PHRASES[fact.unit]
    if locale == "en":
        return (one if fact.value == "1" else more).format(figure)
    # Digits stand apart from their unit (500 元), 万 and 亿 join it (20 万元).
    return _HAN_GAP.sub("", chinese.format(figure))


def format_number(fact: Fact, locale: Locale) -> str:
    """Gives the figure alone, as it is written in the language."""
    shape = SHAPES[fact.unit]
    if shape == "word":
        return fact.words("value", locale)
    if shape == "date":
        return format_date(date.fromisoformat(fact.value), locale)
    if shape == "month":
        return _format_month(fact.value, locale)
    if shape in ("range", "clock-range"):
        return _format_range(fact, locale)
    if shape == "number" and fact.unit != "year":
        return _format_count(fact, locale)
    return fact.value


def format_date(day: date, locale: Locale) -> str:
    """Gives `2020 年 12 月 26 日` or `26 December 2020`."""
    if locale == "zh":
        return f"{day.year} 年 {day.month} 月 {day.day} 日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def format_partial_date(text: str, locale: Locale) -> str:
    """Gives the words of an ISO date of which only the year or the month may be known."""
    if len(text) == len("2026"):
        return f"{text} 年" if locale == "zh" else text
    day = parse_date(text)
    return format_date(day, locale) if day else _format_month(text, locale)


def format_decimal(number: Decimal, locale: Locale) -> str:
    """Gives a number with separators, in Chinese counted in 万 and 亿 where that comes out even."""
    if locale == "zh":
        for size, word in ((HUNDRED_MILLION, "亿"), (TEN_THOUSAND, "万")):
            if number >= size and number % (size / 100) == 0:
                return f"{_plain(number / size)} {word}"
    return _plain(number)


def _format_count(fact: Fact, locale: Locale) -> str:
    number = Decimal(fact.value)
    if locale == "en" and number >= 1_000_000_000:
        return f"{_plain(number / 1_000_000_000)} billion"
    if locale == "en" and number >= 1_000_000:
        return f"{_plain(number / 1_000_000)} million"
    return format_decimal(number, locale)


def _plain(number: Decimal) -> str:
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _format_month(value: str, locale: Locale) -> str:
    year, month = value.split("-")
    return f"{year} 年 {int(month)} 月" if locale == "zh" else f"{_MONTHS[int(month) - 1]} {year}"


def _format_range(fact: Fact, locale: Locale) -> str:
    low, high = fact.value.split("-")
    if SHAPES[fact.unit] == "clock-range":
        return f"{low} 至{_next_day(low, high)} {high}" if locale == "zh" else f"{low} to {high}"
    low, high = _plain(Decimal(low)), _plain(Decimal(high))
    return f"{low} 至 {high}" if locale == "zh" else f"{low} to {high}"


def _next_day(low: str, high: str) -> str:
    return "次日" if high < low else ""
