"""Cuts text into sentences and counts what is in them."""

from __future__ import annotations

import re

from guide.data.models import Locale

_CHINESE_SENTENCE = re.compile(r"[^。！？]*[。！？]+[”’』）)]*|[^。！？]+$")
_ENGLISH_END = re.compile(r"(?<=[.!?])[”’\")\]]*\s+(?=[“‘\"(\[]?[A-Z0-9])")
# A full stop after these does not end a sentence ("art. 18", "No. 3").
_ABBREVIATION = re.compile(
    r"\b(?:(arts?|Nos?|paras?|pp?|cf)\.(?=\s*\d)|(e\.g|i\.e|Mr|Mrs|Ms|Dr|vs|a\.m|p\.m)\.(?=\s))",
    re.IGNORECASE,
)
_LEADER = "\u2024"
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3000-\u9fff\uff00-\uffef]+")
_WORD = re.compile(r"[A-Za-z0-9]+(?:[’'.,/:-][A-Za-z0-9]+)*")


def sentences(text: str, locale: Locale) -> list[str]:
    """Gives the sentences of a paragraph, in order; on English text Chinese words are left out first."""
    text = " ".join(text.split())
    if locale == "zh":
        parts = _CHINESE_SENTENCE.findall(text)
    else:
        protected = _ABBREVIATION.sub(lambda match: match[0][:-1] + _LEADER, without_chinese(text))
        parts = [part.replace(_LEADER, ".") for part in _ENGLISH_END.split(protected)]
    return [part.strip() for part in parts if length(part, locale)]


def length(sentence: str, locale: Locale) -> int:
    """Gives the length of a sentence: Han characters in Chinese, words in English."""
    return len((_HAN if locale == "zh" else _WORD).findall(sentence))


def without_chinese(text: str) -> str:
    """Gives English text without the Chinese names beside it, nor the brackets they leave empty."""
    return re.sub(r"\s*[(（]\s*[)）]", "", _HAN_RUN.sub("", text))
