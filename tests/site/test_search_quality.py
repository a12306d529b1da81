"""Search on the built site: readers' own words find their page, and no word of ours is dead."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from bench import search as bench
from guide.base.address import LOCALES
from guide.base.node import node_command
from guide.data import load_book
from guide.page.grammar import MARKER
from guide.search.words import load_wording
from tests.site.conftest import ROOT, SITE, Built, PageRef

ASSETS = SITE / "assets"
LEAST_SUCCESS = 0.95


@cache
def measured() -> dict[str, Any]:
    return bench.success(ASSETS, *bench.QUERIES)


def misses(locale: str, name: str) -> str:
    asked = bench.queries_of(ROOT / f"tests/data/{name}.yml", locale)
    return "\n".join(f"{one['q']} → {one['pages']}" for one in measured()["misses"] if one["q"] in asked)


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", [path.stem for path in bench.QUERIES])
def test_readers_find_their_page_among_the_first_three(name: str, locale: str) -> None:
    result = next(one for one in measured()["report"] if (one["set"], one["lang"]) == (name, locale))

    assert result["rate"] >= LEAST_SUCCESS, misses(locale, name)


def test_whoever_types_what_is_claimed_finds_the_verdict(tmp_path: Path) -> None:
    book = load_book(ROOT / "data")
    asked = tmp_path / "claims.yml"
    asked.write_text(
        yaml.safe_dump({
            "queries": [
                {"q": MARKER.sub(_words, claim.words("claim", locale)), "lang": locale, "answers": [page], "kind": "claim"}
                for page, claims in (("evidence/index", book.claims), ("evidence/said-online", book.said))
                for claim in claims.values()
                for locale in LOCALES
            ]
        }),
        encoding="utf-8",
    )  # fmt: skip

    report = bench.success(ASSETS, asked)["report"]

    assert {one["lang"]: one["rate"] >= LEAST_SUCCESS for one in report} == {"zh": True, "en": True}


@pytest.mark.parametrize("locale", LOCALES)
def test_a_query_leads_to_the_section_that_answers_it(locale: str) -> None:
    missed = bench.success(ASSETS, ROOT / "tests/data/search-queries-places.yml")["misses"]

    assert [f"{one['q']} → {one['places']}" for one in missed if one["lang"] == locale] == []


def _words(marker: re.Match[str]) -> str:
    """What a reader would type for a marker: nothing for a figure that only the data knows."""
    return marker["argument"] if marker["kind"] in ("eg", "zh") else ""


@pytest.mark.parametrize("locale", LOCALES)
def test_every_group_of_synonyms_leads_to_a_word_on_some_page(locale: str) -> None:
    program = ROOT / "tools/search-box/dead-words.mjs"
    done = subprocess.run(node_command(program, str(ASSETS)), capture_output=True, check=True)

    assert json.loads(done.stdout)[locale] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_questions_and_answers_lead_to_places_that_exist(locale: str) -> None:
    wording = load_wording(ROOT / "data")
    places = {one.place for one in (*wording.questions, *wording.answers)}
    places |= {*wording.companions, *wording.companions.values()}

    assert sorted(place for place in places if not exists(place, locale)) == []


def exists(place: str, locale: str) -> bool:
    page_id, _, anchor = place.partition("#")
    page = Built("site", PageRef(page_id, locale))
    return not anchor or bool(page.tree.xpath("//*[@id=$anchor]", anchor=anchor))
