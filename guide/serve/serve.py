"""Serves a preview on 127.0.0.1:8000 and builds it again whenever a source changes."""

from __future__ import annotations

import contextlib
import functools
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from guide.build.build import INPUTS, preview, say
from guide.build.project import Project

HOST, PORT = "127.0.0.1", 8000


def serve(project: Project, port: int = PORT) -> int:
    """Serve until interrupted. A source that is not right is reported; the last good preview stays."""
    from watchfiles import watch

    _load_libraries()
    folder = project.build / "preview"
    sources = [project.root / name for name in INPUTS]
    with contextlib.suppress(KeyboardInterrupt):
        _rebuild(project)
        server = ThreadingHTTPServer((HOST, port), functools.partial(_Handler, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"serving http://{HOST}:{port}/ (Chinese) and http://{HOST}:{port}/en/ (English); Ctrl-C ends")
        for changes in watch(*sources, step=50, debounce=150):
            if _code_changed(path for _, path in changes):
                os.execv(sys.executable, [sys.executable, "-m", "guide", "serve", str(port)])
            _rebuild(project)
    return 0


def _load_libraries() -> None:
    """Load what a build needs once, so that each build, in a process of its own, finds it loaded."""
    import guide.build.site
    import guide.build.sources
    import guide.check  # noqa: F401


def _rebuild(project: Project) -> None:
    """Build in a process of its own, which forgets all that it has read."""
    started = time.perf_counter()
    process = multiprocessing.get_context("fork").Process(target=_preview, args=(project,))
    process.start()
    process.join()
    if process.exitcode == 0:
        say(f"up to date after {time.perf_counter() - started:.1f} s; reload the page")


def _preview(project: Project) -> None:
    with contextlib.suppress(KeyboardInterrupt):
        sys.exit(preview(project))


def _code_changed(paths: Iterable[str]) -> bool:
    return any(Path(path).suffix == ".py" for path in paths)


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        """An author must see the newest page, never a kept one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""
