"""One bundle for the shell, one for each set of tools on a page, one for each edition with all tools."""

from __future__ import annotations

from pathlib import Path

import pytest

from guide.base.project import Project
from guide.web.scripts import bundle_name, wanted_bundles


@pytest.fixture
def bundles(tmp_path: Path) -> dict[str, list[str]]:
    for name in ("afford", "borrowing", "offline-app"):
        (tmp_path / "tools" / name).mkdir(parents=True)
        (tmp_path / "tools" / name / "index.js").touch()
    (tmp_path / "tools/table").mkdir()
    pages = {
        "index": "[[tool:borrowing]]\n\n[[tool:afford]]\n\n[[tool:borrowing]]\n",
        "costs/index": "[[tool:table]]\n\n[[fact:afford]]\n",
        "download": "[[tool:offline-app]]\n",
    }
    for name, text in pages.items():
        (tmp_path / f"docs/zh/{name}.md").parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / f"docs/zh/{name}.md").write_text(text, encoding="utf-8")
    return wanted_bundles(Project(tmp_path))


def test_tools_that_share_a_page_share_a_bundle_each_once(bundles: dict[str, list[str]]) -> None:
    assert bundles[bundle_name(["borrowing", "afford"])] == ["borrowing", "afford"]
    assert bundles["offline-app"] == ["offline-app"]


def test_what_has_no_script_or_is_no_tool_makes_no_bundle(bundles: dict[str, list[str]]) -> None:
    assert not [name for name in bundles if "table" in name or name in ("", "afford")]


@pytest.mark.parametrize(("edition", "shell"), [("disk", "site"), ("single", "single")])
def test_editions_have_every_tool_but_those_that_need_a_server(
    bundles: dict[str, list[str]], edition: str, shell: str
) -> None:
    assert sorted(bundles[edition]) == sorted([shell, "borrowing", "afford"])
