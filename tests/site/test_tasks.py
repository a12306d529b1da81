"""What readers come for is two taps from home in both languages."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest

from bench.tasks import MOST_TAPS, Task, load_tasks
from guide.base.address import LOCALES
from tests.site.conftest import Built, PageRef

TASKS = [task for tasks in load_tasks().values() for task in tasks]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_the_way_to_a_task_is_short(task: Task, locale: str) -> None:
    at, taps = "index", 0
    for target in task.way:
        taps += taps_to(target, at, locale)
        at = target

    assert taps <= MOST_TAPS
    assert at.partition("#")[0] == task.place.partition("#")[0]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.id)
def test_the_answer_to_a_task_exists(task: Task, locale: str) -> None:
    page_id, _, anchor = task.place.partition("#")

    assert Built("site", PageRef(page_id, locale)).tree.xpath("//*[@id=$anchor]", anchor=anchor)


def taps_to(target: str, at: str, locale: str) -> int:
    """Taps from the page of *at* to *target*: one for the link, one more where a fold or the menu must be opened."""
    page = Built("site", PageRef(at.partition("#")[0], locale))
    links = [link for link in page.tree.xpath("//a[@href]") if leads_to(link.get("href"), page, target)]
    assert links, f"{at} has no link to {target}"
    return min(
        1 + len(link.xpath("ancestor::details[not(@open)] | ancestor::nav[@id='nav' or @class='toc']"))
        for link in links
    )


def leads_to(href: str, page: Built, target: str) -> bool:
    page_id, _, anchor = target.partition("#")
    address = "/" + PageRef(page_id, page.ref.locale).url + (f"#{anchor}" if anchor else "")
    return urljoin(f"/{page.ref.url}", href) == address
