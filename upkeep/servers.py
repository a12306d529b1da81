"""Finds and starts nginx and Caddy with the files in `deploy/`, on a free local port."""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

NAMES = ("nginx", "caddy")
"""Servers, named as their programs and as Debian's packages."""

_ROOT = "/srv/weilidai-guide"
_WAIT_SECONDS = 15

_NGINX_AROUND = """{user} daemon off; pid {work}/pid; error_log {work}/error.log;
worker_processes {workers}; events {{ worker_connections 1024; }}
http {{
include /etc/nginx/mime.types; default_type application/octet-stream;
sendfile on; tcp_nopush on;
client_body_temp_path {work}/body; proxy_temp_path {work}/proxy; fastcgi_temp_path {work}/fastcgi;
uwsgi_temp_path {work}/uwsgi; scgi_temp_path {work}/scgi;
{guide}
}}
"""


def find(name: str) -> str | None:
    """Path of the server, also where only root has it on PATH; or None."""
    return shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")


@dataclass(frozen=True)
class Certificate:
    """Files of a certificate and its key, for the name `localhost`."""

    chain: Path
    key: Path


@dataclass(frozen=True)
class Running:
    """A server that runs: its ports on 127.0.0.1. Nothing listens for https where there is no certificate."""

    http: int
    https: int

    @property
    def address(self) -> str:
        """Where it answers plain http, without a slash at the end."""
        return f"http://127.0.0.1:{self.http}"


@contextlib.contextmanager
def running(
    name: str, configuration: Path, served: Path, *, workers: int = 1, certificate: Certificate | None = None
) -> Iterator[Running]:
    """Run the server *name* as *configuration* says, on *served*; with a *certificate*, over https too.

    With a certificate, *configuration* is one in which https was turned on, for the name `localhost`.
    """
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as folder:
        work = Path(folder)
        server = Running(_free_port(), _free_port())
        text = configuration.read_text(encoding="utf-8").replace(_ROOT, str(served))
        command = _COMMANDS[name](text, server, certificate, work, workers)
        places = {**os.environ, **dict.fromkeys(["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"], folder)}
        log = work / "log"
        with log.open("wb") as words:
            process = subprocess.Popen(command, stdout=words, stderr=words, env=places)
        try:
            for port in (server.http, server.https) if certificate else (server.http,):
                _wait_for(port, process, log)
            yield server
        finally:
            process.terminate()
            process.wait(timeout=_WAIT_SECONDS)


def _nginx(text: str, server: Running, certificate: Certificate | None, work: Path, workers: int) -> list[str]:
    guide = text.replace("listen 80;", f"listen 127.0.0.1:{server.http};")
    if certificate:
        guide = (
            guide.replace("listen 443 ", f"listen 127.0.0.1:{server.https} ")
            .replace("https://$server_name", f"https://$server_name:{server.https}")
            .replace("/etc/ssl/guide.pem", str(certificate.chain))
            .replace("/etc/ssl/guide.key", str(certificate.key))
        )
    # Started by root it would become a user who may not read the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    around = _NGINX_AROUND.format(user=user, work=work, workers=workers, guide=guide)
    (work / "nginx.conf").write_text(around, encoding="utf-8")
    return [find("nginx") or "nginx", "-p", f"{work}", "-e", f"{work}/error.log", "-c", f"{work}/nginx.conf"]


def _caddy(text: str, server: Running, certificate: Certificate | None, work: Path, _workers: int) -> list[str]:
    around = "{\n\tadmin off\n\tauto_https off\n}\n"  # no administration port: it is not under test
    guide = text.replace("\n:80 {", f"\n:{server.http} {{\n\tbind 127.0.0.1")
    if certificate:
        around = f"{{\n\tadmin off\n\thttp_port {server.http}\n\thttps_port {server.https}\n}}\n"
        guide = text.replace("\nlocalhost {", f"\nlocalhost {{\n\ttls {certificate.chain} {certificate.key}").replace(
            "https://localhost", f"https://localhost:{server.https}"
        )
    (work / "Caddyfile").write_text(around + guide, encoding="utf-8")
    return [find("caddy") or "caddy", "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


_COMMANDS: dict[str, Callable[[str, Running, Certificate | None, Path, int], list[str]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait_for(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + _WAIT_SECONDS
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.05)
    words = log.read_text(encoding="utf-8", errors="replace").strip()
    raise RuntimeError(f"the server did not start: {words}")
