"""What the engine is given: sections with their places, answers with their figures, claims with their page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from guide.base.problems import Problem
from guide.base.project import here
from guide.data import Book, load_book
from guide.page.built_page import BuiltPage
from guide.search.characters import simplified_pairs
from guide.search.documents import sections_of
from guide.search.index import SearchData, language_data, page_sections, words_data
from guide.search.words import Answer, Group, Question, Sums, Wording, load_wording
from guide.search.wrong_words import wrong_words
from tests.small_guide import page

SIMPLIFIED = here().root / "node_modules/opencc-js/dist/esm-lib/dict/TSCharacters.js"


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(here().data)


@pytest.fixture(scope="module")
def wording() -> Wording:
    return load_wording(here().data)


def pages(book: Book) -> list[BuiltPage]:
    """Pages that stand in another order than that of their ids, with a claim of the page `costs/index`."""
    claim = next(claim for claim in book.claims.values() if claim.page.partition("#")[0] == "costs/index")
    row = f'<article id="claim-{claim.id}"><h4>It is one</h4><p><b class="verdict">Wrong</b> It is two.</p></article>'
    return [
        page("index", "en", "<h1>Start</h1>"),
        page("evidence/index", "en", f"<h1>What is said</h1>{row}"),
        page("costs/index", "en", '<h1>Costs</h1><h2 id="fees">Fees</h2><p>None.</p>'),
        page("costs/index", "zh", '<h1>费用</h1><h2 id="fees">收费</h2>'),
        page("evidence/facts", "en", '<h1>Figures</h1><div id="fact-limit-max"><h3>Limit</h3>x</div>'),
    ]


def known(book: Book, wording: Wording, locale: str = "en") -> dict[str, Any]:
    made = pages(book)
    return language_data(made, {one.ref: page_sections(one) for one in made}, book, wording, locale)


@pytest.mark.parametrize("kind", ["claim", "fact", "term", "source", "contact"])
def test_every_row_of_a_register_is_found_at_its_own_place(kind: str) -> None:
    tag = "dt" if kind == "term" else "article"
    row = f'<{tag} id="{kind}-x"><h4>Name</h4></{tag}>' if tag == "article" else f'<dl><dt id="{kind}-x">Name</dt></dl>'

    assert [(one.anchor, one.heading) for one in sections_of("T", "", row)][1:] == [(f"{kind}-x", "Name")]


def test_text_with_a_mark_to_pass_over_is_passed_over() -> None:
    found = sections_of("T", "", "<p>a</p><div data-search-skip>b</div><p class='entry__quote'>c</p><p>d</p>")

    assert found[0].text == "a d"


def test_of_registers_only_the_page_itself_is_found() -> None:
    row = '<h1>x</h1><div id="fact-a"><h3>A</h3>b</div>'

    assert len(page_sections(page("evidence/facts", "en", row))) == 1
    assert len(page_sections(page("evidence/index", "en", row))) == 2


def test_each_language_has_its_own_pages_in_one_order(book: Book, wording: Wording) -> None:
    data = known(book, wording)

    assert [one["id"] for one in data["pages"]] == ["costs/index", "evidence/facts", "evidence/index", "index"]
    assert [one["id"] for one in known(book, wording, "zh")["pages"]] == ["costs/index"]
    assert next(row for row in data["sections"] if row[1] == "fees")[:4] == [0, "fees", "Fees", "None."]


def test_claim_is_found_by_what_is_claimed_and_leads_on_to_its_page(book: Book, wording: Wording) -> None:
    data = known(book, wording)
    (row,) = [row for row in data["sections"] if row[1].startswith("claim-")]

    assert row[0] == 2
    assert row[2:] == ["Wrong · It is one", "", "It is one", 0]


def test_section_is_found_by_how_readers_ask_for_it(book: Book, wording: Wording) -> None:
    asked = Question(place="costs/index#fees", zh=("收费吗",), en=("is there a fee", "any charge"))
    data = known(book, replace(wording, questions=(asked,)))
    rows = {row[1]: row for row in data["sections"] if row[0] == 0}

    assert rows["fees"][4:] == ["is there a fee any charge"]
    assert len(rows[""]) == 4


def test_answer_leads_to_its_page_with_its_figures_as_sure_as_they_are(book: Book, wording: Wording) -> None:
    unsure = next(fact for fact in book.facts.values() if fact.status == "uncertain")
    answer = Answer(id="x", place="evidence/index#a", facts=(unsure.id, "hotline-webank"), zh=("甲",), en=("a b",))
    (told,) = known(book, replace(wording, answers=(answer,)))["answers"]

    assert (told["asks"], told["page"], told["anchor"]) == (["a b"], 2, "a")
    assert [fact["status"] for fact in told["facts"]] == ["uncertain", book.facts["hotline-webank"].status]
    assert [fact.get("phone") for fact in told["facts"]] == [None, "95384"]
    assert told["facts"][0]["page"] == unsure.page


def test_glossary_joins_the_group_that_has_its_word_and_repeats_none(book: Book, wording: Wording) -> None:
    term = next(iter(book.terms.values()))
    group = Group(id="g", zh=("甲",), en=(term.en,))
    other = replace(wording, groups=(group,))
    concepts = dict(words_data(other, replace(book, terms={"x": term}), {}, SIMPLIFIED)["concepts"])

    assert concepts == {"g": ["甲", term.en, term.zh]}


def test_six_words_of_a_group_are_for_readers_of_either_language() -> None:
    group = Group(id="g", zh=tuple("一二三四五六七八"), en=("a",))

    assert group.core() == [*"一二三四五六", "a"]
    assert (group.more("zh"), group.more("en")) == (["七", "八"], [])


def test_traditional_characters_that_the_guide_itself_writes_are_left_alone() -> None:
    assert simplified_pairs(SIMPLIFIED, set("办辦")) == ""


def test_script_of_an_index_cannot_end_the_page_it_stands_in() -> None:
    text = SearchData({"en": {"pages": ["</script><b>"]}}, {}).index_script("en")
    data = re.fullmatch(r"\(self\.guideSearch=self\.guideSearch\|\|\{\}\)\.en=(.*);\n", text)

    assert "<" not in text
    assert data
    assert json.loads(data[1]) == {"pages": ["</script><b>"]}


PLACES = {"faq": {"a"}, "costs/index": set[str]()}
GROUP = Group(id="g", zh=("甲",), en=("a",))
NO_WORDS = Wording(
    groups=(GROUP,), questions=(), companions={}, answers=(), beside=(), subject=(), stop="", lines={},
    sums=Sums(tool="g", beside=[], cost=[]),
)  # fmt: skip


def question(place: str) -> Question:
    return Question(place=place, zh=("甲",), en=("a",))


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({}, []),
        ({"groups": (GROUP, GROUP)}, ["the group 'g' 2 times"]),
        ({"questions": (question("faq#a"), question("faq"))}, []),
        ({"questions": (question("faq#b"),)}, ["the place “faq#b”"]),
        ({"questions": (question("no/such"),)}, ["the place “no/such”"]),
        ({"answers": (Answer(id="x", place="faq#b", facts=("f",), zh=(), en=()),)}, ["the place “faq#b”", "fact 'f'"]),
        ({"companions": {"costs/index": "faq"}}, []),
        ({"companions": {"costs/index": "no/such"}}, ["the companion “no/such”"]),
        ({"companions": {"no/such": "faq"}}, ["the companion “no/such”"]),
        ({"beside": ("x",)}, ["the unknown group 'x'"]),
        ({"subject": ("x",)}, ["the unknown group 'x'"]),
        ({"sums": Sums(tool="g", beside=["g"], cost=["x"])}, ["the unknown group 'x'"]),
    ],
)
def test_words_that_lead_nowhere_are_told(book: Book, change: dict[str, Any], says: list[str]) -> None:
    lines = {
        name: ("data/x.yml", 3)
        for name in ("group g", "answer x", *(f"question {place}" for place in ("faq#a", "faq", "faq#b", "no/such")))
    }
    told: set[Problem] = set(wrong_words(replace(NO_WORDS, lines=lines, **change), book, PLACES))

    assert len(told) == len(says)
    assert all(any(words in str(problem) for problem in told) for words in says)
