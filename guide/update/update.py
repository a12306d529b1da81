"""`make update`: the newest versions that pyproject.toml and package.json allow, then every test."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from guide.build.build import say
from guide.build.project import Project
from guide.update.locks import Change, changes, newest_allowed, npm_pins, python_pins, registry_traces

LOCKS = ("requirements.txt", "package.json", "package-lock.json")
_UV = "uv>=0.9,<1"
_COMPILE = ["pip", "compile", "--upgrade", "--universal", "--generate-hashes", "--no-emit-index-url"]


def update(project: Project, arguments: list[str]) -> int:
    """Make new locks, show what changed, run every test; with `--look`, only show. The exit status."""
    before = _read(project)
    try:
        _lock_python(project)
        _lock_npm(project, before["package.json"])
    except subprocess.CalledProcessError as error:
        _write(project, before)
        print(f"{error}; the locks are as they were", file=sys.stderr)
        return 1
    after = _read(project)
    traces = list(registry_traces(after["requirements.txt"], after["package-lock.json"]))
    if traces or "--look" in arguments:
        _write(project, before)
    changed = _changes(before, after)
    say(_table(changed))
    if traces:
        print("\n".join(["the locks name a registry; they are as they were", *traces]), file=sys.stderr)
        return 1
    return _test(project) if changed and "--look" not in arguments else 0


def _lock_python(project: Project) -> None:
    named = ["--quiet", "--extra", "test", "--custom-compile-command", "make update"]
    _run([_uv(project), *_COMPILE, *named, "pyproject.toml", "-o", "requirements.txt"], project.root)


def _lock_npm(project: Project, package: str) -> None:
    npm = shutil.which("npm", path=str(Path(sys.executable).parent)) or "npm"
    quiet = ["--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    wanted = json.loads(package)
    for kind, save in (("dependencies", "--save-prod"), ("devDependencies", "--save-dev")):
        newest = newest_allowed(wanted.get(kind, {}))
        _run([npm, "install", *quiet, "--save-exact", save, *newest], project.root)
    _run([npm, "update", *quiet], project.root)


def _uv(project: Project) -> str:
    """Path of uv: the system's, or one in an environment of its own."""
    found = shutil.which("uv")
    if found:
        return found
    home = project.build / "uv"
    if not (home / "bin/uv").exists():
        _run([sys.executable, "-m", "venv", str(home)], project.root)
        _run([str(home / "bin/python"), "-m", "pip", "install", "--quiet", _UV], project.root)
    return str(home / "bin/uv")


def _test(project: Project) -> int:
    say("testing with the new versions …")
    status = subprocess.run(["make", "test"], cwd=project.root, check=False).returncode
    if status:
        say(f"tests fail with the new versions; to go back: git checkout {' '.join(LOCKS)}; make setup")
    return status


def _changes(before: dict[str, str], after: dict[str, str]) -> list[Change]:
    python = changes(python_pins(before["requirements.txt"]), python_pins(after["requirements.txt"]))
    return python + changes(npm_pins(before["package-lock.json"]), npm_pins(after["package-lock.json"]))


def _table(changed: list[Change]) -> str:
    lines = [f"  {name}  {old or 'new'} → {new or 'no longer needed'}" for name, old, new in changed]
    return "\n".join([f"{len(changed)} packages change", *lines])


def _read(project: Project) -> dict[str, str]:
    return {name: (project.root / name).read_text(encoding="utf-8") for name in LOCKS}


def _write(project: Project, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (project.root / name).write_text(text, encoding="utf-8")


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
