"""Hosts of static files with the files in `deploy/`, by the parts of their own engines that are published."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from guide.base.node import node_command, start_node
from guide.web.headers import FOREVER, HEADERS, HTTPS_ONLY
from tests.deploy.conftest import ROOT, Secured
from tests.deploy.hostile import targets
from tests.deploy.test_strangers import ADDRESSES, MOVED, MOVES, NOT_THERE, REFUSED, judged
from upkeep.server_tests import HOSTS

NAMES = ("cloudflare", "netlify", "vercel")
OWN_MOVES = {"cloudflare": 308}
"""Status of moves that a host makes by itself, without a rule of ours: to an address on the same host."""
SHOWN = {"netlify": "/index.html"}
"""Ends of addresses at which a host shows the page itself instead of leading there."""

pytestmark = pytest.mark.skipif(
    not (HOSTS / "node_modules").is_dir(), reason="no engines of hosts here; make test-deploy installs them"
)


@pytest.fixture(scope="module", params=NAMES)
def host(request: pytest.FixtureRequest) -> str:
    """Each host in turn."""
    return request.param


def test_no_target_leads_to_a_stranger(host: str) -> None:
    asked = targets(list(MOVES)[::8])
    answers = ask(host, [target.decode("latin-1") for target in asked if target.startswith(b"/")])

    moved = [answer for answer in answers if "location" in answer["headers"]]
    places = judged([f"https://guide.example{answer['target']}", answer["headers"]["location"]] for answer in moved)
    assert {place["origin"] for place in places} == {"https://guide.example"}
    by_rule = [
        place["path"] for answer, place in zip(moved, places, strict=True) if answer["status"] != OWN_MOVES.get(host)
    ]
    assert by_rule
    assert set(by_rule) <= ADDRESSES
    assert {answer["status"] for answer in answers} <= {200, *MOVED, *NOT_THERE, *REFUSED}


def test_every_other_address_leads_to_its_page(host: str) -> None:
    asked = [address for address in MOVES if not _is_shown(host, address)]
    answers = ask(host, asked)

    places = judged([f"https://guide.example{answer['target']}", answer["headers"]["location"]] for answer in answers)
    assert {answer["target"]: place["path"] for answer, place in zip(answers, places, strict=True)} == {
        address: MOVES[address] for address in asked
    }
    assert {answer["status"] for answer in ask(host, [*ADDRESSES, *set(MOVES) - set(asked)])} == {200}


def test_host_understands_every_line(host: str) -> None:
    # Cloudflare finds the English page for wrong addresses by itself, and passes over Netlify's rule for it.
    assert said(host, [])["refused"] == (["/en/* /en/404.html 404"] if host == "cloudflare" else [])


def test_headers_are_on_every_answer(host: str) -> None:
    for answer in ask(host, ["/", "/en/overdue/", "/assets/icon.svg", "/no-such/", "/en/no-such/"]):
        sent = {name: answer["headers"].get(name.lower()) for name in HEADERS | HTTPS_ONLY}
        assert sent == HEADERS | HTTPS_ONLY, answer["target"]


def test_hashed_names_live_long(host: str) -> None:
    script = next((ROOT / "site/assets").glob("search.*.js"))
    hashed, page = ask(host, [f"/assets/{script.name}", "/overdue/"])

    assert hashed["headers"].get("cache-control") == FOREVER
    assert page["headers"].get("cache-control") != FOREVER


def test_wrong_address_is_not_there(host: str) -> None:
    answers = ask(host, ["/no-such/", "/en/no-such/", "/zh/no-such/", "/no/such.html", "/assets", "/zh/en/overdue/"])

    assert {answer["status"] for answer in answers} == NOT_THERE


def test_observatory_gives_the_best_grade(secured: Secured) -> None:
    ports = str(secured.running.http), str(secured.running.https)
    trusting = {**os.environ, "NODE_EXTRA_CA_CERTS": str(secured.certificate.chain)}
    command = node_command(HOSTS / "observatory.mjs", *ports)

    said = subprocess.run(command, capture_output=True, text=True, check=True, env=trusting)

    assert json.loads(said.stdout)["grade"] == "A+", said.stdout


def ask(host: str, asked: list[str]) -> list[dict[str, Any]]:
    """Answers of *host* to targets."""
    return said(host, asked)["answers"]


def said(host: str, asked: list[str]) -> dict[str, Any]:
    """Answers, and the lines that the host did not take."""
    return start_node(HOSTS / "hosts.mjs", host, str(ROOT / "site"), str(ROOT / "deploy"), data=asked)()


def _is_shown(host: str, address: str) -> bool:
    """Whether *host* shows the file that stands at *address*."""
    return bool(ending := SHOWN.get(host)) and address.endswith(ending) and Path(ROOT, "site", address[1:]).is_file()
