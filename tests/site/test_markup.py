"""Every page: its head, its headings, its policy, and nothing left over from making it."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from guide.base.address import LOCALES
from guide.base.node import node_command
from guide.data import load_book
from guide.web.policy import source_hash
from tests.site.conftest import ALL_PAGES, ROOT, WEB_PAGES, Built

BOOK = load_book(ROOT / "data")
LEFTOVERS = re.compile(
    r"\[\[|\]\]|guide-page:|guide-asset:|guide-slot|<!--|\{\{|\}\}|Undefined|undefined|\bNaN\b|TODO|FIXME"
)

HAN = re.compile(r"[\u3400-\u9fff]")

each_page = pytest.mark.parametrize("page", ALL_PAGES, ids=repr)
each_web_page = pytest.mark.parametrize("page", WEB_PAGES, ids=repr)


def prose(page: Built) -> str:
    """The page without its scripts and styles."""
    return re.sub(r"<(script|style)\b.*?</\1>", "", page.text, flags=re.DOTALL)


@each_page
def test_nothing_is_left_over(page: Built) -> None:
    assert LEFTOVERS.findall(prose(page)) == []


@each_page
def test_language_is_named(page: Built) -> None:
    assert page.tree.get("lang") == {"zh": "zh-CN", "en": "en"}[page.ref.locale]


@pytest.mark.parametrize("page", [page for page in ALL_PAGES if page.ref.locale == "en"], ids=repr)
def test_chinese_words_on_english_pages_are_marked(page: Built) -> None:
    """A screen reader changes its voice only where `lang` says so."""
    unmarked = []
    for text in page.tree.xpath("//text()[not(ancestor::script or ancestor::style)]"):
        owner = text.getparent() if text.is_text else text.getparent().getparent()
        if HAN.search(text) and not language_at(owner).startswith("zh"):
            unmarked.append(text.strip())
    for element in page.tree.xpath("//*[@aria-label or @alt or @title or @placeholder or @data-error or @data-done]"):
        words = " ".join(value for name, value in element.attrib.items() if name not in {"class", "href", "id"})
        if HAN.search(words) and not language_at(element).startswith("zh"):
            unmarked.append(words)

    assert unmarked == []


def language_at(element: HtmlElement) -> str:
    """The language that the nearest `lang` around an element names."""
    return element.xpath("string(ancestor-or-self::*[@lang][1]/@lang)")


@each_page
def test_headings_are_in_order_under_one_title(page: Built) -> None:
    levels = [
        int(heading.tag[1])
        for heading in page.tree.xpath("//main//*[self::h1 or self::h2 or self::h3 or self::h4 or self::h5]")
    ]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


@each_page
def test_ids_are_unique(page: Built) -> None:
    ids = page.tree.xpath("//@id")

    assert sorted({name for name in ids if ids.count(name) > 1}) == []


@each_page
def test_figures_are_those_of_the_data(page: Built) -> None:
    figures = page.tree.xpath("//data[@data-fact]")
    wrong = [
        figure.get("data-fact")
        for figure in figures
        if figure.get("data-fact") not in BOOK.facts
        or figure.get("value") != str(BOOK.facts[figure.get("data-fact")].value)
    ]

    assert wrong == []


@each_page
def test_figures_lead_to_their_evidence(page: Built) -> None:
    def evidence(figure) -> list[str]:
        return figure.xpath(
            "ancestor::span[contains(@class, 'fact')][1]/a/@href | ancestor::*[starts-with(@id, 'fact-')][1]/@id"
        )

    # On a disk the evidence of the numbers in the header comes with the frame that all pages share.
    figures = "//data[@data-fact]" if page.edition == "site" else "//main//data[@data-fact]"
    lost = [
        figure.get("data-fact")
        for figure in page.tree.xpath(figures)
        if not any(f"fact-{figure.get('data-fact')}" in address for address in evidence(figure))
    ]

    assert lost == []


@each_page
def test_policy_is_strict_and_fits_the_page(page: Built) -> None:
    policy = page.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    inline = page.tree.xpath("//script[not(@src) and (not(@type) or @type='text/javascript')]/text() | //style/text()")

    assert "unsafe" not in policy
    refused = all(f"{kind}-src 'none'" in policy for kind in ("font", "frame", "media", "object"))
    assert refused or "default-src 'none'" in policy
    assert [text[:40] for text in inline if source_hash(text) not in policy] == []
    assert page.tree.xpath("//@style | //@onclick | //@onload | //@onerror") == []
    assert not re.search(r"https?:|\*", policy)


@each_page
def test_numbers_to_call_stand_first_on_every_page(page: Built) -> None:
    numbers = page.tree.xpath("//header//a[starts-with(@href, 'tel:')]/@href")

    assert numbers == ["tel:95384", "tel:12378", "tel:110", "tel:96110"]


@each_web_page
def test_head_is_whole(page: Built) -> None:
    tree = page.tree
    [canonical] = tree.xpath("//link[@rel='canonical']/@href")
    twins = dict(
        zip(
            tree.xpath("//head/link[@hreflang]/@hreflang"),
            tree.xpath("//head/link[@hreflang]/@href"),
            strict=True,
        )
    )

    assert canonical.startswith("https://")
    assert canonical.endswith(f"/{page.ref.url}")
    assert set(twins) == {"zh-CN", "en", "x-default"}
    assert twins["zh-CN" if page.ref.locale == "zh" else "en"] == canonical
    for name in ("og:title", "og:description", "og:image"):
        assert tree.xpath(f"//meta[@property='{name}']/@content")[0]
    assert tree.xpath("//meta[@name='description']/@content")[0]


@each_web_page
def test_questions_are_marked_for_search_engines(page: Built) -> None:
    pages = page.tree.xpath("//*[@itemtype='https://schema.org/FAQPage']")

    assert bool(pages) == (page.ref.page_id == "faq")
    for question in page.tree.xpath("//*[@itemprop='mainEntity']"):
        assert question.xpath("./h3[@itemprop='name']")[0].text_content().strip()
        assert question.xpath("./*[@itemprop='acceptedAnswer']/*[@itemprop='text']")[0].text_content().strip()


def test_titles_are_unique_in_a_language() -> None:
    for locale in LOCALES:
        titles = [page.tree.findtext(".//title") for page in WEB_PAGES if page.ref.locale == locale]
        assert sorted({title for title in titles if titles.count(title) > 1}) == []


def test_pages_are_valid_html(tmp_path: Path) -> None:
    config = tmp_path / "rules.json"
    config.write_text(json.dumps({"extends": ["html-validate:standard"], "root": True, "rules": HTML_RULES}))
    program = ROOT / "node_modules/html-validate/bin/html-validate.mjs"
    command = node_command(
        program,
        "--config",
        str(config),
        "--formatter",
        f"json={tmp_path}/report.json",
        str(ROOT / "site/**/*.html"),
    )
    subprocess.run(command, cwd=ROOT, check=False)
    reports = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    faults = [
        f"{Path(report['filePath']).relative_to(ROOT)}: {message['ruleId']}: {message['message']}"
        for report in reports
        for message in report["messages"]
    ]

    assert faults == []


HTML_RULES = {
    # Minified pages keep to the standard, not to a house style.
    "attr-quotes": "off",
    "no-trailing-whitespace": "off",
    "long-title": "off",  # the writing guide's own limit is tested on the source
    "require-sri": "off",  # nothing comes from another host
    "no-inline-style": "error",
}
