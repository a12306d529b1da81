"""The units a figure may have, and what its value must look like in each."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Literal

Shape = Literal["number", "range", "date", "month", "clock", "clock-range", "phone", "word"]

SHAPES: dict[str, Shape] = {
    "yuan": "number",
    "yuan-a-year": "number",
    "yuan-range": "range",
    "percent": "number",
    "percent-a-day": "number",
    "percent-a-year": "number",
    "percent-range": "range",
    "percentage-points": "number",
    "times": "number",
    "days": "number",
    "calendar-days": "number",
    "working-days": "number",
    "days-a-year": "number",
    "day-of-month-range": "range",
    "hours": "number",
    "minutes": "number",
    "months": "number",
    "months-range": "range",
    "years": "number",
    "years-range": "range",
    "years-of-age": "number",
    "calls-a-day": "number",
    "attempts-a-day": "number",
    "reports-a-year": "number",
    "uses-a-year": "number",
    "payments-a-month-range": "range",
    "loans": "number",
    "people": "number",
    "banks": "number",
    "complaints": "number",
    "posts": "number",
    "apps": "number",
    "sites": "number",
    "accounts": "number",
    "entries": "number",
    "articles": "number",
    "count": "number",
    "year": "number",
    "date": "date",
    "month": "month",
    "clock": "clock",
    "clock-range": "clock-range",
    "phone": "phone",
    "text": "word",
}

_NUMBER = r"\d+(?:\.\d+)?"
_CLOCK = r"(?:[01]\d|2[0-4]):[0-5]\d"
BOUNDS: dict[str, tuple[Decimal, Decimal]] = {
    unit: (Decimal(low), Decimal(high))
    for unit, low, high in (
        ("yuan", 0, 10**13),
        ("yuan-a-year", 0, 10**9),
        ("yuan-range", 0, 10**9),
        ("percent", 0, 100),
        ("percent-a-day", 0, 5),
        ("percent-a-year", 0, 1000),
        ("percent-range", 0, 1000),
        ("percentage-points", 0, 100),
        ("times", 0, 100),
        ("days", 0, 36_600),
        ("calendar-days", 0, 3_660),
        ("working-days", 0, 3_660),
        ("days-a-year", 360, 366),
        ("day-of-month-range", 1, 31),
        ("hours", 0, 8_784),
        ("minutes", 0, 1_440),
        ("months", 0, 1_200),
        ("months-range", 0, 1_200),
        ("years", 0, 100),
        ("years-range", 0, 100),
        ("years-of-age", 0, 120),
        ("calls-a-day", 0, 100),
        ("attempts-a-day", 0, 100),
        ("reports-a-year", 0, 366),
        ("uses-a-year", 0, 366),
        ("year", 1900, 2100),
    )
}
"""What a figure can be in the world that the guide speaks of: a slip of the finger lies outside."""

_PATTERNS: dict[Shape, re.Pattern[str]] = {
    "number": re.compile(_NUMBER, re.ASCII),
    "range": re.compile(rf"{_NUMBER}-{_NUMBER}", re.ASCII),
    "month": re.compile(r"\d{4}-(?:0[1-9]|1[0-2])", re.ASCII),
    "clock": re.compile(_CLOCK, re.ASCII),
    "clock-range": re.compile(rf"{_CLOCK}-{_CLOCK}", re.ASCII),
    "phone": re.compile(r"[\d-]{3,}", re.ASCII),
    "word": re.compile(r"\S.*", re.ASCII),
}
REMEDIES: dict[Shape, str] = {
    "number": "a plain number such as 200000 or 0.066",
    "range": "two plain numbers such as 50-100",
    "date": "a date such as 2026-08-01",
    "month": "a month such as 2015-05",
    "clock": "a time such as 17:00",
    "clock-range": "two times such as 22:00-08:00",
    "phone": "digits such as 95384",
    "word": "a word, with the text in value_zh and value_en",
}


def fits(value: str, unit: str) -> bool:
    """Tells whether a value as written has the shape its unit asks for."""
    shape = SHAPES[unit]
    if shape == "date":
        return parse_date(value) is not None
    return _PATTERNS[shape].fullmatch(value) is not None


def out_of_bounds(value: str, unit: str) -> str:
    """What a value of the right shape must be instead: within bounds, a range in order; empty where it is."""
    if SHAPES[unit] not in ("number", "range"):
        return ""
    numbers = [Decimal(number) for number in value.split("-")]
    low, high = BOUNDS.get(unit, (Decimal(0), Decimal(10**12)))
    if numbers != sorted(numbers):
        return "the smaller number first"
    return "" if all(low <= number <= high for number in numbers) else f"a number from {low} to {high}"


def parse_date(text: str) -> date | None:
    """Gives the civil date of an ISO date, or nothing where it is none."""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def parse_number(text: str) -> Decimal | None:
    """Gives the exact number of a plain decimal, or nothing where it is none."""
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
