"""ARCHITECTURE.md, README.md and the notes say what is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from guide.markers.grammar import BLOCK_KINDS, INLINE_KINDS

ROOT = Path(__file__).resolve().parents[2]
PLAN = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
TEXTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "deploy/README.md", "decisions/README.md")
PROSE = [ROOT / name for name in TEXTS]
MADE = {"site", "dist", "build"}
"""Folders that are there only after a build."""

INVENTED = {"docs/zh/x.md", "docs/en/x.md"}
"""Named to show how a page is added."""

TOP = {path.name for path in ROOT.iterdir() if path.is_dir()} | MADE
_PATH = re.compile(rf"(?<![\w./-])(?:{'|'.join(sorted(map(re.escape, TOP)))})/[\w./*-]*")


def section(heading: str) -> str:
    """Text below a heading of the plan, up to the next."""
    return PLAN.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def exists(path: str) -> bool:
    """Whether something in the project answers to *path*, which may hold a *."""
    return path.split("/", 1)[0] in MADE or any(True for _ in ROOT.glob(path.rstrip("/.")))


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_file_and_folder_that_is_named_exists(page: Path) -> None:
    text = re.sub(r"https?://\S+", "", page.read_text(encoding="utf-8"))
    named = set(_PATH.findall(text)) - INVENTED

    assert [path for path in sorted(named) if not exists(path)] == []


def test_way_of_a_fact_names_what_is_there() -> None:
    drawn = section("How a fact travels").split("```mermaid", 1)[1].split("```", 1)[0]
    named = set(_PATH.findall(drawn))

    assert "data/facts.yml" in named
    assert [path for path in sorted(named) if not exists(path)] == []


def test_every_package_of_the_build_is_named() -> None:
    named = re.findall(r"^\| `guide/(\w+)/`", section("The packages of `guide/`"), re.MULTILINE)

    assert named == sorted(path.parent.name for path in ROOT.glob("guide/*/__init__.py"))


def test_markers_that_are_listed_are_those_that_work() -> None:
    listed = set(re.findall(r"`\[\[(\w+):", section("Markers in Markdown")))

    assert listed == INLINE_KINDS | BLOCK_KINDS


def test_registers_that_are_listed_are_those_that_work() -> None:
    listed = re.findall(r"\[\[register:([\w-]+)\]\]", section("Markers in Markdown"))

    assert listed == sorted(path.stem for path in ROOT.glob("overrides/registers/*.html"))


def test_components_that_are_listed_have_a_look_and_are_all_there_are() -> None:
    listed = set(re.findall(r"`!!! (\w+) ", section("Components")))
    styled = set(re.findall(r"\.admonition\.(\w+)", _all("styles/**/*.css")))
    used = set(re.findall(r"^\s*!!! (\w+)", _all("docs/*/**/*.md"), re.MULTILINE))

    assert listed == styled
    assert used <= listed


@pytest.mark.parametrize("page", PROSE, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_command_that_is_named_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = re.findall(r"`(?:[A-Z_]+=\S+ )*make ([a-z-]+)", page.read_text(encoding="utf-8"))

    assert [target for target in named if target not in targets] == []


def test_only_the_modules_that_the_note_names_know_the_engine() -> None:
    note = (ROOT / "decisions/2026-11-24-way-off-mkdocs.md").read_text(encoding="utf-8")
    engine = re.compile(r"^\s*(?:from|import) (?:mkdocs|material)\b", re.MULTILINE)
    knowing = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob("guide/**/*.py")
        if engine.search(path.read_text(encoding="utf-8"))
    }

    assert knowing == set(re.findall(r"`(guide/[\w/]+\.py)`", note))


def test_every_decision_is_listed() -> None:
    listed = re.findall(r"\]\(([\w.-]+)\)", (ROOT / "decisions/README.md").read_text(encoding="utf-8"))

    assert sorted(listed) == sorted(path.name for path in ROOT.glob("decisions/2*.md"))


def _all(pattern: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(ROOT.glob(pattern)))
