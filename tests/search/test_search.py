"""What search takes from a page, and what it knows of words."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from guide.base.address import LOCALES
from guide.base.project import here
from guide.data import load_book
from guide.search.characters import simplified_pairs
from guide.search.documents import sections_of
from guide.search.words import Group, Wording, load_wording

ROOT = here().root
TRADITIONAL = ROOT / "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js"


@pytest.fixture(scope="module")
def wording() -> Wording:
    return load_wording(ROOT / "data")


def sections(content: str) -> list[tuple[str, str, str]]:
    return [(one.anchor, one.heading, one.text) for one in sections_of("Title", "Summary.", content)]


def test_each_heading_opens_a_section_and_the_page_itself_is_the_first() -> None:
    found = sections('<h1>Title</h1><p>Lead.</p><h2 id="a">One<a class="headerlink">¶</a></h2>A <b>b</b>.')

    assert found == [("", "Title", "Summary. Lead."), ("a", "One", "A b.")]


def test_text_of_blocks_stays_apart_and_text_of_a_sentence_together() -> None:
    found = sections('<p>年化<data value="9">9</data>%</p><ul><li>one</li><li>two</li></ul>')

    assert found == [("", "Title", "Summary. 年化9% one two")]


@pytest.mark.parametrize(
    "skipped",
    [
        "<script>let a = 1</script>",
        "<svg><text>drawn</text></svg>",
        '<section data-tool="x"><label>Amount</label></section>',
        '<div class="admonition claim"><p>the starting text’s words</p></div>',
        '<a class="evidence" href="#">proof</a>',
        "<!-- a comment -->",
    ],
)
def test_what_is_no_text_of_the_guide_is_left_out(skipped: str) -> None:
    assert sections(f"<p>Before</p>{skipped}<p>after</p>") == [("", "Title", "Summary. Before after")]


def test_a_row_of_a_register_is_a_section_that_ends_with_it() -> None:
    row = '<article id="claim-x"><h4>It is so</h4><p>No.</p></article>'
    found = sections(f'<h2 id="r">Register</h2>{row}<p>Foot.</p>')

    assert found[1:] == [("r", "Register", "Foot."), ("claim-x", "It is so", "No.")]


def test_a_claim_is_never_named_without_its_verdict() -> None:
    row = '<article id="claim-x"><h4>It is 1</h4><p><b class="verdict">Wrong</b> It is 2.</p></article>'

    assert sections(row)[1] == ("claim-x", "Wrong · It is 1", "It is 2.")


def test_a_term_is_a_section_of_its_own() -> None:
    assert sections('<dl><dt id="term-a">A</dt><dd>means B</dd></dl>')[1] == ("term-a", "A", "means B")


def test_traditional_characters_are_kept_for_the_wanted_ones_only() -> None:
    assert simplified_pairs(TRADITIONAL, set("办")) == "辦办"


@pytest.mark.parametrize("locale", LOCALES)
def test_no_word_stands_in_two_groups_of_one_meaning_twice(wording: Wording, locale: str) -> None:
    for group in wording.groups:
        assert [word for word, times in Counter(group.said(locale)).items() if times > 1] == [], group.id


def test_every_group_pairs_up_the_languages(wording: Wording) -> None:
    assert [group.id for group in wording.groups if not all(map(group.said, LOCALES))] == []


def test_ids_of_groups_are_their_own(wording: Wording) -> None:
    assert [name for name, times in Counter(group.id for group in wording.groups).items() if times > 1] == []


def test_every_answer_has_its_facts(wording: Wording) -> None:
    facts = load_book(ROOT / "data").facts

    assert [fact for answer in wording.answers for fact in answer.facts if fact not in facts] == []


def test_every_answer_and_question_is_in_both_languages(wording: Wording) -> None:
    lacking = [answer.id for answer in wording.answers if not all(map(answer.said, LOCALES))]
    lacking += [question.place for question in wording.questions if not all(map(question.said, LOCALES))]

    assert lacking == []


def test_words_may_be_missing_in_a_file_of_words(tmp_path: Path) -> None:
    texts = {
        "synonyms": "subject: []\nsums: {tool: a, beside: [], cost: []}\ngroups: [{id: a, zh: [甲]}]\nstop: {zh: 的, en: the}\n",
        "questions": "questions: []\n",
        "answers": "beside: []\nanswers: []\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yml").write_text(text, encoding="utf-8")

    assert load_wording(tmp_path).groups == (Group(id="a", zh=("甲",)),)


def test_what_a_query_may_name_beside_its_question_are_groups(wording: Wording) -> None:
    sums = {wording.sums.tool, *wording.sums.beside, *wording.sums.cost}

    assert {*wording.beside, *wording.subject, *sums} - {group.id for group in wording.groups} == set()
