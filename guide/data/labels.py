"""Reads tables whose leaves are `{zh: …, en: …}` and picks one language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from guide.base.address import LOCALES
from guide.data.plain import plain_yaml


def load_labels(path: Path, locale: str) -> dict[str, Any]:
    """The table at *path* in one language; raises `ValueError` where it cannot be read or a pair is incomplete."""
    return _picked(path, path.stat().st_mtime_ns, locale)


def pick(node: Any, locale: str, where: str) -> Any:
    """*node* with every language pair replaced by its *locale* half."""
    if isinstance(node, list):
        return [pick(item, locale, where) for item in node]
    if not isinstance(node, dict):
        return node
    if not set(node) & set(LOCALES):
        return {key: pick(value, locale, f"{where}: {key}") for key, value in node.items()}
    if set(node) != set(LOCALES):
        raise ValueError(f"{where}: found languages {sorted(map(str, node))}; right: zh and en, both and only")
    return node[locale]


@cache
def _picked(path: Path, changed: int, locale: str) -> Any:
    return pick(_read(path, changed), locale, path.as_posix())


@cache
def _read(path: Path, _changed: int) -> Any:
    try:
        return plain_yaml(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        problem = " ".join(str(error).split())
        raise ValueError(f"{path}: found YAML that cannot be read ({problem}); right: valid YAML") from error
