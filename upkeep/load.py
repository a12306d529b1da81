"""`make load`: how many requests a second nginx answers with the guide on this machine, over loopback."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from guide.base.output import say
from guide.base.packages import install
from guide.base.project import Project
from guide.build import make
from upkeep import servers
from upkeep.precompress import make_served

SECONDS = 5
CONNECTIONS = 64
"""Open at once, each kept alive and asking again as soon as it is answered."""

_FIGURE = {
    "requests a second": re.compile(r"Requests/sec:\s+([\d.]+)"),
    "median": re.compile(r"^\s+50%\s+(\S+)", re.MULTILINE),
    "p99": re.compile(r"^\s+99%\s+(\S+)", re.MULTILINE),
    "sent a second": re.compile(r"Transfer/sec:\s+(\S+)"),
}
_FAILED = re.compile(r"Non-2xx or 3xx responses: (\d+)|Socket errors: (.*)")


@dataclass(frozen=True)
class Load:
    """What is asked for in a run."""

    name: str
    path: str
    headers: tuple[str, ...] = ()


def measure(project: Project) -> int:
    """Print a table of answers a second and waiting times; the exit status."""
    missing = [name for name in ("nginx", "wrk") if not servers.find(name)]
    if missing and not install(missing):
        say(f"found no {' and no '.join(missing)}; right: install them, then make load")
        return 1
    status = make(project)
    if status:
        return status
    with tempfile.TemporaryDirectory() as folder:
        served = Path(folder, "site")
        make_served(project.site, served)
        with servers.running("nginx", project.root / "deploy/nginx.conf", served, workers=_workers()) as server:
            _table(server.address, _loads(served, server.address))
    return 0


def _workers() -> int:
    """Half of the cores for nginx, half for those who ask."""
    return max(1, (os.cpu_count() or 2) // 2)


def _loads(served: Path, address: str) -> list[Load]:
    script = next(served.glob("assets/search.*.js"))
    zipped = "Accept-Encoding: gzip"
    return [
        Load("page, gzip", "/overdue/", (zipped,)),
        Load("page, not compressed", "/overdue/"),
        Load("page not changed (304)", "/overdue/", (zipped, f"If-None-Match: {_tag(address)}")),
        Load("script, gzip", f"/assets/{script.name}", (zipped,)),
    ]


def _tag(address: str) -> str:
    from urllib.request import Request, urlopen

    with urlopen(Request(f"{address}/overdue/", headers={"Accept-Encoding": "gzip"})) as answer:
        return answer.headers["ETag"]


def _table(address: str, loads: list[Load]) -> None:
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    say(
        f"{os.cpu_count()} cores, {memory:.0f} GiB; nginx with {_workers()} worker; "
        f"{CONNECTIONS} connections kept alive, {SECONDS} s each, wrk on the same machine"
    )
    say(f"| what | {' | '.join(_FIGURE)} |\n|---|{'--:|' * len(_FIGURE)}")
    for load in loads:
        say(f"| {load.name} | {' | '.join(_run(address, load))} |")


def _run(address: str, load: Load) -> list[str]:
    headers = [part for header in load.headers for part in ("-H", header)]
    shape = ["-t", "1", "-c", str(CONNECTIONS), "-d", f"{SECONDS}s", "--latency"]
    command = [shutil.which("wrk") or "wrk", *shape, *headers, f"{address}{load.path}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=SECONDS * 6).stdout
    failed = _FAILED.search(said)
    if failed:
        raise RuntimeError(f"{load.name}: {failed[0]}")
    return [next(figure.finditer(said))[1] for figure in _FIGURE.values()]
