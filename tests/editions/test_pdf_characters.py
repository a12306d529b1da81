"""A reader of the PDF finds characters, not the radicals that look like them."""

from __future__ import annotations

import pytest

from guide.editions.pdf_characters import corrected

MAP = b"begincmap\n%d beginbf%s\n%s\nendbf%s\nendcmap\n"


def mapped(kind: bytes, *lines: bytes) -> bytes:
    return MAP % (len(lines), kind, b"\n".join(lines), kind)


@pytest.mark.parametrize(
    ("radical", "character"),
    [("⽴", "立"), ("⼾", "户"), ("⻋", "车"), ("⻓", "长"), ("⾦", "金")],
)
def test_radical_becomes_the_character(radical: str, character: str) -> None:
    right = corrected(mapped(b"char", b"<0001> <%04X>" % ord(radical), b"<0002> <0041>"))

    assert right == mapped(b"char", b"<0001> <%04X>" % ord(character), b"<0002> <0041>")


def test_ranges_are_written_out_to_their_end() -> None:
    right = corrected(mapped(b"range", b"<0001> <0003> <%04X>" % ord("⽴")))

    assert right.count(b"\n<") == 3
    assert b"<0001> <%04X>" % ord("立") in right
    assert b"<0003> <%04X>" % ord("米") in right


def test_map_without_radicals_stays() -> None:
    text = mapped(b"range", b"<0001> <0003> <0041>")

    assert corrected(text) == text


def test_no_block_holds_more_than_the_format_lets_it() -> None:
    lines = [b"<%04X> <%04X>" % (code, ord("⽴")) for code in range(201)]
    right = corrected(mapped(b"char", *lines))

    assert [int(part.split()[-1]) for part in right.split(b" beginbfchar")[:-1]] == [100, 100, 1]
    assert right.count(b"<%04X>" % ord("立")) == 201
