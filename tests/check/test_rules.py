"""The rules of the sources at and beside their limits: figures in prose, links, twins, HTML, forms, files."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from guide.base.address import PageRef
from guide.base.project import Project
from guide.check.citations import uncited_sources
from guide.check.dead_links import anchors_of, claims_without_page, dead_links
from guide.check.files import wrong_files, wrong_text
from guide.check.form import wrong_form
from guide.check.known import known_names
from guide.check.parity import unequal_pages
from guide.check.prose.measure import LIMITS, measure
from guide.check.prose.source import read_markdown
from guide.check.raw_html import unsafe_html
from guide.check.source_page import SourcePage, read_page
from guide.check.tables import leads_somewhere
from guide.check.typed_figures import figures_in, typed_figures, typed_figures_in_data
from guide.check.wrong_markers import wrong_markers
from guide.data import Book, load_book

GOOD = Path(__file__).parent / "cases/good"
FRONT = "---\ntitle: {title}\ndescription: What it is.\n---\n# Page {{#page}}\n\n"


@pytest.fixture(scope="module")
def book() -> Book:
    return load_book(GOOD / "data")


def source(body: str, page_id: str = "costs/index", locale: str = "en", title: str = "A page") -> SourcePage:
    text = FRONT.format(title=title) + body
    found = SourcePage(f"docs/{locale}/{page_id}.md", PageRef(page_id, locale), text, first_line=5)
    found.meta = {"title": title, "description": "What it is."}
    return found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 110 at once", ["110"]),
        ("call 96110, 12378 or 12315", ["96110", "12378", "12315"]),
        ("拨 95384，或者 400-999-8800", ["95384", "400-999-8800"]),
        ("between 22:00 and 8:00", ["22:00", "8:00"]),
        ("晚上 22：30 以后", ["22：30"]),
        ("a ratio of 1:30:20", []),
        ("1,100 people", []),
        ("No. 110, art. 12", []),
        ("2026-08-01", ["2026-08-01"]),
        ("an amount of [[eg:1000 yuan]]", []),
        ("[[term:x|30 days]]", ["30 days"]),
        ("[24%](x.md#24-days)", ["24%"]),
        ("2026 年 8 月起", []),
        ("2026 年 8 月 1 日起", ["2026 年 8 月 1 日"]),
    ],
)
def test_figure_in_prose_is_found_and_a_number_that_names_is_not(text: str, found: list[str]) -> None:
    assert figures_in(text) == found


@pytest.mark.parametrize(
    ("after", "found"), [("Then 30 days.", ["30 days"]), ("    Then 30 days.", []), ("\n    Still 30 days.", [])]
)
def test_worked_example_ends_where_its_indent_does(after: str, found: list[str]) -> None:
    page = source(f'!!! example "x"\n    1000 yuan.\n{after}\n')

    assert [problem.found.split("“")[1].split("”")[0] for problem in typed_figures(page)] == found


@pytest.mark.parametrize("field", ["takes", "never", "how"])
def test_figure_in_any_sentence_of_a_contact_is_found(book: Book, field: str) -> None:
    contact = book.contacts["bank"].model_copy(update={f"{field}_en": "within 30 days"})
    changed = Book(**{**vars(book), "contacts": {"bank": contact}})

    assert ["30 days" in problem.found for problem in typed_figures_in_data(changed)] == [True]


ANCHORS = {"costs/index": {"page", "fees"}, "faq": {"page"}, "index": {"page", "demo"}}


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("#fees", ""),
        ("#no-such", "to no anchor"),
        ("../faq.md", ""),
        ("../faq.md#page", ""),
        ("../faq.md#no-such", "to no anchor"),
        ("../index.md#demo?amount=1", ""),
        ("../index.md#no-such?amount=1", "to no anchor"),
        ("../no-such.md", "to no page"),
        ("picture.png", ""),
        ("../costs/picture.png", ""),
        ("no-such.png", "to no file"),
        ("/faq/", "from the root"),
        ("https://law.example/#x", ""),
        ("tel:110", ""),
        ("//law.example/", ""),
    ],
)
def test_link_leads_somewhere(tmp_path: Path, target: str, wrong: str) -> None:
    (tmp_path / "en/costs").mkdir(parents=True)
    (tmp_path / "en/costs/picture.png").touch()
    told = list(dead_links(source(f"[x]({target})"), ANCHORS, tmp_path))

    assert len(told) == bool(wrong)
    assert all(wrong in problem.found and problem.line == 7 for problem in told)


@pytest.mark.parametrize(
    ("marker", "there", "not_there"),
    [
        ("register:facts", {"fact-limit-max", "subject-other"}, {"source-rule-one"}),
        ("register:facts-rules", set(), {"fact-limit-max", "subject-other"}),
        ("register:sources", {"source-rule-one", "kind-regulator"}, {"kind-press"}),
        ("register:claims", {"claim-old-limit", "counts", "verdict-outdated"}, {"claim-grace", "verdict-unsupported"}),
        ("register:said-online", {"claim-grace", "verdict-unsupported"}, {"claim-old-limit"}),
        ("register:glossary", {"term-penalty-interest"}, {"counts"}),
        ("register:contacts", {"contact-bank"}, {"counts"}),
        ("tool:complaint-letter", {"complaint-letter", "letter-x"}, {"letter-y"}),
        ("tool:demo", {"demo"}, {"letter-x"}),
        ("figure:demo", {"figure-demo"}, {"demo"}),
    ],
)
def test_rows_and_blocks_have_the_anchors_that_pages_link_to(
    book: Book, marker: str, there: set[str], not_there: set[str]
) -> None:
    anchors = anchors_of(source(f"[[{marker}]]\n"), book, ["x"])

    assert there | {"page"} <= anchors
    assert not not_there & anchors


@pytest.mark.parametrize(
    ("page", "wrong"), [("costs/index", 0), ("costs/index#fees", 0), ("costs/index#no-such", 1), ("no/such", 1)]
)
def test_claim_leads_to_its_page(book: Book, page: str, wrong: int) -> None:
    claims = {"old-limit": book.claims["old-limit"].model_copy(update={"page": page})}
    changed = Book(**{**vars(book), "claims": claims, "said": {}})

    assert len(list(claims_without_page(changed, ANCHORS))) == wrong
    assert leads_somewhere(page, ANCHORS) == (not wrong)


TWINS = [
    ("[[fact:a]]", "[[fact:a]]", 0),
    ("[[fact:a]]", "that", 1),
    ("that", "[[fact:a]]", 1),
    ("[[fact:a]] [[fact:a]]", "[[fact:a]]", 1),
    ("[[fact:a]] [[fact:a]] [[fact:a]]", "[[fact:a]]", 2),
    ("[[term:a]]", "that", 0),
    ("[[tool:a]]", "", 1),
    ("[[claim:a]]", "", 1),
    ("[[disputed:a]]", "", 1),
    ("## A {#a}", "", 1),
    ("", "## A {#a}", 1),
    ("## A {#a}\n\n## B {#b}", "## A {#a}", 1),
    ("## A {#a}\n\n## B {#b}\n\n## C {#c}", "## A {#a}", 2),
    ("## A {#a}", "### A {#a}", 1),
    ("[x](../faq.md)", "[x](../index.md)", 2),
]


@pytest.mark.parametrize(("chinese", "english", "told"), TWINS)
def test_what_stands_in_one_language_only_is_told_each_time(chinese: str, english: str, told: int) -> None:
    pages = [source(chinese, locale="zh"), source(english, locale="en")]

    assert len(list(unequal_pages(pages))) == told


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        ("[x](javascript:alert)", 1),
        ("[x](JavaScript:alert)", 1),
        ("[x](data:text/html,x)", 1),
        ("[x](HTTPS://law.example/)", 0),
        ("[x](sms:95384)", 0),
        ('<a href="java\tscript:alert(1)">x</a>', 1),
        ('<a href=" vbscript:x">x</a>', 1),
        ('<a href="Tel:110">x</a>', 0),
        ("![x](https://x.example/x.png)", 1),
        ("![x](//x.example/x.png)", 1),
        ('<img src=" //x.example/x.png" alt="">', 1),
        ('<img src="\\\\x.example/x.png" alt="">', 1),
        ("![x](x.png)", 0),
        ('<a href="x.md" onclick="x()">x</a>', 1),
        ('<p onmouseover="x()">x</p>', 1),
        ('<p aria-label="x" data-x="y">x</p>', 0),
        ('<p style="color:red">x</p>', 1),
        ("<object></object>", 1),
        ("<iframe></iframe>", 1),
        ("<del>x</del>", 0),
        ("`<script>`", 0),
    ],
)
def test_html_that_could_harm_a_reader_is_told(body: str, wrong: int) -> None:
    assert len(list(unsafe_html(source(body)))) == wrong


@pytest.mark.parametrize(
    ("length", "body", "wrong"),
    [
        (64, "", 0),
        (65, "", 1),
        (9, "## A {#a}\n\n### B {#b}\n\n## C {#c}", 0),
        (9, "# Second {#second}", 1),
        (9, "## A {#a}\n\n## B {#a}", 1),
        (9, "## A", 1),
        (9, "## A {#Abc}", 1),
        (9, "## A {#a}\n\n#### B {#b}", 1),
        (9, "Call [fact:hotline].", 1),
    ],
)
def test_form_of_a_page(length: int, body: str, wrong: int) -> None:
    assert len(list(wrong_form(source(body, title="x" * length)))) == wrong


def test_page_without_a_heading_of_the_first_level_is_told() -> None:
    page = source("")
    page.text = page.text.replace("# Page {#page}", "Words.")

    assert [problem.found for problem in wrong_form(page)] == ["not exactly one heading of level 1"]


@pytest.mark.parametrize(
    ("marker", "wrong"),
    [
        ("[[fact:limit-max]]", 0),
        ("[[fact:limit-max|number]]", 0),
        ("[[fact:limit-max|figure]]", 1),
        ("[[disputed:grace-days]]", 0),
        ("[[disputed:limit-max]]", 1),
        ("[[claim:grace]]", 0),
        ("[[claim:old-limit]]", 0),
        ("[[source:rule-two]]", 1),
        ("see [[tool:demo]]", 1),
    ],
)
def test_marker_names_what_there_is(book: Book, marker: str, wrong: int) -> None:
    assert len(list(wrong_markers(source(marker), known_names(book, GOOD)))) == wrong


@pytest.mark.parametrize(
    ("body", "texts", "cited"),
    [
        ("[[source:page-two]]", {}, True),
        ("", {"data/x.yml": "a: '[[source:page-two]]'"}, True),
        ("", {"data/x.yml": "- {sources: [rule-one, page-two]}"}, True),
        ("", {}, False),
    ],
)
def test_source_is_cited_by_a_page_or_by_a_table(book: Book, body: str, texts: dict[str, str], cited: bool) -> None:
    facts = {"limit-max": book.facts["limit-max"]}
    changed = Book(**{**vars(book), "facts": facts})

    told = [problem.found for problem in uncited_sources(changed, [source(body)], texts)]

    assert told == ([] if cited else ["the source 'page-two', which nothing cites"])


@pytest.mark.parametrize(
    ("body", "links"),
    [
        ("```\n[x](a.md)\n```\n[x](b.md)", ["b.md"]),
        ("```\n~~~\n[x](a.md)\n```\n[x](b.md)", ["b.md"]),
        ("~~~\n```\n~~~\n[x](b.md)", ["b.md"]),
        ("`[x](a.md)` [x](b.md)", ["b.md"]),
        ("[see [[fact:a]]](b.md)", ["b.md"]),
    ],
)
def test_code_is_no_part_of_a_page(body: str, links: list[str]) -> None:
    assert [link.target for link in source(body).links] == links


def test_lines_are_counted_from_the_top_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "docs/en/a.md"
    path.parent.mkdir(parents=True)
    path.write_text(FRONT.format(title="x") + "[x](b.md)\n", encoding="utf-8")
    page = read_page(path, tmp_path / "docs")

    assert [link.line for link in page.links] == [7]
    assert page.section_at(7) == page.headings[0]


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (b"a\nb \xff\n", 2, "0xFF"),
        (b"\xef\xbb\xbfa\n", 1, "BOM"),
        (b"a\n<<<<<<< HEAD\n", 2, "merge"),
        ("a\u202eb".encode(), 1, "U+202E"),
        ("a\u2066b".encode(), 1, "U+2066"),
        ("a\u200eb".encode(), 1, "U+200E"),
        ("a\u200bb".encode(), 1, "U+200B"),
        ("a\ufffdb".encode(), 1, "U+FFFD"),
        (b"a\x00b", 1, "U+0000"),
    ],
)
def test_what_nobody_sees_in_a_file_is_told_with_its_line(content: bytes, line: int, found: str) -> None:
    (problem,) = wrong_text("x.md", content)

    assert problem.line == line
    assert found in problem.found


def test_plain_text_of_both_languages_is_right() -> None:
    assert list(wrong_text("x.md", "逾期\n“Overdue” — pay\ttoday\n".encode())) == []


def test_a_link_to_another_place_of_the_disk_is_told(tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path / "guide")
    assert wrong_files(Project(tmp_path / "guide")) == []

    (tmp_path / "guide/docs/en/secret.png").symlink_to("/etc/hostname")

    assert [problem.file for problem in wrong_files(Project(tmp_path / "guide"))] == ["docs/en/secret.png"]


@pytest.mark.parametrize(("words", "long"), [(25, 0), (26, 1)])
def test_sentence_at_its_limit_is_not_too_long(words: int, long: int) -> None:
    page = read_markdown(FRONT.format(title="x") + " ".join(["Pay"] * words) + ".\n", "en", None)

    assert LIMITS["en"].sentence == 25
    assert len(measure(page, "en").long_sentences) == long


@pytest.mark.parametrize(("sentences", "long"), [(3, 0), (4, 1)])
def test_paragraph_has_three_sentences_at_most(sentences: int, long: int) -> None:
    page = read_markdown(FRONT.format(title="x") + "Pay it now. " * sentences + "\n", "en", None)

    assert len(measure(page, "en").long_paragraphs) == long
