"""Request targets by which somebody could try to make a server name another host."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

STRANGER = b"other.example"

MARKS = [
    *(rb"\ \\ / // /// @ ; ? : . .. | ^ ~ * [ ] { } $1 & = + , ' #").split(),
    *(rb"%5c %5C %5c%5c %2f %2F %2f%2f %40 %3b %3f %23 %3a %2e%2e %2e%2e%2f %7c %25 %2a %5b %20 %7f").split(),
    *(rb"%09 %0a %0d %0d%0a %00 %0b %0c %1f %09%2f %2f%09 %5c%09 %0d%0aLocation:%20//other.example/").split(),
    # Coded twice, in old ways, cut short; other slashes, dots and spaces of Unicode.
    *(rb"%255c %252f %2509 %250d%250a %u002f %c0%af %e0%80%af %ff %fe%ff %e5%be %ef%bc%8f %ef%bc%bc %e3%80%82").split(),
    *(rb"%c2%a0 %e2%80%8b %e2%81%84 %ed%a0%80 %f4%90%80%80 %zz %").split(),
    *"／ ＼ 。 微粒贷".encode().split(),
    b"\t", b"\r", b"\x00", b"\x0b", b"\x7f", b"\xff", b"\xc0\xaf", b" ",
]  # fmt: skip
"""What may stand for a slash, end a path or a header, or be stripped by a browser; raw and coded."""

PLACES = (
    b"/ /zh/ /zh /en/ /en /overdue /overdue/ /zh/overdue/ /index.html /overdue/index.html /zh/index.html"
    b" /costs/calculator.html /en/costs/calculator.html /zh/costs/calculator.html /assets/ /assets /404.html"
    b" /en/404.html /no-such-page /no-such.html /sw.js /manifest.webmanifest /assets/no.AAAAAAAA.js /index.html.gz"
    b" /.git/config /.well-known/ /.well-known/security.txt"
).split()
"""Addresses of each kind: pages, those that lead to one, files, folders, none."""

HOSTS = [
    b"other.example", b"other.example:80", b"guide.example@other.example", b"other.example\\", b"other.example/",
    b"guide.example.other.example", b"[::1]", b"", b"..", b"other.example?", b"%6fther.example", b"\xff",
]  # fmt: skip
FORWARDING = [
    b"X-Forwarded-Host: other.example", b"Forwarded: host=other.example", b"X-Forwarded-Server: other.example",
    b"X-Original-URL: //other.example/", b"X-Rewrite-URL: //other.example/", b"X-Forwarded-Prefix: //other.example",
    b"X-Forwarded-Proto: //other.example/", b"Referer: http://other.example/", b"X-Http-Host-Override: other.example",
]  # fmt: skip
"""Headers that some servers take a host from."""


def targets(others: Iterable[str]) -> list[bytes]:
    """Targets of requests: every mark at every place, at each of the *others* that lead to a page, and odd lengths."""
    at_places = [
        target for mark in MARKS for place in PLACES for target in (*_around(place, mark), *_within(place, mark))
    ]
    at_others = [other.encode() + mark + STRANGER for other in others for mark in MARKS]
    return list(dict.fromkeys([*at_places, *at_others, *_in_full(), *_long()]))


def _around(place: bytes, mark: bytes) -> Iterator[bytes]:
    yield place + mark
    yield place + mark + STRANGER
    yield place + mark + STRANGER + b"/"
    yield place + mark + b"/" + STRANGER + b"/"
    yield place + b"/" + mark + STRANGER + b"/index.html"
    yield place + mark + mark + STRANGER + b"/x.html"
    yield b"/" + mark + STRANGER + place
    yield b"/" + mark + b"/" + STRANGER + place
    yield b"//" + mark + STRANGER + b"/.." + place
    yield mark + place
    yield place + b"?" + mark + STRANGER
    yield place + mark + b"/../../" + STRANGER


def _within(place: bytes, mark: bytes) -> Iterator[bytes]:
    """*mark* in place of each slash, and after each."""
    for at in (at for at, letter in enumerate(place) if letter == ord("/")):
        yield place[:at] + mark + place[at + 1 :]
        yield place[: at + 1] + mark + place[at + 1 :]


def _in_full() -> Iterator[bytes]:
    """Targets with a scheme, a host, both, or neither a slash."""
    for start in (b"http://other.example", b"https://other.example", b"HTTP://other.example:80", b"//other.example"):
        for place in (*PLACES, b"", b"?x", b"#x", b"\\x", b"@guide.example/", b":x/"):
            yield start + place
    yield from (b"*", b"other.example", b"@other.example/", b"http:", b"http:/other.example/", b"javascript:alert(1)")
    yield from (b"data:text/html,x", b".", b"..", b"?", b"\\", b"%2f%2fother.example/", b"\\\\other.example/")


def _long() -> Iterator[bytes]:
    parts = rb"a a/ / \ %5c %2f ../ %2e%2e/ %ff ; ? %00".split()
    for length in (255, 256, 1024, 4096, 8000, 8192, 9000, 20_000):
        for part in (*parts, "贷".encode()):
            for start in (b"/", b"/zh/", b"/en/", b"/overdue/"):
                yield start + (part * length)[:length] + b"/index.html"
