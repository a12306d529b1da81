"""Marks of evidence: none in headings, one for figures of a sentence that rest on the same, explained once."""

from __future__ import annotations

import pytest

from guide.page.marks import explain_first_mark, no_marks_in_headings, one_mark_a_sentence
from guide.page.tree import fragment, inner_html

BASIS = {"a": "law", "b": "law", "c": "law", "x": "web page"}.get


def fact(name: str) -> str:
    return f'<span class="fact"><data data-fact="{name}">{name}</data><a class="evidence" href="#{name}"></a></span>'


def phone(name: str) -> str:
    return f'<span class="fact"><a class="tel"><data data-fact="{name}">{name}</data></a><a class="evidence" href="#{name}"></a></span>'


@pytest.mark.parametrize(("html", "marked"), [
    (f"<p>From {fact('a')} to {fact('b')}, never {fact('c')}.</p>", "c"),
    (f"<p>不超过 {fact('a')}，最长 {fact('b')}。</p>", "b"),
    (f"<p>{fact('a')} and <em>perhaps</em> {fact('b')}.</p>", "b"),
    (f"<p>It is {fact('a')}. Later it is {fact('b')}.</p>", "ab"),
    (f"<p>先是 {fact('a')}。再是 {fact('b')}。</p>", "ab"),
    (f"<p>{fact('a')} <b>Stop.</b> {fact('b')}</p>", "ab"),
    (f"<p>{fact('a')}<br>{fact('b')}</p>", "ab"),
    (f"<p>{fact('a')} or {fact('x')}, even {fact('b')}</p>", "axb"),
    (f"<p>1.5 times {fact('a')}, v1.2 {fact('b')}</p>", "b"),
    (f"<p>{phone('a')} or {fact('b')}</p>", "ab"),
    (f"<ul><li>{fact('a')}</li><li>{fact('b')}</li></ul>", "ab"),
])  # fmt: skip
def test_figures_of_a_sentence_with_one_basis_share_its_last_mark(html: str, marked: str) -> None:
    article = fragment(html)
    one_mark_a_sentence(article, BASIS)

    assert "".join(mark.get("href")[1:] for mark in article.find_class("evidence")) == marked
    assert {link.get("href") for link in article.iter("a") if link.get("href")} == {
        f"#{name}" for name in "abcx" if f"#{name}" in html
    }


def test_headings_have_no_marks_and_keep_their_words() -> None:
    article = fragment(f"<h2>Within {fact('a')} days</h2><p>{fact('b')}</p>")
    no_marks_in_headings(article)

    assert article.find("h2").text_content() == "Within a days"
    assert len(article.find_class("evidence")) == 1


@pytest.mark.parametrize(("html", "explained"), [
    ("<h1>T</h1><p>none</p>", "<h1>T</h1><p>none</p>"),
    ("<h1>T</h1><p>MARK</p><h2>A</h2><p>MARK</p>", "<h1>T</h1><p>MARK</p><p>?</p><h2>A</h2><p>MARK</p>"),
    ("<h1>T</h1><ol><li>MARK</li></ol><p>more</p><h2>A</h2>", "<h1>T</h1><ol><li>MARK</li></ol><p>more</p><p>?</p><h2>A</h2>"),
    ("<h1>T</h1><h2>A</h2><p>MARK</p>", "<h1>T</h1><h2>A</h2><p>MARK</p><p>?</p>"),
])  # fmt: skip
def test_first_mark_is_explained_at_the_end_of_its_section(html: str, explained: str) -> None:
    article = fragment(html)
    explain_first_mark(article, lambda part: "MARK" in part.text_content(), "<p>?</p>")

    assert inner_html(article) == explained
