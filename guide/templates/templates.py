"""Jinja's templates of a folder, strict on what they do not know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket


@dataclass
class Code(BytecodeCache):
    """What templates are compiled to, by a name that Jinja gives; code of one that has changed since is not taken."""

    before: Mapping[str, bytes]
    """From an earlier build."""
    used: dict[str, bytes] = field(default_factory=dict)
    """In this one."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give Jinja the code of a template, where there is some."""
        if bucket.key in self.before:
            bucket.bytecode_from_string(self.before[bucket.key])
            self.used[bucket.key] = self.before[bucket.key]

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template from Jinja."""
        self.used[bucket.key] = bucket.bytecode_to_string()


DATA_FOR_SCRIPTS = {"ensure_ascii": False, "sort_keys": False, "separators": (",", ":")}
"""How the filter `tojson` writes: as short as it gets, Chinese as it is."""


def open_templates(folder: Path, code: Code | None = None, ready: str = "") -> Environment:
    """The templates of *folder*; those that the pattern *ready* names are compiled now, by the help of *code*.

    What is compiled before a process forks is compiled for both.
    """
    environment = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a build reads each template once
        bytecode_cache=code,
    )
    environment.policies["json.dumps_kwargs"] = DATA_FOR_SCRIPTS
    for path in sorted(folder.glob(ready) if ready else ()):
        environment.get_template(path.relative_to(folder).as_posix())
    return environment
