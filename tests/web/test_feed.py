"""The feed of changes: what a reader's program has seen stays what it was when a change is added."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from lxml import etree

from guide.base.project import here
from guide.data import load_book
from guide.page.workshop import Workshop
from guide.web.feed import feed

CHANGE = "- {{date: {date}, what_zh: {words}, what_en: {words}, why_zh: 乙, why_en: B <b>, page: {page}}}\n"
SITE = "https://guide.example/"


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    """A workshop whose changes the test writes."""
    project = here()
    shutil.copytree(project.data, tmp_path / "data")
    return Workshop.open(
        load_book(project.data),
        {},
        {},
        docs_dir=project.docs,
        data_dir=tmp_path / "data",
        tools_dir=project.tools,
        figures_dir=project.figures,
        overrides_dir=project.overrides,
    )


def entries(workshop: Workshop, *changes: str, locale: str = "en") -> dict[str, Any]:
    text = "changes:\n" + "".join(changes)
    (workshop.data_dir / "changes.yml").write_text(text, encoding="utf-8")
    tree = etree.fromstring(feed(workshop, locale, SITE).encode())
    found = tree.xpath("//*[local-name()='entry']")
    return {
        one.xpath("string(*[local-name()='title'])"): SimpleNamespace(
            id=one.xpath("string(*[local-name()='id'])"),
            link=one.xpath("string(*[local-name()='link']/@href)"),
            why=one.xpath("string(*[local-name()='summary'])"),
        )
        for one in found
    }


def change(words: str, date: str = "2026-11-24", page: str = "costs/index#fees") -> str:
    return CHANGE.format(words=words, date=date, page=page)


def test_ids_stay_when_a_change_of_the_same_day_is_added(workshop: Workshop) -> None:
    before = entries(workshop, change("two"), change("one"))
    after = entries(workshop, change("three"), change("two"), change("one"))

    assert {name: after[name].id for name in before} == {name: entry.id for name, entry in before.items()}
    assert len({entry.id for entry in after.values()}) == 3


@pytest.mark.parametrize(("locale", "folder"), [("zh", ""), ("en", "en/")])
def test_a_change_leads_to_its_page_in_its_language(workshop: Workshop, locale: str, folder: str) -> None:
    (entry,) = entries(workshop, change("one"), locale=locale).values()

    assert entry.link == f"{SITE}{folder}costs/#fees"


def test_words_are_text_not_markup(workshop: Workshop) -> None:
    assert entries(workshop, change("one"))["one"].why == "B <b>"


def test_feed_is_as_new_as_its_newest_change_and_days_do_not_share_ids(workshop: Workshop) -> None:
    found = entries(workshop, change("new", "2026-11-25"), change("old", "2026-11-24"))
    tree = etree.fromstring(feed(workshop, "en", SITE).encode())

    assert tree.xpath("string(/*/*[local-name()='updated'])") == "2026-11-25T00:00:00Z"
    assert found["new"].id != found["old"].id
    assert [text[:10] for text in tree.xpath("//*[local-name()='entry']/*[local-name()='updated']/text()")] == [
        "2026-11-25",
        "2026-11-24",
    ]
