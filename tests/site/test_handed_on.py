"""Every page also as Markdown, with its figures, what they rest on, its address and the day of its oldest check."""

from __future__ import annotations

import re

import pytest

from guide.base.address import LOCALES, PageRef
from guide.web.app import kept_files
from guide.web.handed_on import NAMES, PAGE_FILE
from tests.site.conftest import SITE, WEB_PAGES, Built, files

SITE_URL = Built("site", PageRef("index", "zh")).tree.xpath("//link[@rel='canonical']/@href")[0]


def markdown(page: Built) -> str:
    return files("site")[page.ref.url + PAGE_FILE].decode()


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_page_is_there_as_markdown_and_says_so(page: Built) -> None:
    text = markdown(page)

    assert page.tree.xpath("//link[@rel='alternate' and @type='text/markdown']/@href") == [PAGE_FILE]
    assert text.startswith("# ")
    assert f"{SITE_URL}{page.ref.url}\n" in text
    assert "[[" not in text
    assert not re.search(r"<(?!https?:)[a-z]", text), "markup left"


@pytest.mark.parametrize("page", WEB_PAGES, ids=repr)
def test_figures_and_what_they_rest_on_are_filled_in(page: Built) -> None:
    text = markdown(page)
    noted, told = set(re.findall(r"(?<!\n)\[\^([\w-]+)\]", text)), set(re.findall(r"\n\[\^([\w-]+)\]: \S", text))
    # A mark leads from a figure in running text; tools and registers say what theirs rest on themselves.
    figures = page.tree.xpath("//article//p[not(ancestor::*[@data-tool])]//*[contains(@class, 'fact')]/data/@data-fact")

    assert noted == told
    assert set(figures) - noted <= set(page.tree.xpath("//*[contains(@class, 'foot__claims')]//@data-fact"))


@pytest.mark.parametrize("locale", LOCALES)
def test_the_whole_text_of_a_language_holds_each_of_its_pages(locale: str) -> None:
    whole = files("site")[f"llms-full.{locale}.txt"].decode()
    head = whole.split("\n---\n")[0]

    assert all(markdown(page) in whole for page in WEB_PAGES if page.ref.locale == locale)
    assert SITE_URL in head
    assert re.search(r"20\d\d", head), "the day of the oldest check"


def test_the_list_names_every_page_once() -> None:
    listed = re.findall(r"\]\((\S+index\.md)\)", files("site")["llms.txt"].decode())

    assert sorted(listed) == sorted(f"{SITE_URL}{page.ref.url}{PAGE_FILE}" for page in WEB_PAGES)


def test_no_copy_for_a_reader_keeps_them() -> None:
    assert not [name for name in files("bundle") if name.rsplit("/", 1)[-1] in NAMES]
    assert not [name for name in kept_files(SITE) if name.rsplit("/", 1)[-1] in NAMES]
    assert b"text/markdown" not in files("bundle")["index.html"]
