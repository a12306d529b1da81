"""Programs and tables of others that stand in the finished guide, and the texts of their licences."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import distribution
from pathlib import Path, PurePath

FILE = "THIRD-PARTY-LICENCES.txt"
"""Stands at the top of the site and of the archive."""

FROM_PYTHON = ("mkdocs-material",)
"""Python packages of which something is shipped: the theme's stylesheet."""
FROM_NPM = ("minisearch", "opencc-js", "pinyin-pro", "stemmer")
"""npm packages that are bundled, or that a shipped table was made from."""

_RULE = "=" * 78


@dataclass(frozen=True)
class Shipped:
    """One package and its licences."""

    name: str
    version: str
    licence: str
    """As SPDX writes it."""
    texts: tuple[str, ...]


@cache
def shipped(root: Path) -> tuple[Shipped, ...]:
    """What others made of the finished guide, by name; *root* is the checkout, with its packages installed."""
    npm = [_from_npm(root / "node_modules" / name) for name in FROM_NPM]
    return tuple(sorted((*npm, *map(_from_python, FROM_PYTHON)), key=lambda one: one.name))


def licence_texts(packages: Iterable[Shipped]) -> str:
    """One text with every licence that what is shipped comes under."""
    parts = (
        f"{_RULE}\n{one.name} {one.version} ({one.licence})\n{_RULE}\n\n" + "\n".join(one.texts) for one in packages
    )
    return "\n".join(parts)


def _from_npm(folder: Path) -> Shipped:
    about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and _is_licence(path.relative_to(folder)))
    return Shipped(about["name"], about["version"], about["license"], tuple(map(_read, paths)))


def _from_python(name: str) -> Shipped:
    found = distribution(name)
    # `found.files` would make an object of each of the theme's ten thousand icons.
    names = [line.split(",")[0] for line in (found.read_text("RECORD") or "").splitlines() if ".dist-info/" in line]
    paths = [Path(str(found.locate_file(name))) for name in names if _is_licence(PurePath(name))]
    licence = found.metadata["License-Expression"] or found.metadata["License"]
    return Shipped(name, found.version, licence, tuple(map(_read, sorted(paths))))


def _is_licence(path: PurePath) -> bool:
    """Whether a file, or the folder it is in, is called a licence; packages inside a package speak for themselves."""
    return "node_modules" not in path.parts and any("licens" in part.lower() for part in path.parts[-2:])


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("\r\n", "\n").strip() + "\n"
