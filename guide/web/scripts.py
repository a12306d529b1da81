"""Bundles the browser's scripts: one for the shell, and one for each set of tools that share a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from guide.base.node import start_node
from guide.base.project import Project
from guide.data.pinyin import call_outs
from guide.page.grammar import find_markers
from guide.page.tools import SAYINGS, WEB_ONLY


def bundle_name(tools: Iterable[str]) -> str:
    """Name of the script that serves a page with these *tools*."""
    return "+".join(tools)


def begin_bundles(project: Project) -> Callable[[], dict[str, str]]:
    """Begin to bundle; gives a function that waits for the code, by name of the bundle."""
    program = project.root / "guide/web/scripts.mjs"
    return start_node(program, str(project.tools), data=wanted_bundles(project))


def wanted_bundles(project: Project) -> dict[str, list[str]]:
    """Bundle → the tools or scripts in it."""
    of_pages = {bundle_name(tools): tools for tools in _tools_of_pages(project) if tools}
    every_tool = dict.fromkeys(tool for tools in of_pages.values() for tool in tools if tool not in WEB_ONLY)
    return of_pages | {
        "theme": ["early/theme.js"],
        "early": ["early"],
        "site": ["site"],
        "search-box": ["search-box"],
        "disk": ["site", *every_tool],
        "single": ["single", *every_tool],
        "worker": ["offline-app/worker.js"],
    }


def _tools_of_pages(project: Project) -> Iterator[list[str]]:
    """Of each page, the tools on it that have a script; the one for sentences to say comes last."""
    for page in sorted((project.docs / "zh").rglob("*.md")):
        text = page.read_text(encoding="utf-8")
        named = dict.fromkeys(marker.argument for marker in find_markers(text) if marker.kind == "tool")
        if any(call_outs(text)):
            named[SAYINGS] = None
        yield [name for name in named if (project.tools / name / "index.js").is_file()]
