"""Reads YAML as it is written: numbers keep every digit, and each value knows its line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from guide.base.problems import BookError, Problem, name_of


class Mapping(dict[Any, Any]):
    """A mapping that knows its own line (`line`) and the line of each of its keys (`lines`)."""

    line: int
    lines: dict[str, int]

    def line_of(self, key: str | int | None) -> int:
        """Gives the line of a key, or of the mapping where the key is absent."""
        return self.lines.get(str(key), self.line)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Numbers and dates stay as text, so that 23.760 is not rounded and 2020-02-30 can be reported."""


_AS_WRITTEN = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:timestamp")
# PyYAML would read 22:00 as 1320 and "no" as false; both are words here.
_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag not in (*_AS_WRITTEN, "tag:yaml.org,2002:bool")]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _construct_mapping(loader: _Loader, node: yaml.MappingNode) -> Mapping:
    mapping = Mapping()
    mapping.line = node.start_mark.line + 1
    mapping.lines = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in mapping:
            raise yaml.constructor.ConstructorError(None, None, f"the key {key!r} twice", key_node.start_mark)
        mapping[key] = loader.construct_object(value_node, deep=True)
        mapping.lines[key] = key_node.start_mark.line + 1
    return mapping


_Loader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _construct_mapping)


def read_yaml(path: Path) -> Any:
    """Gives the content of a YAML file; raises `BookError` with the line where it cannot be read."""
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise BookError(
            [Problem(name_of(path), line, f"YAML that cannot be read ({error.problem})", "valid YAML")]
        ) from error
    except FileNotFoundError as error:
        raise BookError([Problem(name_of(path), 1, "no such file", f"a file {path.name}")]) from error
