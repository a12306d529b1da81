"""Outside addresses are asked one at a time, with a name, and each answer gets its verdict."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from upkeep import outside_links
from upkeep.links import as_json, as_table
from upkeep.outside_links import Answer, Link, Manners, ask, ask_all

HASTY = Manners("guide-test/1.0", pause_seconds=0.05, timeout_seconds=0.5)

# path → status for HEAD, status for GET, where to
WORLD = {
    "/well": (200, 200, None),
    "/no-head": (405, 200, None),
    "/lies-to-head": (404, 200, None),
    "/gone": (404, 404, None),
    "/gone-for-good": (410, 410, None),
    "/for-people-only": (403, 403, None),
    "/too-many": (429, 429, None),
    "/broken": (500, 500, None),
    "/old": (301, 301, "/well"),
}

CASES = [
    ("/well", "well", 200),
    ("/well#article-5", "well", 200),
    ("/no-head", "well", 200),
    ("/lies-to-head", "well", 200),
    ("/gone", "gone", 404),
    ("/gone-for-good", "gone", 410),
    ("/for-people-only", "refused", 403),
    ("/too-many", "refused", 429),
    ("/broken", "failed", 500),
    ("/old", "moved", 200),
]


class World:
    """A local server that keeps account of how it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str, str]] = []
        self.under_way = self.most_at_once = 0
        self.lock = threading.Lock()
        self.address = ""


@pytest.fixture
def world() -> Iterator[World]:
    account = World()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            with account.lock:
                account.asked.append((self.command, self.path, self.headers["User-Agent"]))
                account.under_way += 1
                account.most_at_once = max(account.most_at_once, account.under_way)
            if self.path == "/slow":
                time.sleep(1)
            head, get, target = WORLD.get(self.path, (404, 404, None))
            self.send_response(head if self.command == "HEAD" else get)
            if target:
                self.send_header("Location", target)
            self.send_header("Content-Length", "0")
            with account.lock:
                account.under_way -= 1
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    account.address = f"http://127.0.0.1:{server.server_port}"
    yield account
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(("path", "verdict", "status"), CASES)
def test_answer_gets_its_verdict(world: World, path: str, verdict: str, status: int) -> None:
    answer = ask(Link("a", world.address + path), HASTY)

    assert (answer.verdict, answer.status) == (verdict, status)
    assert answer.now_at == (f"{world.address}/well" if verdict == "moved" else None)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/", "{world}/slow", "no address"])
def test_silence_is_told_with_its_reason(world: World, address: str) -> None:
    answer = ask(Link("a", address.format(world=world.address)), HASTY)

    assert (answer.verdict, answer.status) == ("silent", None)
    assert answer.why


def test_one_host_is_asked_one_at_a_time_with_pauses_and_a_name(world: World) -> None:
    links = [Link(str(number), f"{world.address}/well") for number in range(5)]
    started = time.monotonic()

    answers = ask_all(links, HASTY)

    assert [answer.source_id for answer in answers] == ["0", "1", "2", "3", "4"]
    assert world.most_at_once == 1
    assert time.monotonic() - started >= 4 * HASTY.pause_seconds
    assert world.asked == [("HEAD", "/well", "guide-test/1.0")] * 5


@pytest.mark.parametrize(
    ("addresses", "statuses", "steps"),
    [
        (["https://a.example/1"], [200], ["HEAD"]),
        (["https://a.example/1"], [404, 200], ["HEAD", "pause", "GET"]),
        (["https://a.example/1", "https://a.example/2"], [200, 200], ["HEAD", "pause", "HEAD"]),
        (["https://a.example/1", "https://a.example/2"], [405, 200, 200], ["HEAD", "pause", "GET", "pause", "HEAD"]),
    ],
)
def test_there_is_a_pause_before_every_further_question_to_a_host(
    monkeypatch: pytest.MonkeyPatch, addresses: list[str], statuses: list[int], steps: list[str]
) -> None:
    done: list[str] = []

    class Clock:
        @staticmethod
        def sleep(seconds: float) -> None:
            assert seconds == 7
            done.append("pause")

    def answer(link: Link, method: str, manners: Manners) -> Answer:
        done.append(method)
        return Answer(link.source_id, link.address, "well", statuses.pop(0), None, None)

    monkeypatch.setattr(outside_links, "time", Clock)
    monkeypatch.setattr(outside_links, "_ask", answer)

    ask_all([Link(str(number), address) for number, address in enumerate(addresses)], Manners("x", pause_seconds=7))

    assert done == steps


def test_few_hosts_are_asked_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    lock, under_way, most = threading.Lock(), 0, 0

    def answer(link: Link, manners: Manners) -> Answer:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.02)
        with lock:
            under_way -= 1
        return Answer(link.source_id, link.address, "well", 200, None, None)

    monkeypatch.setattr(outside_links, "ask", answer)
    ask_all([Link(str(number), f"https://{number}.example/") for number in range(16)], HASTY)

    assert 1 < most <= 4


def test_report_shows_what_is_not_well_and_counts_all() -> None:
    well = Answer("law", "https://a.example/", "well", 200, None, None)
    moved = Answer("news", "https://b.example/", "moved", 200, "https://b.example/new", None)

    table = as_table([well, moved], everything=False)

    assert "https://a.example/" not in table
    assert "→ https://b.example/new" in table
    assert table.endswith("2 addresses: 1 well, 1 moved")
    assert json.loads(as_json([well]))[0]["status"] == 200
