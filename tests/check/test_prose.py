"""Prose is cut and counted as a reader would."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from guide.check.prose.blocks import read_blocks
from guide.check.prose.command import main
from guide.check.prose.measure import allowed_long, findings, measure, reading_grade
from guide.check.prose.sentences import length, sentences
from guide.check.prose.source import read_markdown

SENTENCES = [
    ("en", "Ask the bank. Then write to it.", ["Ask the bank.", "Then write to it."]),
    ("en", "No. It is 0.5% (art. 18). Ask, e.g. us.", ["No.", "It is 0.5% (art. 18).", "Ask, e.g. us."]),
    ("en", "Say “我要投诉” (I complain). Then wait!", ["Say “” (I complain).", "Then wait!"]),
    ("en", "微粒贷", []),
    ("zh", "先投诉。“银行会答复。”然后等", ["先投诉。", "“银行会答复。”", "然后等"]),
    ("zh", "要不要等？要！", ["要不要等？", "要！"]),
    ("zh", "95384", []),
]


@pytest.mark.parametrize(("locale", "text", "expected"), SENTENCES)
def test_text_is_cut_into_sentences(locale: str, text: str, expected: list[str]) -> None:
    assert sentences(text, locale) == expected


@pytest.mark.parametrize(
    ("locale", "sentence", "expected"),
    [("en", "The bank's 30-day limit is 0.066%.", 6), ("zh", "年利率最高 23.76%，App 里看。", 7)],
)
def test_length_is_in_words_or_han_characters(locale: str, sentence: str, expected: int) -> None:
    assert length(sentence, locale) == expected


def blocks(body: str) -> list[tuple[str, bool]]:
    return [(block.text, block.paragraph) for block in read_blocks(html.fromstring(f"<main>{body}</main>"))]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>One <b>bold</b> word.</p>", [("One bold word.", True)]),
        ("<ul><li>Outer.<ul><li>Inner.</li></ul></li></ul>", [("Outer.", True), ("Inner.", True)]),
        ("<p>Text<a class='cite'>a source</a>.</p>", [("Text.", True)]),
        (
            "<table><tr><td>500 yuan</td><td>A whole sentence.</td></tr></table>",
            [("A whole sentence.", False)],
        ),
        ("<div data-tool='x'><p>Tool.</p></div><pre>code.</pre>", []),
        (
            "<div class='admonition say'><p class='admonition-title'>Say</p><p>Hello.</p></div>",
            [("Hello.", False)],
        ),
    ],
)
def test_only_what_is_read_as_prose_counts(body: str, expected: list[tuple[str, bool]]) -> None:
    assert blocks(body) == expected


def test_terms_of_the_trade_do_not_make_a_page_hard() -> None:
    sentence = ["You pay penalty interest on the all-in financing cost of the institution."]

    assert reading_grade(sentence, frozenset({"penalty interest", "institution"})) < reading_grade(sentence)


@pytest.mark.parametrize(("count", "allowed"), [(1, 0), (49, 0), (50, 1), (51, 2), (200, 4)])
def test_two_sentences_in_a_hundred_may_be_long(count: int, allowed: int) -> None:
    assert allowed_long(count) == allowed


PAGE = "---\ntitle: A page\ndescription: What it is.\n---\n# Heading {#a}\n\n"


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("One. Two. Three. Four.", ["paragraph of more than 3 sentences"]),
        ("This " + "very " * 25 + "long one.", ["long sentence (28", "on average"]),
        ("Institutional considerations necessitate comprehensive documentation.", ["reading grade"]),
        ("You pay it back in parts. [[claim:old-limit]]", []),
    ],
)
def test_findings_tell_the_writer_what_to_change(body: str, says: list[str]) -> None:
    found = findings(measure(read_markdown(PAGE + body, "en", None), "en"), "en")

    assert len(found) == len(says)
    assert all(words in finding for words, finding in zip(says, found, strict=True))


def test_excepted_page_does_not_fail_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "en" / "page.md"
    page.parent.mkdir()
    excepted = PAGE.replace("---\n#", "writing_exception: the rule's own words\n---\n#")
    page.write_text(excepted + "One. Two. Three. Four.", encoding="utf-8")

    assert main([str(page)]) == 0
    assert "excepted: the rule's own words" in capsys.readouterr().out
