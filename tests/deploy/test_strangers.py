"""nginx and Caddy never send a reader to another host, whatever is asked of them."""

from __future__ import annotations

import socket
import ssl
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from guide.base.node import start_node
from guide.base.project import here
from tests.deploy.conftest import Secured
from tests.deploy.hostile import FORWARDING, HOSTS, MARKS, PLACES, targets
from upkeep.moves import moves, pages_of
from upkeep.servers import Running

PAGES = pages_of(here().docs)
MOVES = moves(PAGES)
ADDRESSES = {f"/{page.url}" for page in PAGES}

HOST = b"guide.example"
MOVED = {301, 308}
NOT_THERE = {404}
REFUSED = {400, 414, 431, 505}
"""Answers to what is no request at all, too long for one, or of no known version."""
LEADING = {"location", "refresh", "link", "content-location", "set-cookie"}
"""Headers that can send a browser somewhere, or stay with it."""


@dataclass(frozen=True)
class Answer:
    """What came back for a target: status (none: the connection was closed) and the headers, in lower case."""

    target: bytes
    status: int | None
    headers: list[tuple[str, str]]

    @property
    def asked(self) -> str:
        """The address that a browser would have shown."""
        path = self.target.decode("latin-1")
        return f"http://{HOST.decode()}{path if path.startswith('/') else '/'}"

    @property
    def location(self) -> str | None:
        """Where it leads."""
        return dict(self.headers).get("location")


def test_no_target_leads_to_a_stranger(server: Running) -> None:
    answers = _ask(server.http, targets(MOVES))

    _assert_harmless(answers)
    assert {answer.status for answer in answers} <= {200, *MOVED, *NOT_THERE, *REFUSED}
    assert len(answers) > 10_000


@pytest.mark.parametrize("header", [*(b"Host: " + host for host in HOSTS), *FORWARDING], ids=repr)
def test_no_header_leads_to_a_stranger(server: Running, header: bytes) -> None:
    host = b"" if header.startswith(b"Host:") else b"Host: " + HOST + b"\r\n"

    _assert_harmless(_ask(server.http, [*PLACES, *list(map(str.encode, MOVES))[::20]], head=host + header))


@pytest.mark.parametrize(
    "method", [b"HEAD", b"POST", b"PUT", b"DELETE", b"OPTIONS", b"TRACE", b"CONNECT", b"get", b"X"]
)
def test_no_method_leads_to_a_stranger(server: Running, method: bytes) -> None:
    _assert_harmless(_ask(server.http, targets([])[::40], method=method))


@pytest.mark.parametrize("version", [b"HTTP/1.0", b"HTTP/0.9", b"HTTP/9.9", b""])
def test_no_version_leads_to_a_stranger(server: Running, version: bytes) -> None:
    _assert_harmless(_ask(server.http, [*PLACES, b"//other.example/index.html"], head=b"", version=version))


def test_every_other_address_leads_to_its_page(server: Running) -> None:
    there = {answer.target.decode(): answer.location for answer in _ask(server.http, map(str.encode, MOVES))}
    found = {answer.target.decode(): answer.status for answer in _ask(server.http, map(str.encode, ADDRESSES))}

    assert there == MOVES
    assert found == dict.fromkeys(ADDRESSES, 200)


def test_port_80_only_leads_to_https_of_the_same_name(secured: Secured) -> None:
    asked = [*PLACES, *(place + mark + b"other.example" for place in PLACES for mark in MARKS), *targets([])[::10]]
    answers = _ask(secured.running.http, asked)
    for header in [*(b"Host: " + host for host in HOSTS), *FORWARDING]:
        host = b"" if header.startswith(b"Host:") else b"Host: " + HOST + b"\r\n"
        answers += _ask(secured.running.http, [*PLACES, b"*", b"http://other.example"], head=host + header)

    origin = f"https://localhost:{secured.running.https}"
    assert {place["origin"] for place in _places(answers)} == {origin}
    assert {answer.status for answer in answers} <= {*MOVED, *REFUSED, None}
    assert {answer.status for answer in answers if answer.target in PLACES} <= {*MOVED, *REFUSED}
    assert not any(name == "strict-transport-security" for answer in answers for name, _ in answer.headers)


def test_port_80_keeps_the_address(secured: Secured) -> None:
    answers = _ask(secured.running.http, [*map(str.encode, sorted(ADDRESSES)), b"/feed.xml", b"/assets/icon.svg"])

    assert [place["path"].encode() for place in _places(answers)] == [answer.target for answer in answers]


def test_https_leads_to_no_stranger(secured: Secured) -> None:
    context = ssl.create_default_context(cafile=secured.certificate.chain)
    asked = [*PLACES, *targets([])[::50]]

    answers = _ask(
        secured.running.https,
        asked,
        head=b"Host: localhost",
        wrap=lambda plain: context.wrap_socket(plain, server_hostname="localhost"),
    )

    _assert_harmless(answers)
    ours = [answer for answer in answers if answer.target.startswith(b"/") and answer.status not in REFUSED]
    assert {dict(answer.headers).get("strict-transport-security") for answer in ours} == {"max-age=31536000"}


def _assert_harmless(answers: list[Answer]) -> None:
    """Whoever is sent anywhere comes to a page of the guide, on the same host; nothing fails."""
    assert [answer for answer in answers if (answer.status or 0) >= 500 and answer.status not in REFUSED] == []
    moved = [answer for answer in answers if answer.location is not None]
    assert {answer.status for answer in moved} <= MOVED
    strange = [
        (answer, place)
        for answer, place in zip(moved, _places(moved), strict=True)
        if place["origin"] != f"http://{HOST.decode()}" or place["path"] not in ADDRESSES
    ]
    assert strange == []
    names = Counter(name for answer in answers for name, _ in answer.headers)
    assert names.keys() & LEADING <= {"location"}


def _places(answers: list[Answer]) -> list[dict[str, str]]:
    """Where a browser would go from each that leads anywhere."""
    return judged([answer.asked, answer.location] for answer in answers if answer.location is not None)


def judged(pairs: Iterable[Sequence[str | None]]) -> list[dict[str, str]]:
    """Origin and path at which a browser would be that asked for the one address and was given the other."""
    places = start_node(Path(__file__).with_name("judge.mjs"), data=list(pairs))()
    assert None not in places
    return places


def _ask(
    port: int,
    asked: Iterable[bytes],
    *,
    head: bytes = b"Host: " + HOST,
    method: bytes = b"GET",
    version: bytes = b"HTTP/1.1",
    wrap: Callable[[socket.socket], socket.socket] = lambda plain: plain,
) -> list[Answer]:
    """One request for each target over a connection of its own, byte by byte as it stands."""
    answers = []
    for target in asked:
        line = method + b" " + target + (b" " + version if version else b"") + b"\r\n"
        request = line + (head + b"\r\n" if head else b"") + b"Connection: close\r\n\r\n"
        plain = socket.create_connection(("127.0.0.1", port), timeout=10)
        plain.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with wrap(plain) as connection:
            answers.append(Answer(target, *_answered(connection, request)))
    return answers


def _answered(connection: socket.socket, request: bytes) -> tuple[int | None, list[tuple[str, str]]]:
    said = b""
    try:
        connection.sendall(request)
        while b"\r\n\r\n" not in said and (part := connection.recv(65_536)):
            said += part
    except ConnectionError:  # closed before all of a request was read
        pass
    first, *lines = said.split(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
    if not first.startswith("HTTP/"):
        return None, []
    headers = [line.partition(":") for line in lines]
    return int(first.split()[1]), [(name.lower(), value.strip(" ")) for name, _, value in headers]
