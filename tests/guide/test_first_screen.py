"""The part of a page that its first screen shows."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from guide.build.first_screen import LINE_LETTERS, SCREEN_LINES, first_screen

SHORT = "<p>One line.</p>"
LETTERS = LINE_LETTERS * SCREEN_LINES

paragraphs = st.lists(st.text(alphabet="ab 中文", max_size=200).map(lambda text: f"<p>{text}</p>"), max_size=80)


@given(paragraphs)
def test_it_is_the_beginning_of_the_page_and_cuts_no_tag(parts: list[str]) -> None:
    html = "".join(parts)
    shown = first_screen(html)

    assert html.startswith(shown)
    assert shown.count("<") == shown.count(">")


def test_a_short_page_is_shown_whole() -> None:
    assert first_screen(SHORT) == SHORT


def test_what_follows_a_screen_of_text_is_not_shown() -> None:
    assert "<table" not in first_screen(f"<p>{'a' * LETTERS}</p><table><tr><td>1</td></tr></table>")


def test_chinese_takes_twice_the_room() -> None:
    half = LETTERS // 2 + 1

    assert "<table" in first_screen(f"<p>{'a' * half}</p><table>")
    assert "<table" not in first_screen(f"<p>{'中' * half}</p><table>")


def test_short_paragraphs_fill_a_screen_too() -> None:
    assert "<table" not in first_screen(SHORT * SCREEN_LINES + "<table>")


def test_scripts_and_spaces_take_no_room() -> None:
    assert "<table" in first_screen(f"<script>{'a' * LETTERS}</script><p>{' ' * LETTERS}</p><table>")
