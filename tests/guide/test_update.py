"""What an update of the dependencies reads from the locks."""

from __future__ import annotations

import json
from pathlib import Path

from guide.update.locks import changes, newest_allowed, npm_pins, python_pins, registry_traces

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = """# made by a command, see https://docs.example/
babel==2.18.0 \\
    --hash=sha256:00
    # via guide
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:01
"""
LOCK = {"packages": {"": {"name": "guide"}, "node_modules/a": {"version": "1.0.0"}}}


def test_pins_are_read_from_both_locks() -> None:
    assert python_pins(REQUIREMENTS) == {"babel": "2.18.0", "colorama": "0.4.6"}
    assert npm_pins(json.dumps(LOCK)) == {"a": "1.0.0"}


def test_changes_name_new_gone_and_raised() -> None:
    assert changes({"a": "1", "b": "1", "c": "1"}, {"a": "2", "c": "1", "d": "1"}) == [
        ("a", "1", "2"),
        ("b", "1", None),
        ("d", None, "1"),
    ]


def test_newest_version_asked_for_stays_compatible() -> None:
    assert newest_allowed({"esbuild": "0.28.2"}) == ["esbuild@^0.28.2"]


def test_a_registry_in_a_lock_is_found() -> None:
    index = f"--index-url https://mirror.example/simple\n{REQUIREMENTS}"
    resolved = {"packages": {"node_modules/a": {"version": "1.0.0", "resolved": "https://mirror.example/a.tgz"}}}

    assert len(list(registry_traces(index, json.dumps(LOCK)))) == 1
    assert len(list(registry_traces(REQUIREMENTS, json.dumps(resolved)))) == 1
    assert list(registry_traces(REQUIREMENTS, json.dumps(LOCK))) == []


def test_the_locks_name_no_registry() -> None:
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    lock = (ROOT / "package-lock.json").read_text(encoding="utf-8")

    assert list(registry_traces(requirements, lock)) == []
