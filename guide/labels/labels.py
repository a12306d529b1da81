"""Reads tables whose leaves are `{zh: …, en: …}` and picks one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guide.pages import LOCALES


def load_labels(path: Path, locale: str) -> dict[str, Any]:
    """The table at *path* in one language; raises `ValueError` naming a key whose pair is incomplete."""
    return pick(_read(path, path.stat().st_mtime_ns), locale, path.as_posix())


def pick(node: Any, locale: str, where: str) -> Any:
    """*node* with every language pair replaced by its *locale* half."""
    if isinstance(node, list):
        return [pick(item, locale, where) for item in node]
    if not isinstance(node, dict):
        return node
    if not set(node) & set(LOCALES):
        return {key: pick(value, locale, f"{where}: {key}") for key, value in node.items()}
    if set(node) != set(LOCALES):
        raise ValueError(
            f"{where}: found languages {sorted(map(str, node))}; right: zh and en, both and only"
        )
    return node[locale]


@cache
def _read(path: Path, _changed: int) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
