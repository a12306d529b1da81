"""The files in `deploy/`: written from templates and pages, and none makes a target of what is asked for."""

from __future__ import annotations

import json
import re

import pytest

from guide.base.address import PageRef
from guide.base.project import here
from upkeep.moves import moves, pages_of
from upkeep.server_files import finished_files

DEPLOY = here().root / "deploy"
FINISHED = finished_files(here())
MOVES = moves(pages_of(here().docs))

REDIRECTS = {
    "nginx.conf": lambda text: re.findall(r"^    (/\S*) (/\S*);$", text, re.MULTILINE),
    "Caddyfile": lambda text: re.findall(r"^\t\t(/\S*) (/\S*)$", text, re.MULTILINE),
    "_redirects": lambda text: re.findall(r"^(/\S*) (/\S*) 301$", text, re.MULTILINE),
    "vercel.json": lambda text: [(each["source"], each["destination"]) for each in json.loads(text)["redirects"]],
}
"""Reads each file's list of addresses and the pages they lead to."""


@pytest.mark.parametrize("name", FINISHED)
def test_file_is_as_its_template_and_the_pages_make_it(name: str) -> None:
    assert (DEPLOY / name).read_text(encoding="utf-8") == FINISHED[name], "make servers writes it anew"


@pytest.mark.parametrize("name", REDIRECTS)
def test_every_server_has_the_same_list(name: str) -> None:
    assert REDIRECTS[name](FINISHED[name]) == list(MOVES.items())


def test_lists_fit_what_hosts_take() -> None:
    # Cloudflare Pages: 2,000 fixed lines of 2,000 letters; Vercel: 2,048.
    assert len(MOVES) <= 2000
    # nginx: longest name in a map whose table is made of lines of 64 bytes.
    assert max(map(len, MOVES)) <= 46


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (PageRef("index", "zh"), ["/index.html", "/zh/", "/zh", "/zh/index.html"]),
        (PageRef("index", "en"), ["/en", "/en/index.html"]),
        (PageRef("costs/index", "en"), ["/en/costs", "/en/costs/index.html"]),
        (
            PageRef("costs/calculator", "en"),
            ["/en/costs/calculator", "/en/costs/calculator/index.html", "/en/costs/calculator.html"],
        ),
        (
            PageRef("faq", "zh"),
            ["/faq", "/faq/index.html", "/faq.html", "/zh/faq/", "/zh/faq", "/zh/faq/index.html", "/zh/faq.html"],
        ),
    ],
    ids=str,
)
def test_other_addresses_lead_to_the_page(page: PageRef, expected: list[str]) -> None:
    assert moves([page]) == dict.fromkeys(expected, f"/{page.url}")


def test_no_page_is_moved() -> None:
    pages = pages_of(here().docs)

    assert not {f"/{page.url}" for page in pages} & MOVES.keys()
    assert {f"/{page.url}" for page in pages} == set(MOVES.values())


@pytest.mark.parametrize("address", [*MOVES, *sorted(set(MOVES.values()))])
def test_address_is_plain_in_every_servers_words(address: str) -> None:
    assert re.fullmatch(r"/[a-z0-9/-]*(\.html)?", address)
