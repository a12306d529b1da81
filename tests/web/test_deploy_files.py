"""The files in `deploy/` say what `guide/deploy/headers.py` says, each in its server's own words."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from guide.web.headers import ASK_FIRST, FOREVER, HASHED_NAME, HEADERS

DEPLOY = Path(__file__).resolve().parents[2] / "deploy"


def _nginx() -> dict[str, str]:
    return dict(re.findall(r'^ +add_header (\S+) "(.*)" always;$', _text("nginx.conf"), re.MULTILINE))


def _caddy() -> dict[str, str]:
    block = _text("Caddyfile").split("header {", 1)[1].split("}", 1)[0]
    return dict(re.findall(r'^\t+([A-Z]\S+) "(.*)"$', block, re.MULTILINE))


def _headers_file() -> dict[str, str]:
    block = _text("_headers").split("/*\n", 1)[1].split("\n\n", 1)[0]
    return dict(line.strip().split(": ", 1) for line in block.splitlines())


def _vercel() -> dict[str, str]:
    everywhere = json.loads(_text("vercel.json"))["headers"][0]["headers"]
    return {header["key"]: header["value"] for header in everywhere}


@pytest.mark.parametrize("read", [_nginx, _caddy, _headers_file, _vercel])
def test_every_server_sends_the_same_headers(read) -> None:
    assert read() == HEADERS


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile", "_headers", "vercel.json"])
def test_hashed_names_live_long_and_the_rest_is_asked_for(name: str) -> None:
    text = _text(name)

    assert FOREVER in text
    if name in ("nginx.conf", "Caddyfile"):
        assert f'"{ASK_FIRST}"' in text
        assert HASHED_NAME in text


def _text(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")
