"""Line breaks of the Markdown source, which a browser would show as gaps between Chinese characters."""

from __future__ import annotations

import re

_HAN = r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef“”‘’…—]"
_INLINE_TAG = r"</?(?:a|code|data|em|span|strong)\b[^>]*>"
_BREAK = re.compile(rf"({_HAN})((?:{_INLINE_TAG})*)\n((?:{_INLINE_TAG})*)(?={_HAN})")


def join_han_lines(html: str) -> str:
    """*html* without the line breaks that stand between two Chinese characters of one paragraph."""
    return _BREAK.sub(r"\1\2\3", html)
