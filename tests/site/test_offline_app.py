"""The offline app's worker: a copy holds every page and what pages load, and is named by its content."""

from __future__ import annotations

import json
from pathlib import Path

from guide.web.app import kept_files, version
from tests.site.conftest import REFS, SITE, files


def test_copy_holds_all_pages_and_their_scripts_and_no_download() -> None:
    script = files("site")["sw.js"].decode()
    guide = json.loads(script.split("\n", 1)[0].removeprefix("const GUIDE=").removesuffix(";"))

    assert {ref.url or "./" for ref in REFS} <= set(guide["files"])
    assert {f"assets/{path.name}" for path in (SITE / "assets").glob("*.[jc]s*")} <= set(guide["files"])
    assert not [name for name in guide["files"] if name.startswith("downloads/") or name == "sw.js"]
    assert guide["version"] == version(kept_files(SITE))


def test_version_changes_with_any_content(tmp_path: Path) -> None:
    page = tmp_path / "costs" / "index.html"
    page.parent.mkdir()
    page.write_text("one", encoding="utf-8")
    first = version(kept_files(tmp_path))
    page.write_text("two", encoding="utf-8")

    assert list(kept_files(tmp_path)) == ["costs/"]
    assert version(kept_files(tmp_path)) != first
