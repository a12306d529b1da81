"""A finished page for the web: its policy fits what it holds, its scripts come late."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import html

from guide.base.project import here
from guide.data import load_book
from guide.web.pages import not_found_page, web_page
from guide.web.policy import source_hash
from guide.web.site import Site, used_files, write_top
from tests.small_guide import page, pages, site


def finished(number: int, *, preview: bool = False) -> html.HtmlElement:
    return html.fromstring(web_page(pages()[number], site().assets, preview=preview))


def assert_policy_fits(tree: html.HtmlElement) -> None:
    """What stands inside may run or style, each as what it is, and nothing else may."""
    policy = tree.xpath("//meta[@http-equiv]/@content")[0]
    for rule, inside in (("script-src", "//script[not(@src)]/text()"), ("style-src", "//style/text()")):
        (values,) = re.findall(rf"{rule} ([^;]*)", policy)
        assert set(values.split()) == {"'self'", *map(source_hash, tree.xpath(inside))}


@pytest.mark.parametrize("number", range(4))
def test_policy_allows_exactly_what_stands_inside(number: int) -> None:
    assert_policy_fits(finished(number))


def test_policy_of_a_preview_lets_the_reload_through() -> None:
    policy = finished(0, preview=True).xpath("//meta[@http-equiv]/@content")[0]

    assert "script-src 'self' 'unsafe-inline'" in policy


@pytest.mark.parametrize(("number", "top"), [(0, "./"), (1, "../"), (2, "../"), (3, "../../")])
def test_scripts_and_search_are_reached_from_every_depth(number: int, top: str) -> None:
    page = finished(number)

    assert page.xpath("//template[@data-later]//script/@src") == [f"{top}assets/site.0A.js"]
    assert page.xpath("//@data-engine") == [f"{top}assets/search.0A.js"]


def test_files_that_pages_use_are_known_from_the_root() -> None:
    used = used_files(pages(), "https://guide.example/")

    assert {"assets/icon.svg", "overdue/", "en/"} <= used
    assert not [path for path in used if "law.example" in path or "110" in path]


def test_a_picture_for_chats_is_named_by_the_whole_address() -> None:
    made = page("costs/index", "en", "<p>x</p>")
    head = '<meta property="og:image" content="https://guide.example/assets/share-en.png"></head>'

    used = used_files([replace(made, html=made.html.replace("</head>", head))], "https://guide.example/")

    assert "assets/share-en.png" in used


@pytest.fixture(scope="module")
def whole() -> Site:
    """The small guide with the facts that its page for wrong addresses names."""
    small = site()
    workshop: Any = SimpleNamespace(**{**vars(small.workshop), "book": load_book(here().data)})
    return replace(small, workshop=workshop, site_url="https://guide.example/below/")


@pytest.mark.parametrize(("first", "words"), [("zh", ["zh-CN", "en"]), ("en", ["en", "zh-CN"])])
def test_page_for_a_wrong_address_leads_with_its_language_from_the_root(
    whole: Site, first: str, words: list[str]
) -> None:
    tree = html.fromstring(not_found_page(whole.workshop, whole.assets, "/below/", first))
    links = [link for link in tree.xpath("//a/@href") if ":" not in link]

    assert list(dict.fromkeys(tree.xpath("//main//@lang"))) == words
    assert links
    assert all(link.startswith("/below/") for link in links)
    assert_policy_fits(tree)


def test_top_of_the_site_has_both_languages(whole: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.web.site.feed", lambda workshop, locale, site_url: f"{locale} {site_url}")
    write_top(whole, tmp_path)
    read = {path.relative_to(tmp_path).as_posix(): path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.*")}

    assert set(read) == {"404.html", "en/404.html", "sitemap.xml", "feed.xml", "en/feed.xml", "robots.txt"}
    assert read["en/feed.xml"] == "en https://guide.example/below/"
    assert [html.fromstring(read[name]).xpath("//main//@lang")[0] for name in ("404.html", "en/404.html")] == [
        "zh-CN",
        "en",
    ]
    assert read["sitemap.xml"].count("<url>") == len(whole.pages)
    assert f"<lastmod>{whole.project.moment.date()}" in read["sitemap.xml"]
