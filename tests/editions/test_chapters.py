"""The chapters of the paper edition: pages in reading order, fit for one document without script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from guide.editions.chapters import Chapter, make_chapters, steps_below
from guide.page.built_page import BuiltPage
from tests.small_guide import page

STEPS = (
    '<h2 id="today">Today</h2><div class="admonition steps"><ol>'
    '<li>Call <a href="../x/">them</a><a class="evidence" href="#"></a>.</li><li>Write.</li></ol></div>'
    '<h2 id="later">Later</h2><div class="admonition steps"><ol><li>Wait.</li></ol></div>'
)


def placed(page_id: str, place: int, section: str = "", content: str = "<h1>x</h1>") -> BuiltPage:
    return replace(page(page_id, "en", content), place_in_menu=place, section=section)


def chapter(content: str) -> Chapter:
    """A chapter with *content*, in a guide that has a second one."""
    return make_chapters([placed("overdue/index", 0, content=content), placed("costs/index", 1)], "en")[0]


def tree(content: str) -> html.HtmlElement:
    return html.fragment_fromstring(chapter(content).content, create_parent="div")


def test_chapters_stand_in_the_order_of_the_menu_each_part_named_once() -> None:
    pages = [
        placed("faq", 4),
        placed("costs/interest", 3, "Costs"),
        placed("overdue/plan", 1, "Overdue"),
        placed("costs/index", 2, "Costs"),
        placed("index", 0),
    ]

    chapters = make_chapters(pages, "en")

    assert [(one.page.ref.page_id, one.part) for one in chapters] == [
        ("index", ""),
        ("overdue/plan", "Overdue"),
        ("costs/index", "Costs"),
        ("costs/interest", ""),
        ("faq", ""),
    ]


def test_paper_has_one_language_and_no_page_that_serves_a_screen() -> None:
    pages = [placed("index", 0), placed("download", 1), placed("sitemap", 2), page("index", "zh", "<h1>x</h1>")]

    assert [one.page.ref.page_id for one in make_chapters(pages, "en")] == ["index"]


@pytest.mark.parametrize(
    ("content", "gone"),
    [
        ("<p>a</p><script>b()</script>", "b()"),
        ("<p>a</p><button>press</button>", "press"),
        ('<p>a</p><p data-web="">here alone</p>', "here alone"),
        ("<p>a</p><p hidden>unseen</p>", "unseen"),
        ('<p>a</p><div class="needs-js">live</div>', "live"),
        ('<p>a</p><div class="tool__live">sum</div>', "sum"),
        ('<div data-without-script><p class="notice">turn it on</p><p>a</p></div>', "turn it on"),
    ],
)
def test_what_only_a_screen_can_do_is_left_out(content: str, gone: str) -> None:
    text = chapter(content).content

    assert gone not in text
    assert "a</p>" in text


@pytest.mark.parametrize(
    ("field", "kind", "text"),
    [
        ('<input type="checkbox" value="1">', "tick", "☐ "),
        ('<input type="radio" value="1">', "tick", "☐ "),
        ('<input value="10000">', "blank", "10000"),
        ("<input>", "blank", ""),
        ("<select><option>one</option><option selected>two</option></select>", "blank", "two"),
        ("<select><option>one</option><option>two</option></select>", "blank", "one"),
        ("<textarea> words </textarea>", "blank", "words"),
    ],
)
def test_a_field_becomes_what_it_would_hold(field: str, kind: str, text: str) -> None:
    (shown,) = tree(f"<p>Sum: {field} yuan</p>").xpath(".//span")

    assert (shown.get("class"), shown.text_content(), shown.tail) == (kind, text, " yuan")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#today", "#overdue-index--today"),
        ("../costs/#fees", "#costs-index--fees"),
        ("../costs/", "#costs-index"),
        ("https://law.example/x", "https://law.example/x"),
        ("tel:110", "tel:110"),
        ("../download/", None),
    ],
)
def test_links_jump_within_the_document_or_become_words(address: str, expected: str | None) -> None:
    text = tree(f'<p><a href="{address}">there</a></p>')

    assert text.xpath(".//a/@href") == ([expected] if expected else [])
    assert text.text_content() == "there"


def test_places_are_named_after_their_chapter_and_what_is_folded_stands_open() -> None:
    made = chapter('<h1 id="a">Cannot pay</h1><h2 id="b"> Today </h2><h2>x</h2><details><summary>y</summary></details>')

    assert (made.title, made.anchor) == ("Cannot pay", "overdue-index")
    assert [(line.title, line.anchor) for line in made.headings] == [("Today", "overdue-index--b")]
    assert 'id="overdue-index--a"' in made.content
    assert "<details open" in made.content


@pytest.mark.parametrize(("heading", "steps"), [("today", ["Call them.", "Write."]), ("later", ["Wait."])])
def test_steps_are_those_of_the_first_list_below_the_heading(heading: str, steps: list[str]) -> None:
    assert steps_below(placed("overdue/index", 0, content=STEPS), heading) == steps


def test_missing_steps_are_told_with_their_page() -> None:
    with pytest.raises(ValueError, match=r"en/overdue/index.html: found no steps below #tomorrow; right: "):
        steps_below(placed("overdue/index", 0, content=STEPS), "tomorrow")
