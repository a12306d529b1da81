"""Jinja's templates of a folder, strict on what they do not know."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

DATA_FOR_SCRIPTS = {"ensure_ascii": False, "sort_keys": False, "separators": (",", ":")}
"""How the filter `tojson` writes: as short as it gets, Chinese as it is."""


def open_templates(folder: Path) -> Environment:
    """The templates of *folder*."""
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a build reads each template once
    )
    environment.policies["json.dumps_kwargs"] = DATA_FOR_SCRIPTS
    return environment
