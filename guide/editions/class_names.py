"""Short names for styling classes, where size counts in letters (nothing else may rely on these names)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import product
from string import ascii_lowercase

_COMPOUND = re.compile(r"(?<![\w-])[a-z][a-z0-9-]*?(?:__|--)[a-z0-9_-]+")
"""Names of parts and variants (`entry__place`, `evidence--confirmed`) cannot be mistaken for other words."""
_NO_SCRIPT_SETS = frozenset({"number", "entry", "status", "verdict"})
"""Simple names that are words of scripts too, but never names of classes there."""
_MADE_BY_SCRIPT = re.compile(r"([a-z][a-z0-9_-]*(?:__|--))\$\{")
_CLASS = re.compile(r'(\sclass=)(?:"([^"]*)"|([^\s>]+))')
_SELECTOR = re.compile(r"(?<=\.)[a-zA-Z_-][\w-]*")


def shortened(html: str, css: str, script: str) -> tuple[str, str, str]:
    """The three with shorter names of classes, and without those that neither styles nor script know.

    Compound names are renamed everywhere, simple ones only where no script may mean them. Names that a script puts
    together from pieces stay as they are.
    """
    used = Counter(name for _, quoted, bare in _CLASS.findall(html) for name in (quoted or bare).split())
    pieces = tuple(_MADE_BY_SCRIPT.findall(script))
    words = set(re.findall(r"[\w-]+", script))
    in_css = set(_SELECTOR.findall(css))
    names = [name for name, _ in used.most_common() if not name.startswith(pieces) and _may_change(name, words)]
    short = dict(zip(names, _free_names(in_css | set(used)), strict=False))
    known = in_css | words
    compound = {name: new for name, new in short.items() if _COMPOUND.fullmatch(name)}
    return (
        _CLASS.sub(lambda match: _renamed_list(match[1], match[2] or match[3], short, known), html),
        _SELECTOR.sub(lambda match: short.get(match[0], match[0]), css),
        _COMPOUND.sub(lambda match: compound.get(match[0], match[0]), script),
    )


def _may_change(name: str, words: set[str]) -> bool:
    return bool(_COMPOUND.fullmatch(name)) or name in _NO_SCRIPT_SETS or name not in words


def _renamed_list(attribute: str, names: str, short: Mapping[str, str], known: set[str]) -> str:
    text = " ".join(short.get(name, name) for name in names.split() if name in known)
    if not text:
        return ""
    return attribute + (f'"{text}"' if " " in text else text)


def _free_names(taken: set[str]) -> Iterator[str]:
    for length in (1, 2, 3):
        for letters in product(ascii_lowercase, repeat=length):
            if (name := "".join(letters)) not in taken:
                yield name
