"""nginx and Caddy with the files in `deploy/`, asked real requests."""

from __future__ import annotations

import gzip
import http.client
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from guide.web.headers import HEADERS
from upkeep.servers import Running

REQUESTS = yaml.safe_load(Path(__file__).with_name("requests.yml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Answer:
    """What a server said; header names in lower case, the body unzipped."""

    status: int
    headers: dict[str, str]
    body: bytes
    length: int


@pytest.mark.parametrize("case", REQUESTS, ids=lambda case: case["name"])
def test_request_is_answered(server: Running, served: Path, case: dict[str, Any]) -> None:
    answer = ask(server, _filled(case["path"], served), case.get("method", "GET"), case.get("headers", {}))

    assert answer.status < 500
    if "status" in case:
        assert answer.status in _either(case["status"])
    for name, value in case.get("is", {}).items():
        assert answer.headers.get(name) in _either(value), name
    assert answer.length == case.get("length", answer.length)
    _assert_in_order(_either(case.get("holds", [])), answer.body.decode(errors="replace"))
    if "refused" in case:
        assert case["refused"].encode() not in answer.body


@pytest.mark.parametrize("path", ["/", "/en/overdue/", "/assets/icon.svg", "/no-such/", "/en/no-such/"])
def test_headers_are_on_every_answer(server: Running, path: str) -> None:
    answer = ask(server, path)

    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("path", ["/", "/en/costs/", "{hashed}", "/assets/icon.svg"])
@pytest.mark.parametrize("coding", ["identity", "gzip"])
def test_what_has_not_changed_is_not_sent_again(server: Running, served: Path, path: str, coding: str) -> None:
    path = _filled(path, served)
    first = ask(server, path, headers={"Accept-Encoding": coding})
    again = {"If-None-Match": first.headers["etag"], "Accept-Encoding": coding}

    answer = ask(server, path, headers=again)

    assert (answer.status, answer.length) == (304, 0)
    assert answer.headers["cache-control"] == first.headers["cache-control"]
    assert ask(server, path, headers={**again, "If-None-Match": '"older"'}).status == 200


def test_server_sends_the_copies_made_before(server: Running, served: Path) -> None:
    made = (served / "overdue/index.html.gz").stat().st_size

    assert ask(server, "/overdue/", headers={"Accept-Encoding": "gzip"}).length == made


def ask(server: Running, path: str, method: str = "GET", headers: dict[str, str] | None = None) -> Answer:
    """One request, its path sent as it stands."""
    connection = http.client.HTTPConnection("127.0.0.1", server.http, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in (headers or {}).items():
        connection.putheader(name, value)
    connection.endheaders()
    response = connection.getresponse()
    raw = response.read()
    connection.close()
    found = {name.lower(): value for name, value in response.getheaders()}
    body = gzip.decompress(raw) if found.get("content-encoding") == "gzip" and raw else raw
    return Answer(response.status, found, body, len(raw))


def _filled(path: str, served: Path) -> str:
    """*path* with the addresses of hashed files of this build."""
    for mark, pattern in (("{hashed}", "search.*.js"), ("{style}", "results.*.css")):
        path = path.replace(mark, f"/assets/{next(served.glob(f'assets/{pattern}')).name}")
    return path


def _either(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _assert_in_order(parts: list[str], text: str) -> None:
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, part
        at = found
