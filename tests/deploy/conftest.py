"""What is started once for all tests of servers."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from guide.base.output import write_text
from guide.web import security
from upkeep import servers
from upkeep.precompress import make_served

ROOT = Path(__file__).resolve().parents[2]
FILES = {"nginx": ROOT / "deploy/nginx.conf", "caddy": ROOT / "deploy/Caddyfile"}


@dataclass(frozen=True)
class Secured:
    """A server with https turned on, and the certificate to trust."""

    running: servers.Running
    certificate: servers.Certificate


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site with compressed copies, as a server gets it."""
    folder = tmp_path_factory.mktemp("served") / "site"
    make_served(ROOT / "site", folder)
    # The build writes it only where there is an address to report to.
    text = security.security_txt("https://guide.example/report", datetime(2099, 1, 1, tzinfo=UTC))
    write_text(folder / security.PATH, text)
    write_text(folder / ".well-known/other.txt", "")
    return folder


@pytest.fixture(scope="session", params=servers.NAMES)
def server(request: pytest.FixtureRequest, served: Path) -> Iterator[servers.Running]:
    """Each server in turn, as its file is shipped."""
    with servers.running(request.param, _file(request.param), served) as running:
        yield running


@pytest.fixture(scope="session", params=servers.NAMES)
def secured(
    request: pytest.FixtureRequest,
    served: Path,
    certificate: servers.Certificate,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Secured]:
    """Each server in turn, with https turned on."""
    file = _with_https(_file(request.param), tmp_path_factory.mktemp("https"))
    with servers.running(request.param, file, served, certificate=certificate) as running:
        yield Secured(running, certificate)


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> servers.Certificate:
    """A certificate of our own making, for this machine's name."""
    if not servers.find("openssl"):
        pytest.skip("no openssl here; make test-deploy installs it where the user may")
    folder = tmp_path_factory.mktemp("certificate")
    made = servers.Certificate(folder / "guide.pem", folder / "guide.key")
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    files = ["-keyout", str(made.key), "-out", str(made.chain)]
    subprocess.run(["openssl", "req", *kind, *names, *files], check=True, capture_output=True)
    return made


def _file(name: str) -> Path:
    if not servers.find(name):
        pytest.skip(f"no {name} here; make test-deploy installs it where the user may")
    return FILES[name]


def _with_https(file: Path, folder: Path) -> Path:
    """A copy of *file* in *folder* on which was done what README.md says, with this machine's name."""
    told = (ROOT / "deploy/README.md").read_text(encoding="utf-8").splitlines()
    command = next(line for line in told if line.startswith("sed ") and line.endswith(f" {file.name}"))
    copy = Path(shutil.copy(file, folder))
    subprocess.run(shlex.split(command.replace("your.name", "localhost")), cwd=folder, check=True)
    return copy
