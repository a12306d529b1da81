"""A small web server like the ones the guide is deployed on: gzip, long lives for hashed names, its own 404."""

from __future__ import annotations

import contextlib
import gzip
import mimetypes
import sys
import threading
import time
from collections.abc import Iterator
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

mimetypes.add_type("text/javascript", ".js")
mimetypes.add_type("application/manifest+json", ".webmanifest")
_TEXT = ("text/", "application/json", "application/manifest", "application/xml", "image/svg")
_FOREVER = "public, max-age=31536000, immutable"


@contextlib.contextmanager
def serving(folder: Path, prefix: str = "/", silent: threading.Event | None = None) -> Iterator[str]:
    """Serve *folder* below *prefix* on a free local port; gives the address without a slash at its end.

    While *silent* is set, requests are taken and not answered.
    """
    server = _Server(("127.0.0.1", 0), _Handler)
    server.folder, server.prefix, server.silent = folder, prefix, silent or threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{prefix.rstrip('/')}"
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    folder: Path
    prefix: str
    silent: threading.Event

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that has gone away; tell of everything else."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        """Answer with the file, its folder's index, or the page for wrong addresses."""
        while self.server.silent.is_set():
            time.sleep(0.05)
        path = self._file()
        status = 200 if path else 404
        path = path or self._not_found()
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        body = path.read_bytes() if path.is_file() else b""
        zipped = kind.startswith(_TEXT) and "gzip" in self.headers.get("Accept-Encoding", "")
        if zipped:
            body = _gzipped(path, path.stat().st_mtime_ns) if path.is_file() else gzip.compress(b"")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", _FOREVER if "/assets/" in self.path and "." in path.stem else "no-cache")
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(body)

    def _file(self) -> Path | None:
        below = unquote(urlsplit(self.path).path)
        if not below.startswith(self.server.prefix):
            return None
        path = (self.server.folder / below.removeprefix(self.server.prefix)).resolve()
        if path.is_dir():
            path /= "index.html"
        inside = path.is_relative_to(self.server.folder.resolve())
        return path if inside and path.is_file() else None

    def _not_found(self) -> Path:
        english = self.path.startswith(f"{self.server.prefix}en/")
        return self.server.folder / ("en/404.html" if english else "404.html")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@lru_cache(maxsize=512)
def _gzipped(path: Path, _changed: int) -> bytes:
    return gzip.compress(path.read_bytes(), 6)
