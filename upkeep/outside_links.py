"""Asks outside addresses politely: one at a time for each host, with pauses, HEAD before GET.

Nothing is read beyond the headers.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from typing import NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlsplit, urlunsplit
from urllib.request import Request, urlopen

HOSTS_AT_ONCE = 4
_GET_INSTEAD = frozenset({400, 403, 404, 405, 406, 501, 503})
"""What servers that do not care for HEAD answer to it."""

_GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 403, 412, 418, 429, 451, 503, 521})


class Link(NamedTuple):
    """An address, and the id of the source it is given for."""

    source_id: str
    address: str


@dataclass(frozen=True)
class Manners:
    """How to ask."""

    user_agent: str
    pause_seconds: float = 2.0
    """Between two questions to one host."""
    timeout_seconds: float = 20.0


@dataclass(frozen=True)
class Answer:
    """What came of one address."""

    source_id: str
    address: str
    verdict: str
    """`well`, `moved` (answers elsewhere), `gone`, `refused` (look by hand), `failed`, `silent`."""
    status: int | None
    now_at: str | None
    why: str | None
    """What the network said where nobody answered."""


def ask_all(links: Iterable[Link], manners: Manners) -> list[Answer]:
    """Ask every address, hosts side by side, each host's one by one; answers in the order of *links*."""
    links = list(links)
    by_host: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_host[urlsplit(link.address).netloc].append(link)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda group: _ask_host(group, manners), by_host.values())
        answers = {answer.source_id: answer for group in found for answer in group}
    return [answers[link.source_id] for link in links]


def ask(link: Link, manners: Manners) -> Answer:
    """What one address answers, to HEAD or, where that is not taken, to GET after a pause."""
    answer = _ask(link, "HEAD", manners)
    if answer.status is not None and answer.status not in _GET_INSTEAD:
        return answer
    time.sleep(manners.pause_seconds)
    return _ask(link, "GET", manners)


def _ask_host(links: list[Link], manners: Manners) -> list[Answer]:
    answers: list[Answer] = []
    for link in links:
        if answers:
            time.sleep(manners.pause_seconds)
        answers.append(ask(link, manners))
    return answers


def _ask(link: Link, method: str, manners: Manners) -> Answer:
    headers = {"User-Agent": manners.user_agent, "Accept": "*/*"}
    try:
        request = Request(_plain(link.address), method=method, headers=headers)
        with urlopen(request, timeout=manners.timeout_seconds) as response:
            return _answer(link, response.status, response.url)
    except HTTPError as error:
        error.close()
        return _answer(link, error.code, error.url)
    except (OSError, HTTPException, ValueError) as error:
        why = str(getattr(error, "reason", error))
        return Answer(link.source_id, link.address, "silent", None, None, why)


def _answer(link: Link, status: int, url: str) -> Answer:
    moved = _plain(url) != _plain(link.address)
    return Answer(link.source_id, link.address, _verdict(status, moved), status, url if moved else None, None)


def _verdict(status: int, moved: bool) -> str:
    if status in _GONE:
        return "gone"
    if status in _REFUSED:
        return "refused"
    if status >= 400:
        return "failed"
    return "moved" if moved else "well"


def _plain(address: str) -> str:
    """*address* as a server is asked for it: without what stands after #."""
    return urlunsplit(urlsplit(address)._replace(fragment=""))
