"""`security.txt`: a contact, a date on which it ends, nothing smuggled in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from guide.web.security import security_txt, year_after

MOMENT = datetime(2026, 11, 29, 10, 0, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "address",
    [
        "https://guide.example/report",
        "https://code.example/owner/guide/issues/new?template=security",
        "mailto:report@guide.example",
        "tel:+1-201-555-0123",
    ],
)
def test_file_says_where_and_until_when(address: str) -> None:
    expected = f"Contact: {address}\nExpires: 2027-11-29T10:00:05Z\nPreferred-Languages: zh, en\n"

    assert security_txt(address, year_after(MOMENT)) == expected


def test_expiry_is_told_in_universal_time() -> None:
    in_shanghai = datetime(2027, 1, 1, 7, 30, tzinfo=timezone(timedelta(hours=8)))

    assert "Expires: 2026-12-31T23:30:00Z\n" in security_txt("https://guide.example/", in_shanghai)


@pytest.mark.parametrize(
    "address",
    [
        "", " ", "guide.example", "/report", "//guide.example/report", "http://guide.example/", "javascript:alert(1)",
        "https://", "https:///report", "mailto:", "tel:", "ftp://guide.example/", "report@guide.example",
        "https://guide.example/ x", " https://guide.example/", "https://guide.example/\n", "https://guide.example/\r",
        "https://guide.example/\nContact: https://other.example/", "https://guide.example/\tx", "https://guide.example/\x00",
        "https://guide.example/\u2028Contact:x", "https://guide.example/举报", "https://guide.example/\x85x",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_in_words(address: str) -> None:
    with pytest.raises(ValueError, match=r"^found .* as the address to report to; right: https://"):
        security_txt(address, MOMENT)


@pytest.mark.parametrize(
    ("day", "later"),
    [
        ((2026, 11, 29), (2027, 11, 29)),
        ((2027, 2, 28), (2028, 2, 28)),
        ((2027, 3, 1), (2028, 3, 1)),
        ((2028, 2, 29), (2029, 2, 28)),
    ],
)
def test_a_year_is_to_the_same_day(day: tuple[int, int, int], later: tuple[int, int, int]) -> None:
    assert year_after(datetime(*day, tzinfo=UTC)) == datetime(*later, tzinfo=UTC)
