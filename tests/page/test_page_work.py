"""From Markdown to what a reader sees: figures with their evidence, claims with their verdict, tables with a name."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html

from guide.base.address import PageRef
from guide.page.markers import UnknownMarker
from guide.page.workshop import PageWork, Workshop

STATUS = {
    "confirmed": {"zh": "（已证实）", "en": " (confirmed)"},
    "reported": {"zh": "（多处报道）", "en": " (reported)"},
    "uncertain": {"zh": "（说法不一或把握不大）", "en": " (disputed or uncertain)"},
}
TITLES = {
    "wrong": "This is wrong",
    "harmful": "This advice can harm you",
    "outdated": "This is out of date",
    "unsupported": "This has no support",
    "opinion": "This is a view, not a fact",
    "supported": "This is true",
}


def work(workshop: Workshop, page_id: str = "costs/index", locale: str = "en") -> PageWork:
    return workshop.start_page(PageRef(page_id, locale), {})


def shown(page: PageWork, markdown: str) -> html.HtmlElement:
    """What becomes of a marker alone in a paragraph."""
    return html.fragment_fromstring(page.finish(f"<p>{page.expand(markdown)}</p>"), create_parent="div")


def figure(page: PageWork, markdown: str) -> html.HtmlElement:
    """What becomes of a marker in a sentence, without what a whole page explains below it."""
    return html.fragment_fromstring(page.expand(markdown), create_parent="div")


@pytest.mark.parametrize("status", STATUS)
@pytest.mark.parametrize("locale", ["zh", "en"])
def test_figure_shows_how_sure_it_is_and_leads_to_its_proof(workshop: Workshop, status: str, locale: str) -> None:
    fact = next(fact for fact in workshop.book.facts.values() if fact.status == status)
    (mark,) = figure(work(workshop, locale=locale), f"[[fact:{fact.id}]]").find_class("evidence")

    assert mark.classes >= {"evidence", f"evidence--{status}"}
    assert mark.get("aria-label", "").endswith(STATUS[status][locale])
    assert mark.get("href") == f"../{fact.page}/#fact-{fact.id}"


@pytest.mark.parametrize(("fact", "dialled"), [("hotline-webank", ["tel:95384"]), ("wrong-hotline", [])])
def test_only_a_right_number_can_be_dialled(workshop: Workshop, fact: str, dialled: list[str]) -> None:
    tree = shown(work(workshop), f"[[fact:{fact}]]")

    assert [link for link in tree.xpath("//@href") if link.startswith("tel:")] == dialled


def test_wrong_number_cannot_be_dialled_whatever_its_unit_is(workshop: Workshop) -> None:
    facts = {
        **workshop.book.facts,
        "wrong-hotline": workshop.book.facts["wrong-hotline"].model_copy(update={"unit": "phone"}),
    }
    page = work(replace(workshop, book=replace(workshop.book, facts=facts)))

    assert "tel:" not in page.expand("[[fact:wrong-hotline]]")


@pytest.mark.parametrize(("form", "words"), [("", "24%"), ("|number", "24")])
def test_figure_may_stand_without_its_unit(workshop: Workshop, form: str, words: str) -> None:
    assert figure(work(workshop), f"[[fact:court-total-cap{form}]]").text_content() == words


@pytest.mark.parametrize("markdown", ["[[fact:{}]]", "[[disputed:{}]]"])
def test_page_knows_the_figures_it_shows(workshop: Workshop, markdown: str) -> None:
    disputed = next(fact.id for fact in workshop.book.facts.values() if fact.sides)
    page = work(workshop)
    page.expand(markdown.format(disputed))

    assert page.markers.facts == {disputed}
    assert page.checked == workshop.book.facts[disputed].checked


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_dispute_shows_every_side_and_the_one_that_is_followed(workshop: Workshop, locale: str) -> None:
    for fact in (fact for fact in workshop.book.facts.values() if fact.sides):
        page = work(workshop, locale=locale)
        text = shown(page, f"[[disputed:{fact.id}]]").text_content()

        for side in fact.sides:
            assert html.fromstring(f"<p>{page.markers.inline(side.words('words', locale))}</p>").text_content() in text
        follows = html.fromstring(f"<p>{page.markers.inline(fact.words('follows', locale))}</p>").text_content()
        assert follows in text


@pytest.mark.parametrize(
    "marker", ["disputed:hotline-webank", "disputed:no-such", "claim:no-such", "figure:no-such", "tool:no-such"]
)
def test_block_that_cannot_be_made_is_refused(workshop: Workshop, marker: str) -> None:
    with pytest.raises(ValueError, match=r"found .*; right: "):
        work(workshop).expand(f"[[{marker}]]")


@pytest.mark.parametrize("verdict", TITLES)
def test_claim_is_never_shown_without_its_verdict(workshop: Workshop, verdict: str) -> None:
    for claim in [one for one in workshop.book.judged.values() if one.verdict == verdict][:3]:
        (block,) = shown(work(workshop), f"[[claim:{claim.id}]]").find_class("claim")
        register = "evidence/" if claim.id in workshop.book.claims else "evidence/said-online/"

        assert f"claim--{verdict}" in block.classes
        assert block.find_class("admonition-title")[0].text_content() == TITLES[verdict]
        assert f"../{register}#claim-{claim.id}" in block.xpath(".//@href")


@pytest.mark.parametrize(
    ("locale", "text", "expected"),
    [
        ("en", "a <b> & c", "a &lt;b&gt; &amp; c"),
        ("zh", "<script>[[eg:<i>]]", "&lt;script&gt;&lt;i&gt;"),
        ("en", "the lender (贷款人)", 'the lender (<span lang="zh-CN">贷款人</span>)'),
        ("zh", "说 [[en:pay]]", '说 <span lang="en">pay</span>'),
    ],
)
def test_words_of_the_data_are_text_not_markup(workshop: Workshop, locale: str, text: str, expected: str) -> None:
    assert work(workshop, locale=locale).markers.inline(text) == expected


def test_words_inside_a_link_hold_no_other(workshop: Workshop) -> None:
    text = work(workshop).markers.unlinked("Call [[fact:hotline-webank]] (微众银行)")

    assert "<a" not in text
    assert "95384" in text
    assert '<span lang="zh-CN">微众银行</span>' in text


def test_unknown_marker_stops_a_build_and_shows_in_a_draft(workshop: Workshop) -> None:
    with pytest.raises(UnknownMarker, match="no-such"):
        work(workshop).expand("[[fact:no-such]]")

    draft = work(replace(workshop, draft=True))
    assert "<mark>found unknown fact “no-such”" in draft.expand("[[fact:no-such]]")
    draft.expand("[[figure:no-such]]")
    assert "unknown figure" in draft.finish("<p>guide-slot-0</p>")


def test_page_lists_the_claims_it_deals_with_at_any_of_its_places(workshop: Workshop) -> None:
    book = workshop.book
    (one, two, three, *_) = book.claims.values()
    claims = {
        "a": one.model_copy(update={"page": "costs/index"}),
        "b": two.model_copy(update={"page": "costs/index#fees"}),
        "c": three.model_copy(update={"page": "costs/interest"}),
    }
    page = work(replace(workshop, book=replace(book, claims=claims)))

    assert page._about_this_page(claims) == [claims["a"], claims["b"]]


def surroundings(page: PageWork, **settings: Any) -> dict[str, Any]:
    nav: Any = SimpleNamespace(pages=[])
    document: Any = SimpleNamespace(content="", title="Costs", ancestors=[])
    nav.pages.append(document)
    config: Any = SimpleNamespace(site_url="https://g.example/", repo_url="", extra={}, site_name="Guide", **settings)
    return page.surroundings(document, nav, config)


@pytest.mark.parametrize(
    ("locale", "page_id", "other"),
    [
        ("zh", "costs/index", "../en/costs/"),
        ("en", "costs/index", "../../costs/"),
        ("zh", "index", "en/"),
        ("en", "index", "../"),
    ],
)
def test_page_leads_to_its_twin(workshop: Workshop, locale: str, page_id: str, other: str) -> None:
    assert surroundings(work(workshop, page_id, locale))["other_page"] == other


def test_finished_page_tells_its_innermost_part_and_its_tools_once(workshop: Workshop) -> None:
    page = work(workshop, "costs/calculator")
    page.markers.tools += ["borrowing", "example", "borrowing"]
    document: Any = SimpleNamespace(
        title="Calculator", content="<p>x</p>", ancestors=[SimpleNamespace(title="Costs"), SimpleNamespace(title="All")]
    )
    built = page.built(document, "<html>")
    alone = page.built(SimpleNamespace(title="Calculator", content="", ancestors=[]), "")

    assert built.tools == ("borrowing", "example")
    assert set(built.scripted_tools) <= {"borrowing", "example"}
    assert "borrowing" in built.scripted_tools
    assert (built.section, alone.section) == ("All", "")


TABLE = "<table><thead><tr><th></th><th>a</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"


def test_tables_scroll_in_regions_with_names_of_their_own(workshop: Workshop) -> None:
    article = f"<h2>Fees</h2>{TABLE}<p>x</p>{TABLE}<h3>Late</h3>{TABLE}{TABLE}"
    tree = html.fragment_fromstring(work(workshop).finish(article), create_parent="div")
    regions = tree.find_class("table-scroll")

    assert [region.get("aria-label") for region in regions] == [
        "Table: Fees", "Table: Fees (2)", "Table: Late", "Table: Late (2)",
    ]  # fmt: skip
    assert {(region.get("role"), region.get("tabindex")) for region in regions} == {("region", "0")}


def test_empty_corner_of_a_table_is_no_head(workshop: Workshop) -> None:
    tree = html.fragment_fromstring(work(workshop).finish(TABLE), create_parent="div")

    assert [head.text for head in tree.iter("th")] == ["a"]


@pytest.mark.parametrize(("page_id", "marked"), [("faq", 2), ("costs/index", 0)])
def test_questions_of_the_faq_are_marked_with_their_answers(workshop: Workshop, page_id: str, marked: int) -> None:
    article = "<h2>A</h2><h3>Is it so?</h3><p>No.</p><ul><li>b</li></ul><h3>Why?</h3><p>So.</p><h2>B</h2><p>Else.</p>"
    tree = html.fragment_fromstring(work(workshop, page_id).finish(article), create_parent="div")
    questions = tree.xpath(".//*[@itemprop='mainEntity']")

    assert len(questions) == marked
    assert [one.xpath("string(.//*[@itemprop='text'])") for one in questions] == ["No.b", "So."][:marked]


@pytest.mark.parametrize(("locale", "expected"), [("zh", "今天还。明天看。"), ("en", "今天还。\n明天看。")])
def test_line_breaks_between_chinese_characters_go_on_chinese_pages(
    workshop: Workshop, locale: str, expected: str
) -> None:
    assert expected in work(workshop, locale=locale).finish("<p>今天还。\n明天看。</p>")
