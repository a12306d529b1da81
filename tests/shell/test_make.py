"""What an author sees of the make targets when something is wrong, and when nothing is."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("shell")


def outputs(project: Path) -> dict[str, str]:
    """Sum of every finished file."""
    files = [path for folder in ("site", "dist") for path in sorted((project / folder).rglob("*")) if path.is_file()]
    return {path.relative_to(project).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def assert_refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The command failed, said all *words*, and showed no traceback."""
    assert done.returncode != 0
    assert [word for word in words if word not in done.stderr] == []
    assert "Traceback" not in done.stderr


def test_bad_content_is_refused_all_at_once_and_outputs_stay(project: Path, make) -> None:
    before = outputs(project)
    append(project / "docs/zh/faq.md", "\n利息是 18.25%，见 [[fact:no-such-fact]]。\n")
    append(project / "docs/en/faq.md", "\n## Only here {#only-here}\n\n[[tool:no-such-tool]]\n")
    (project / "docs/en/changes.md").unlink()

    done = make()

    assert_refused(done, "docs/zh/faq.md", "18.25%", "no-such-fact")
    assert_refused(done, "docs/en/faq.md", "only-here", "no-such-tool", "changes", "right:")
    assert outputs(project) == before


def test_bad_data_is_refused_with_its_line(project: Path, make) -> None:
    before = outputs(project)
    facts = project / "data/facts.yml"
    lines = facts.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.strip().startswith("status: confirmed"))
    lines[number] = lines[number].replace("confirmed", "certain")
    facts.write_text("\n".join(lines) + "\n", encoding="utf-8")

    done = make()

    assert_refused(done, "facts.yml", "certain", f":{number + 1}:")
    assert outputs(project) == before


def test_review_lists_what_will_be_due(project: Path, make) -> None:
    done = make("review", "ARGS=--on 2031-01-01")

    assert "limit-max" in done.stdout
    assert "Traceback" not in done.stderr


def test_one_changed_fact_reaches_every_place(project: Path, make) -> None:
    facts = project / "data/facts.yml"
    text = facts.read_text(encoding="utf-8")
    start = text.index("id: daily-rate-max\n")
    entry = text[start : start + 200]
    facts.write_text(text.replace(entry, entry.replace("0.066", "0.0654", 1)), encoding="utf-8")

    done = make()

    pages = {path: path.read_text(encoding="utf-8") for path in (project / "site").rglob("*.html")}
    shown = [path for path, html in pages.items() if "data-fact=daily-rate-max" in html]
    assert done.returncode == 0, done.stderr
    assert shown
    assert [path for path in shown if "daily-rate-max value=0.066>" in pages[path]] == []
    assert "0.0654" in (project / "site/costs/calculator/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "command", [["-m", "guide", "build"], ["-m", "mkdocs", "build", "--quiet"]], ids=["make", "mkdocs"]
)
@pytest.mark.parametrize("seconds", [1.0, 3.0])
def test_ctrl_c_stops_in_words_and_leaves_the_outputs(project: Path, command: list[str], seconds: float) -> None:
    before = outputs(project)
    started = subprocess.Popen(
        [project / ".venv/bin/python", *command],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    time.sleep(seconds)
    os.killpg(started.pid, signal.SIGINT)
    said, _ = started.communicate(timeout=60)

    assert started.returncode == 1
    assert "Traceback" not in said
    assert re.search("stopped|Aborted", said)
    assert outputs(project) == before


def test_time_that_is_none_is_told_in_words(project: Path, make) -> None:
    before = outputs(project)
    done = make(SOURCE_DATE_EPOCH="yesterday")

    assert_refused(done, "SOURCE_DATE_EPOCH: found “yesterday”; right:")
    assert outputs(project) == before


def test_a_script_that_cannot_be_bundled_is_told_with_its_line(project: Path, make) -> None:
    before = outputs(project)
    script = project / "tools/afford/index.js"
    append(script, 'import "./no-such.js";\n')
    done = make()

    assert_refused(done, f"tools/afford/index.js:{len(script.read_text(encoding='utf-8').splitlines())}: found")
    assert "at " not in [line.strip()[:3] for line in done.stderr.splitlines()]
    assert outputs(project) == before
