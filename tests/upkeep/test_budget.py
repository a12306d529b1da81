"""Weights: a frame is what is left of a page without its words; what is too heavy is told with what to do."""

from __future__ import annotations

import random
import zipfile
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from upkeep.budget import FRAME_BYTES, FRAME_WITH_TOOL_BYTES, Weight, editions, frames, main

NOISE = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=60_000))
"""Letters that no program packs well."""
PAGE = "<!doctype html><html><head><style>{frame}</style></head><body><article>{words}</article></body></html>"


@pytest.fixture
def project(tmp_path: Path) -> Any:
    """An empty site and no editions."""
    for name in ("site", "dist"):
        (tmp_path / name).mkdir()
    return SimpleNamespace(site=tmp_path / "site", dist=tmp_path / "dist")


def write_page(project: Any, frame: str = "", words: str = "") -> None:
    (project.site / "index.html").write_text(PAGE.format(frame=frame, words=words), encoding="utf-8")


def test_words_weigh_nothing_against_the_limit(project: Any) -> None:
    write_page(project, words=f"<p>{NOISE}</p>")
    (weight,) = frames(project.site)

    assert weight.bytes < 300
    assert weight.words > 30_000
    assert main(project) == 0


@pytest.mark.parametrize(
    ("words", "limit"), [("<p>x</p>", FRAME_BYTES), ('<div data-tool="x"></div>', FRAME_WITH_TOOL_BYTES)]
)
def test_frame_with_a_tool_may_weigh_more(project: Any, words: str, limit: int) -> None:
    write_page(project, words=words)

    assert [weight.limit for weight in frames(project.site)] == [limit]


def test_too_heavy_a_frame_is_told_and_fails(project: Any, capsys: pytest.CaptureFixture[str]) -> None:
    write_page(project, frame=NOISE)

    assert main(project) == 1
    assert "index.html: found " in capsys.readouterr().out


@pytest.mark.parametrize(("size", "over"), [(9, 0), (10, 0), (11, 1), (1_234_567, 1_234_557)])
def test_weight_at_its_limit_is_not_too_much(size: int, over: int) -> None:
    told = Weight("x", size, 10, 0).told

    assert told == "" if not over else f"found {size:,} bytes, {over:,} too many; right: at most 10" in told


def test_single_file_weighs_what_is_not_article_nor_index(project: Any) -> None:
    words = f'<article><article>{NOISE}</article></article><script type="application/json" data-single>{NOISE}</script>'
    (project.dist / "weilidai-guide-en.html").write_text(f"<html><body>{words}</body></html>", encoding="utf-8")
    (weight,) = editions(project.dist)

    assert 0 < weight.bytes < 200
    assert weight.words > 2 * len(NOISE)


def test_archive_weighs_what_is_not_article_nor_index(project: Any) -> None:
    with zipfile.ZipFile(project.dist / "weilidai-guide-offline.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("top/index.html", PAGE.format(frame="", words=NOISE))
        archive.writestr("top/assets/search-en.js", NOISE)
        archive.writestr("top/assets/guide.js", NOISE[:10_000])
    (weight,) = editions(project.dist)

    assert 5_000 < weight.bytes < 9_000
    assert weight.words > 60_000


def test_a_build_shows_the_heaviest_page_of_each_limit_and_refuses_none(
    project: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    write_page(project, frame=NOISE)
    (project.site / "light").mkdir()
    (project.site / "light/index.html").write_text(PAGE.format(frame="", words="<p>x</p>"), encoding="utf-8")
    assert main(project, ["--heaviest"]) == 0
    lines = capsys.readouterr().out.splitlines()

    assert [line.split()[-1] for line in lines[1:2]] == ["index.html"]
    assert f"{FRAME_BYTES:,}" in lines[1]
    assert not [line for line in lines if "light/index.html" in line]
    assert any("too many" in line for line in lines)
