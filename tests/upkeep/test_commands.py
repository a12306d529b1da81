"""What make's targets run, and that one failure among successes is not lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from guide.base.project import Project, here
from upkeep import __main__ as command_line
from upkeep import links, lint, run_tests
from upkeep.outside_links import Answer, Manners

CLEAN = [sys.executable, "-c", "pass"]
FINDING = [sys.executable, "-c", "print('x.py:1: a slip'); raise SystemExit(1)"]


@pytest.mark.parametrize(
    ("programs", "status", "said"),
    [
        ({"one": CLEAN, "two": CLEAN}, 0, "clean: one, two"),
        ({"one": FINDING, "two": CLEAN}, 1, "one:\nx.py:1: a slip\nfound by one"),
        ({"one": FINDING, "two": FINDING}, 1, "found by one, two"),
    ],
)
def test_lint_runs_all_and_fails_where_one_finds_something(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    programs: dict[str, list[str]],
    status: int,
    said: str,
) -> None:
    monkeypatch.setattr(lint, "commands", lambda project: programs)

    assert lint.run_lint(here()) == status
    assert said in capsys.readouterr().out


def test_lint_looks_at_every_language() -> None:
    commands = lint.commands(here())

    assert {"ruff check", "ruff format", "mypy", "tsc", "eslint", "stylelint"} <= set(commands)
    assert "--check" in commands["ruff format"]


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> SimpleNamespace:
    """Runs of tests whose exit statuses the test chooses; nothing is built."""
    (tmp_path / "tools/x").mkdir(parents=True)
    (tmp_path / "tools/x/x.test.js").touch()
    account = SimpleNamespace(commands=[], aside="", scripts=0, python=0, build=0, project=Project(tmp_path))

    def run(command: list[str], project: Project, **environment: str) -> int:
        account.commands.append(command)
        account.aside = environment.get("TMPDIR", account.aside)
        return account.python if "pytest" in command else account.scripts

    monkeypatch.setattr(run_tests, "write_files", lambda project: 0)
    monkeypatch.setattr(run_tests, "make", lambda project: account.build)
    monkeypatch.setattr(run_tests, "_run", run)
    return account


@pytest.mark.parametrize(
    ("build", "scripts", "python", "status", "runs"),
    [(0, 0, 0, 0, 2), (0, 1, 0, 1, 2), (0, 0, 1, 1, 2), (0, 1, 2, 2, 2), (1, 0, 0, 1, 0)],
)
def test_tests_fail_where_the_build_or_either_language_fails(
    ran: SimpleNamespace, build: int, scripts: int, python: int, status: int, runs: int
) -> None:
    ran.build, ran.scripts, ran.python = build, scripts, python

    assert run_tests.run_tests(ran.project, []) == status
    assert len(ran.commands) == runs


def test_other_engines_and_servers_are_tested_apart(ran: SimpleNamespace) -> None:
    run_tests.run_tests(ran.project, ["-k", "x"])
    scripts, python = ran.commands

    assert scripts[-1] == "tools/x/x.test.js"
    assert {"--ignore=tests/engines", "--ignore=tests/deploy"} <= set(python)
    assert python[-2:] == ["-k", "x"]


def test_quick_tests_need_no_browser_and_are_all_there(ran: SimpleNamespace) -> None:
    run_tests.run_quick_tests(ran.project, [])
    (python,) = ran.commands
    named = {part for part in python if part.startswith("tests/")}

    assert "tests/browser" not in named
    assert [name for name in named if not (here().root / name).exists()] == []
    rooms = {f"tests/{path.name}" for path in (here().root / "guide").iterdir() if (path / "__init__.py").is_file()}
    files = {f"tests/{path.name}" for path in (here().root / "tests").glob("test_*.py")}
    assert rooms | files <= named


@pytest.mark.parametrize(
    ("verdict", "status"), [("well", 0), ("moved", 0), ("refused", 0), ("gone", 1), ("silent", 1), ("failed", 1)]
)
def test_links_fail_where_an_address_is_no_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], verdict: str, status: int
) -> None:
    monkeypatch.setattr(links, "ask_all", lambda *_: [Answer("a", "https://a.example/", verdict, None, None, None)])

    assert links.main(here(), []) == status
    assert f"1 {verdict}" in capsys.readouterr().out


@pytest.mark.parametrize(("arguments", "pause"), [([], 2.0), (["--pause", "5"], 5.0)])
def test_servers_of_others_are_left_two_seconds_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], pause: float
) -> None:
    asked: list[Manners] = []
    monkeypatch.setattr(links, "ask_all", lambda wanted, manners: asked.append(manners) or [])

    links.main(here(), arguments)

    assert [one.pause_seconds for one in asked] == [pause]
    assert Manners("x").pause_seconds == 2.0


def test_only_the_sources_named_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Any] = []
    monkeypatch.setattr(links, "ask_all", lambda wanted, manners: asked.extend(wanted) or [])

    links.main(here(), ["--only", "webank-home", "no-such-source"])

    assert {link.source_id for link in asked} <= {"webank-home"}


@pytest.mark.parametrize("arguments", [[], ["tset"]])
def test_unknown_command_is_refused_with_those_there_are(
    capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    assert command_line.main(arguments) == 2
    assert "right: one of test, check" in capsys.readouterr().err


def test_tests_leave_nothing_behind_in_the_temporary_folder(ran: SimpleNamespace) -> None:
    run_tests.run_tests(ran.project, [])

    assert ran.aside
    assert not Path(ran.aside).exists()


def test_commands_that_a_build_calls_need_no_driver_of_a_browser() -> None:
    without = "import sys; sys.modules['playwright'] = None; import upkeep.__main__"

    assert subprocess.run([sys.executable, "-c", without], cwd=here().root, check=False).returncode == 0
