"""ARCHITECTURE.md, README.md and the notes say what is so."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from guide.page.grammar import BLOCK_KINDS, INLINE_KINDS

ROOT = Path(__file__).resolve().parents[1]
PLAN = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
TEXTS = ("README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "deploy/README.md", "decisions/README.md")
PROSE = [ROOT / name for name in TEXTS]
MADE = {"site", "dist", "build"}
"""Folders that are there only after a build."""

MAY_BE_MISSING = {"guide.editions.paper", "playwright.sync_api", "textstat"}
"""Installed for printing and tests only, or what needs that."""
MKDOCS = {"mkdocs.__main__"}
"""Reads its settings from the environment when it is loaded."""
_ROOM = re.compile(r"^\| `guide/([\w./]+)`", re.MULTILINE)

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


def test_every_room_is_named_in_the_order_that_holds() -> None:
    contract = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ][0]
    layers = [name for layer in contract["layers"] for name in layer.split(" | ") if name.startswith("guide.")]
    named = [name.strip("/").removesuffix(".py") for name in _ROOM.findall(section("The rooms of `guide/`"))]

    assert named == [layer.removeprefix("guide.") for layer in layers if layer != "guide.__main__"]
    rooms = {path.parent.name for path in ROOT.glob("guide/*/__init__.py")}
    assert rooms == {name for name in named if (ROOT / "guide" / name).is_dir()}


def test_rooms_use_only_those_below_them() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "importlinter.cli", "lint", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout


def test_no_import_hides_in_a_function_but_for_packages_that_a_build_may_lack() -> None:
    hidden = {
        (path.relative_to(ROOT).as_posix(), match)
        for path in ROOT.glob("guide/**/*.py")
        for match in re.findall(r"^ +(?:from|import) ([\w.]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert {module for _, module in hidden} <= MAY_BE_MISSING | MKDOCS, hidden


def test_no_private_part_of_the_engine_is_touched() -> None:
    text = "\n".join(path.read_text(encoding="utf-8") for path in ROOT.glob("guide/**/*.py"))

    assert re.findall(r"\b(?:config|theme|env|nav|page|files|i18n)\._\w+", text) == []


def test_no_two_modules_of_one_name() -> None:
    names = [path.stem for path in ROOT.glob("guide/**/*.py") if not path.stem.startswith("__")]

    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_tests_mirror_the_rooms() -> None:
    rooms = {path.parent.name for path in ROOT.glob("guide/*/__init__.py")}

    assert [room for room in sorted(rooms) if not list((ROOT / "tests" / room).glob("test_*.py"))] == []


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
    note = (ROOT / "decisions/2026-11-29-plain-house.md").read_text(encoding="utf-8")
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
