"""Serves the site on 127.0.0.1:8000 and builds it again whenever a source changes."""

from __future__ import annotations

import functools
import subprocess
import sys
import threading
import time
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

from guide.build.build import INPUTS, say
from guide.build.project import Project

HOST, PORT = "127.0.0.1", 8000


def serve(project: Project) -> int:
    """Serve until interrupted. A source that is not right is reported; the last good site stays."""
    from watchfiles import watch

    _rebuild(project)
    server = ThreadingHTTPServer((HOST, PORT), functools.partial(_Handler, directory=str(project.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    say(f"serving http://{HOST}:{PORT}/ (Chinese) and http://{HOST}:{PORT}/en/ (English); Ctrl-C ends")
    try:
        for _ in watch(
            *(project.root / name for name in INPUTS), step=50, debounce=200, raise_interrupt=False
        ):
            _rebuild(project)
    finally:
        server.shutdown()
    return 0


def _rebuild(project: Project) -> None:
    """Build in a process of its own, so that changed code is seen too."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "guide", "build"]
    done = subprocess.run(command, cwd=project.root, stdout=subprocess.DEVNULL, check=False)
    if done.returncode == 0:
        say(f"up to date after {time.perf_counter() - started:.1f} s; reload the page")


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """An author must see the newest page, never a kept one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
