"""A command stops in words, whatever stops it."""

from __future__ import annotations

import subprocess
import sys

from guide.base.project import here

TALKS = """import sys
from guide.base.commands import run_command
sys.exit(run_command({"talk": lambda rest: [print("a line") for _ in range(100_000)] and 0}, ["talk"]))"""


def test_who_stops_reading_gets_no_traceback() -> None:
    talking = subprocess.Popen(
        [sys.executable, "-c", TALKS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=here().root
    )
    talking.stdout.readline()
    talking.stdout.close()

    assert talking.stderr.read() == ""
    assert talking.wait(timeout=60) == 1
