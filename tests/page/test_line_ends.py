"""What keeps together in a line, and what a phone shows of a table."""

from __future__ import annotations

import pytest
from lxml import html

from guide.page.line_ends import tie_arrows
from guide.page.marks import one_mark_a_range
from guide.page.workshop import name_kinds, wrap_tables

MARK = '<span class="fact"><data>{0}</data><a class="evidence" href="#fact-{0}" aria-label="Evidence: {0}"></a></span>'


def article(text: str) -> html.HtmlElement:
    return html.fragment_fromstring(text, create_parent="div")


@pytest.mark.parametrize(
    ("given", "right"),
    [
        ("“我” → “服务”", "“我”\u00a0→ “服务”"),
        ("Me\n→ Services", "Me\u00a0→ Services"),
        ("“我”→“服务”", "“我”\u2060→“服务”"),
        ("no arrow", "no arrow"),
    ],
)
def test_no_arrow_begins_a_line(given: str, right: str) -> None:
    assert tie_arrows(given) == right


@pytest.mark.parametrize(
    ("between", "marks"), [(" to ", 1), (" 到 ", 1), ("至", 1), ("–", 1), ("，", 2), (" days, up to ", 2)]
)
def test_a_range_carries_one_mark_and_both_figures_their_evidence(between: str, marks: int) -> None:
    given = article(f"<p>{MARK.format(3)}{between}{MARK.format(24)} a year</p>")

    one_mark_a_range(given)

    assert len(given.find_class("evidence")) == marks
    assert given.xpath("//a/@href") == ["#fact-3", "#fact-24"]
    assert given.text_content() == f"3{between}24 a year"


def table(*rows: str) -> html.HtmlElement:
    head, *body = [f"<tr>{row}</tr>" for row in rows]
    given = article(f"<table><thead>{head}</thead><tbody>{''.join(body)}</tbody></table>")
    wrap_tables(given, "Table: ")
    return given.find(".//table")


LONG = "银行不答复，或者银行违反规定，或者催收做得太过分，都可以去反映"


@pytest.mark.parametrize(
    ("cells", "rows"),
    [
        (["公安", "110", "报警"], False),
        (["利息和扣款", "微众银行", LONG], True),
        (["征信报告有错", "金融监管总局", "12363电话"], True),
        ([LONG, LONG], False),
    ],
)
def test_a_table_that_no_phone_holds_becomes_rows_with_labels(cells: list[str], rows: bool) -> None:
    heads = ["事情", "找谁", "电话"][: len(cells)]
    given = table("".join(f"<th>{head}</th>" for head in heads), "".join(f"<td>{cell}</td>" for cell in cells))

    assert ("rows" in given.classes) == rows
    assert given.xpath(".//td/@data-label") == (heads if rows else [])


@pytest.mark.parametrize(
    ("cell", "short"),
    [
        ("公安", True),
        ("微众银行", True),
        ("110 公安报警", True),
        ("WeBank (微众银行)", True),
        (LONG, False),
        ("Police", False),
    ],
)
def test_short_chinese_names_in_tables_do_not_break(cell: str, short: bool) -> None:
    [found] = table("<th>Who</th>", f"<td>{cell}</td>").iter("td")

    assert ("short" in found.classes) == short


def test_kinds_of_call_outs_are_told_by_a_word() -> None:
    given = article(
        '<div class="admonition danger"><p class="admonition-title">A</p></div>'
        '<div class="admonition example"><p class="admonition-title">B</p></div>'
    )

    name_kinds(given, {"danger": "Careful"})

    assert given.xpath("//p/@data-kind") == ["Careful"]
