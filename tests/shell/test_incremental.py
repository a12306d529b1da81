"""A build that takes from an earlier one what nothing has changed gives the bytes of one that makes all anew."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shell.test_make import append, outputs
from tests.shell.test_reproducible import BUILD, HERE

pytestmark = pytest.mark.xdist_group("shell")

WARM = [part for part in BUILD if part != "--force"]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def change_page(project: Path) -> None:
    append(project / "docs/en/faq.md", "\nOne more sentence about zebras.\n")


def change_title(project: Path) -> None:
    replace(project / "docs/zh/changes.md", "title: ", "title: 斑马")


def change_fact(project: Path) -> None:
    replace(project / "data/facts.yml", "value: 0.066\n", "value: 0.0654\n")


def change_template_of_tool(project: Path) -> None:
    replace(project / "tools/afford/template.html", "<section ", '<section data-zebra="1" ')


def change_script_of_tool(project: Path) -> None:
    append(project / "tools/afford/index.js", "\nglobalThis.zebra = 1;\n")


def change_styles(project: Path) -> None:
    append(project / "styles/form.css", "\n.tool { border-width: 7px; }\n")


def change_template(project: Path) -> None:
    replace(project / "overrides/partials/footer.html", "<footer", '<footer data-zebra="2"')


def change_picture(project: Path) -> None:
    replace(project / "figures/who-lends/figure.svg", "<svg ", '<svg data-zebra="3" ')


CHANGES = (
    change_page,
    change_title,
    change_fact,
    change_template_of_tool,
    change_script_of_tool,
    change_styles,
    change_template,
    change_picture,
)


def run(command: list[str], project: Path) -> None:
    subprocess.run(command, cwd=project, env=HERE, capture_output=True, check=True)


def test_after_any_change_a_warm_build_gives_the_bytes_of_a_cold_one(project: Path) -> None:
    run(BUILD, project)
    before = outputs(project)
    for change in CHANGES:
        change(project)
        run(WARM, project)
        warm = outputs(project)
        run(BUILD, project)

        assert warm == outputs(project), change.__name__
        assert warm != before, change.__name__
        before = warm


def test_what_is_kept_does_not_grow_and_may_be_cut_short_or_gone(project: Path) -> None:
    run(BUILD, project)
    kept = project / "build/kept"
    names, whole = sorted(path.name for path in kept.iterdir()), outputs(project)
    for path in kept.iterdir():
        path.write_bytes(path.read_bytes()[:-7])
    change_page(project)
    run(WARM, project)
    replace(project / "docs/en/faq.md", "\nOne more sentence about zebras.\n", "")
    run(WARM, project)

    assert outputs(project) == whole
    assert sorted(path.name for path in kept.iterdir()) == names


def test_a_warm_build_that_was_killed_harms_no_later_one(project: Path) -> None:
    run(BUILD, project)
    change_fact(project)
    for delay_seconds in (0.4, 0.8, 1.2, 1.6):
        build = subprocess.Popen(WARM, cwd=project, env=HERE, stdout=subprocess.DEVNULL, start_new_session=True)
        time.sleep(delay_seconds)
        if build.poll() is None:
            os.killpg(build.pid, signal.SIGKILL)
        build.wait()
    run(WARM, project)
    warm = outputs(project)
    run(BUILD, project)

    assert warm == outputs(project)


@pytest.fixture
def served(project: Path) -> Iterator[Callable[[str], str]]:
    """Gives a page of `make serve` by its path."""
    port = 8765
    command = [sys.executable, "-m", "guide", "serve", str(port)]
    server = subprocess.Popen(command, cwd=project, env=HERE, stdout=subprocess.DEVNULL)

    def read(path: str) -> str:
        try:
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/{path}", timeout=5).read().decode()
        except OSError:
            return ""

    yield read
    server.send_signal(signal.SIGINT)
    server.wait(timeout=30)


def until(seen: Callable[[], bool], seconds: float = 60) -> bool:
    end = time.monotonic() + seconds
    while not seen() and time.monotonic() < end:
        time.sleep(0.05)
    return seen()


def test_preview_shows_an_edit_of_a_page_a_fact_and_a_tool(project: Path, served: Callable[[str], str]) -> None:
    assert until(lambda: "<title" in served("en/faq/"))
    site = outputs(project)

    change_page(project)
    assert until(lambda: "zebras" in served("en/faq/"))
    change_fact(project)
    pages = ("costs/", "en/costs/", "costs/calculator/", "en/evidence/facts/")
    assert until(lambda: all("0.0654" in served(page) for page in pages))
    change_template_of_tool(project)
    assert until(lambda: "data-zebra" in served("risks/") and "data-zebra" in served("en/risks/"))
    assert outputs(project) == site
