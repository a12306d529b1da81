"""Puts right which characters a reader of the PDF copies, searches and hears.

Fonts for Chinese draw a radical (⽴, U+2F74) and the character that looks the same (立) with one glyph.
Chromium's PDF says of such a glyph that it is the radical, so that a search for 立 would not find it.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from typing import cast

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, StreamObject

_SUPPLEMENT = (
    "⺂⺃⺅⺉⺋⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺟⺠⺡⺣⺤⺦⺨⺭⺯⺰⺱⺳⺹⺺⺾⻂⻅⻆⻈⻉⻋⻌⻐⻑⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲⻳",
    "乛乚亻刂㔾尣尢巳幺彑彐忄扌攵旡歺母民氵灬爫丬犭礻糹纟罓㓁耂肀艹衤见角讠贝车辶钅長镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀龟",
)
"""Radicals of U+2E80–2EFF and the characters that Noto Sans CJK SC draws with the same glyphs."""

_KANGXI = "".join(map(chr, range(0x2F00, 0x2FD6)))
CHARACTERS = {
    **{ord(radical): ord(unicodedata.normalize("NFKC", radical)) for radical in _KANGXI},
    **str.maketrans(*_SUPPLEMENT),
    ord("⼾"): ord("户"),
}
"""Code of a radical → code of the character that is meant."""

_BLOCK = re.compile(rb"\d+ beginbf(char|range)\n(.*?)\nendbf(?:char|range)\n?", re.DOTALL)
_CODE = re.compile(rb"<([0-9A-Fa-f]+)>")
_MOST_ENTRIES = 100
"""As many a block may hold (Adobe's CMap format)."""


def with_characters(pdf: bytes) -> bytes:
    """*pdf* with characters in place of radicals, as an update at its end."""
    writer = PdfWriter(io.BytesIO(pdf), incremental=True)
    changed = False
    for stream in _maps(writer):
        text = stream.get_data()
        right = corrected(text)
        if right != text:
            stream.set_data(right)
            changed = True
    if not changed:
        return pdf
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def corrected(cmap: bytes) -> bytes:
    """A ToUnicode map with characters in place of radicals; the same where it has none."""
    entries = [entry for kind, body in _BLOCK.findall(cmap) for entry in _entries(kind, body)]
    if not any(len(target) == 4 and int(target, 16) in CHARACTERS for _, target in entries):
        return cmap
    start = next(_BLOCK.finditer(cmap)).start()
    head, tail = cmap[:start], _BLOCK.sub(b"", cmap[start:])
    return head + b"".join(_blocks([(code, _meant(target)) for code, target in entries])) + tail


def _maps(writer: PdfWriter) -> Iterator[StreamObject]:
    seen = set()
    for page in writer.pages:
        resources = cast("DictionaryObject", page["/Resources"])
        for font in resources.get("/Font", {}).values():
            reference = font.get_object().raw_get("/ToUnicode") if "/ToUnicode" in font.get_object() else None
            if reference is not None and reference.idnum not in seen:
                seen.add(reference.idnum)
                yield reference.get_object()


def _entries(kind: bytes, body: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Pairs of glyph code and UTF-16 in hexadecimal; ranges are written out."""
    for line in body.split(b"\n"):
        codes = _CODE.findall(line)
        if kind == b"char":
            yield codes[0], codes[1]
            continue
        start, end, target = codes
        for step in range(int(end, 16) - int(start, 16) + 1):
            yield (
                b"%0*X" % (len(start), int(start, 16) + step),
                b"%0*X" % (len(target), int(target, 16) + step),
            )


def _meant(target: bytes) -> bytes:
    character = CHARACTERS.get(int(target, 16)) if len(target) == 4 else None
    return b"%04X" % character if character else target


def _blocks(entries: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for start in range(0, len(entries), _MOST_ENTRIES):
        part = entries[start : start + _MOST_ENTRIES]
        lines = b"".join(b"<%s> <%s>\n" % entry for entry in part)
        yield b"%d beginbfchar\n%sendbfchar\n" % (len(part), lines)
