"""Each page carries the styles that it uses, and no more; what scripts and tags name is kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from guide.page.built_page import BuiltPage
from guide.web.styles import EVERY_TOOL, PARTS, Styles, names_used
from tests.small_guide import page

STYLES = Styles(
    {name: f"{name};" for name in ["base", *PARTS, "form", "search", "single", "print"]},
    {EVERY_TOOL: "every tool;", "a+b": "a and b;"},
    "extra;",
)


def page_with(content: str, *tools: str) -> BuiltPage:
    return replace(page("costs/index", "en", content), tools=tools)


@pytest.mark.parametrize(
    ("content", "tools", "expected"),
    [
        ("<p>x</p>", (), "base;print;extra;"),
        ("<table></table>", (), "base;tables;print;extra;"),
        ('<div class="admonition steps"></div>', (), "base;callouts;print;extra;"),
        ('<section id="which-situation"></section><figure class="figure"></figure>', (), "base;ways;figures;print;extra;"),
        ("<p>x</p>", ("a", "b"), "base;form;a and b;print;extra;"),
    ],
)
def test_a_page_has_the_sheets_it_uses_and_the_author_s_last(
    content: str, tools: tuple[str, ...], expected: str
) -> None:
    assert STYLES.of_page(page_with(content, *tools)) == expected


def test_editions_with_one_sheet_have_all_of_it() -> None:
    sheet = STYLES.of_all_pages()

    assert all(f"{name};" in sheet for name in ["base", *PARTS, "form", "search", "single", "every tool", "print"])
    assert sheet.endswith("print;extra;")


def test_names_are_those_of_tags_and_scripts_not_of_prose() -> None:
    tree = html.fromstring('<div class="card is-open" data-x="by"><p>zebra</p></div>')
    names = set(names_used([tree], ['element.classList.add("made-later")']))

    assert {"div", "class", "card", "is-open", "data-x", "by", "p", "made-later", "classList"} <= names
    assert "zebra" not in names
