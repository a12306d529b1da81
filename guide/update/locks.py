"""Reads the two lock files: what they pin, and that they name no registry."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

_PYTHON_PIN = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)", re.MULTILINE)
_INDEX = re.compile(r"^(?!\s*#).*(?:https?://|--(?:extra-)?index-url|--find-links).*$", re.MULTILINE)

Change = tuple[str, str | None, str | None]
"""Name, version before, version after; None where it was not there."""


def python_pins(requirements: str) -> dict[str, str]:
    """Name → version of each package in the text of a requirements.txt."""
    return {match["name"]: match["version"] for match in _PYTHON_PIN.finditer(requirements)}


def npm_pins(lock: str) -> dict[str, str]:
    """Place below node_modules → version of each package in the text of a package-lock.json."""
    packages = json.loads(lock)["packages"]
    return {path.removeprefix("node_modules/"): entry["version"] for path, entry in packages.items() if path}


def changes(before: Mapping[str, str], after: Mapping[str, str]) -> list[Change]:
    """What differs, by name."""
    names = sorted({*before, *after})
    pairs = ((name, before.get(name), after.get(name)) for name in names)
    return [(name, old, new) for name, old, new in pairs if old != new]


def registry_traces(requirements: str, lock: str) -> Iterator[str]:
    """Lines of either lock that say where a package comes from; none may, so that any mirror serves."""
    yield from (match[0].strip() for match in _INDEX.finditer(requirements))
    for path, entry in json.loads(lock)["packages"].items():
        if "resolved" in entry:
            yield f"{path}: {entry['resolved']}"


def newest_allowed(pins: Mapping[str, str]) -> list[str]:
    """Arguments for npm that ask for the newest version of each package which promises to stay compatible."""
    return [f"{name}@^{version}" for name, version in pins.items()]
