"""Traditional characters and their simplified forms, as far as a search needs them."""

from __future__ import annotations

import re
from pathlib import Path

HAN = re.compile(r"[\u3400-\u9fff]")


def simplified_pairs(dictionary: Path, wanted: set[str]) -> str:
    """Pairs of a traditional character and its simplified form, for the *wanted* simplified characters.

    *dictionary* is OpenCC's table as opencc-js ships it: a string of `traditional simplified` joined by `|`,
    where a character of several simplified forms has the commonest first.
    """
    text = dictionary.read_text(encoding="utf-8")
    entries = text[text.index('"') + 1 : text.rindex('"')].split("|")
    pairs = (entry.split(" ")[:2] for entry in entries)
    return "".join(
        traditional + simplified
        for traditional, simplified in pairs
        if simplified in wanted and traditional not in wanted and len(traditional + simplified) == 2
    )


def han_characters(text: str) -> set[str]:
    """The Han characters of *text*."""
    return set(HAN.findall(text))
