"""The set-up installs what is missing, once, and nothing that a half-finished or foreign one left is trusted."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from upkeep import set_up
from upkeep.set_up import SetUpError

FILES = ("requirements.txt", "requirements-test.txt", "pyproject.toml", "package.json", "package-lock.json")


class Machine:
    """Keeps what was run in place of running it; a command that holds `fails` fails."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commands: list[list[str]] = []
        self.fails = ""

    def run(self, command: list[str], failure: str, folder: Path | None = None) -> None:
        self.commands.append(command)
        if self.fails and self.fails in command:
            raise SetUpError(failure)
        if "venv" in command:
            (self.root / ".venv").mkdir()
        if "ci" in command:
            ((folder or self.root) / "node_modules").mkdir(exist_ok=True)

    def done(self, *parts: str) -> list[str]:
        """What a set-up of these parts did, in words."""
        self.commands.clear()
        self.status = set_up.main(list(parts))
        return [self.said(command) for command in self.commands]

    def said(self, command: list[str]) -> str:
        if "venv" in command:
            return "venv"
        if "-r" in command:
            return f"python {Path(command[-1]).stem.removeprefix('requirements').lstrip('-') or 'build'}"
        return f"node {command[-1]}" if "ci" in command else "own"

    def change(self, name: str) -> None:
        path = self.root / name
        path.write_text(path.read_text() + "changed==1\n")


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    (tmp_path / "bench").mkdir()
    for name in (*FILES, "bench/package.json", "bench/package-lock.json"):
        (tmp_path / name).write_text(f"{name}==1\n")
    monkeypatch.setattr(set_up, "ROOT", tmp_path)
    monkeypatch.setattr(set_up, "VENV", tmp_path / ".venv")
    made = Machine(tmp_path)
    monkeypatch.setattr(set_up, "run", made.run)
    return made


BUILD = ["venv", "python build", "own", "node --omit=dev"]
TEST = ["venv", "python test", "own", "node --include=dev"]


def test_what_is_there_is_not_installed_again(machine: Machine) -> None:
    assert machine.done("build") == BUILD
    assert machine.done("build") == []
    assert machine.status == 0


def test_whoever_can_test_can_build_and_not_the_other_way_round(machine: Machine) -> None:
    assert machine.done("test") == TEST
    assert machine.done("build") == []

    machine.change("package.json")
    assert machine.done("build") == ["node --omit=dev"]
    assert machine.done("test") == ["node --include=dev"]


def test_a_build_alone_is_not_taken_for_what_tests_need(machine: Machine) -> None:
    machine.done("build")

    assert machine.done("test") == TEST[1:]


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("requirements.txt", ["python build", "own"]),
        ("pyproject.toml", ["python build", "own"]),
        ("package-lock.json", ["node --omit=dev"]),
        ("requirements-test.txt", []),
    ],
)
def test_other_versions_are_installed(machine: Machine, changed: str, again: list[str]) -> None:
    machine.done("build")
    machine.change(changed)

    assert machine.done("build") == again


def test_packages_whose_folder_is_gone_are_installed(machine: Machine) -> None:
    machine.done("build")
    (machine.root / "node_modules").rmdir()

    assert machine.done("build") == ["node --omit=dev"]


def test_an_environment_of_another_python_is_made_anew(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.done("build")
    monkeypatch.setattr(sys, "version", "3.99 of another house")

    assert machine.done("build") == BUILD


@pytest.mark.parametrize(("fails", "again"), [("-r", BUILD[1:]), ("-e", BUILD[1:]), ("ci", BUILD[3:])])
def test_a_set_up_that_was_cut_short_goes_on(
    machine: Machine, capsys: pytest.CaptureFixture[str], fails: str, again: list[str]
) -> None:
    machine.fails = fails
    machine.done("build")
    assert machine.status == 1
    assert "could not be installed" in capsys.readouterr().err

    machine.fails = ""
    assert machine.done("build") == again


def test_an_update_that_was_cut_short_is_not_taken_for_the_old_one(machine: Machine) -> None:
    machine.done("test")
    machine.change("requirements-test.txt")
    machine.fails = "-e"
    machine.done("test")
    machine.fails = ""

    assert machine.done("build") == ["python build", "own"]


def test_only_what_the_lock_names_with_its_sum_is_installed(machine: Machine) -> None:
    machine.done("build")
    (pip,) = [command for command in machine.commands if "-r" in command]

    assert "--require-hashes" in pip


@pytest.mark.parametrize(("version", "status"), [((3, 10, 9), 1), ((3, 11, 0), 0), ((3, 14, 1), 0)])
def test_too_old_a_python_is_refused_in_words(
    machine: Machine,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    version: tuple[int, int, int],
    status: int,
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    machine.done("build")

    assert machine.status == status
    assert ("right: 3.11 or newer" in capsys.readouterr().err) == bool(status)


def test_what_failed_is_told_with_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SetUpError, match=r"no such disk\s+it failed \(above: why\); right: mend that"):
        set_up.run([sys.executable, "-c", "print('no such disk'); raise SystemExit(3)"], "it failed", tmp_path)


@pytest.mark.parametrize(
    ("name", "stays"),
    [
        ("PIP_INDEX_URL", True),
        ("PIP_PROXY", True),
        ("HTTPS_PROXY", True),
        ("PIP_TARGET", False),
        ("PIP_NO_DEPS", False),
        ("PYTHONPATH", False),
        ("NODE_ENV", False),
    ],
)
def test_the_machine_says_where_packages_come_from_and_not_what_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, stays: bool
) -> None:
    monkeypatch.setenv(name, "x")

    set_up.run([sys.executable, "-c", f"import os; open('seen', 'w').write(str({name!r} in os.environ))"], "", tmp_path)

    assert (tmp_path / "seen").read_text() == str(stays)


def test_an_environment_is_never_made_with_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    monkeypatch.setattr(sys, "executable", str(tmp_path / ".venv/bin/python3"))

    assert Path(set_up.python_outside()).exists()
    assert set_up.python_outside().startswith(sys.base_prefix)
