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


@contextlib.contextmanager
def running(name: str, configuration: Path, served: Path, workers: int = 1) -> Iterator[str]:
    """Run the server *name* as *configuration* says, on *served*; its address without a slash at the end."""
    with tempfile.TemporaryDirectory(prefix=f"{name}-") as folder:
        work = Path(folder)
        port = _free_port()
        text = configuration.read_text(encoding="utf-8").replace(_ROOT, str(served))
        command = _COMMANDS[name](text, port, work, workers)
        places = {**os.environ, **dict.fromkeys(["HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"], folder)}
        log = work / "log"
        with log.open("wb") as words:
            process = subprocess.Popen(command, stdout=words, stderr=words, env=places)
        try:
            _wait_for(port, process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=_WAIT_SECONDS)


def _nginx(text: str, port: int, work: Path, workers: int) -> list[str]:
    guide = text.replace("listen 80;", f"listen 127.0.0.1:{port};")
    # Started by root it would become a user who may not read the folder.
    user = "user root;" if os.geteuid() == 0 else ""
    around = _NGINX_AROUND.format(user=user, work=work, workers=workers, guide=guide)
    (work / "nginx.conf").write_text(around, encoding="utf-8")
    return [find("nginx"), "-p", f"{work}", "-e", f"{work}/error.log", "-c", f"{work}/nginx.conf"]


def _caddy(text: str, port: int, work: Path, _workers: int) -> list[str]:
    # No administration port and no certificates: neither is under test.
    site = text.replace("\n:80 {", f"\nhttp://127.0.0.1:{port} {{")
    around = "{\n\tadmin off\n\tauto_https off\n}\n"
    (work / "Caddyfile").write_text(around + site, encoding="utf-8")
    return [find("caddy"), "run", "--config", str(work / "Caddyfile"), "--adapter", "caddyfile"]


_COMMANDS: dict[str, Callable[[str, int, Path, int], list[str]]] = {"nginx": _nginx, "caddy": _caddy}


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
