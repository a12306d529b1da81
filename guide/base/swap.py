"""Puts finished outputs in place whole, or not at all."""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2


def put_in_place(fresh: Path, target: Path) -> None:
    """Make the folder *fresh* be *target*, atomically where the system can exchange two names."""
    if target.exists() and _exchange(fresh, target):
        shutil.rmtree(fresh, ignore_errors=True)
        return
    old = target.with_name(target.name + ".old")
    if target.exists():
        target.rename(old)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(fresh, target)  # which may lie on another disk
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def only_one(lock_file: Path) -> Iterator[None]:
    """Wait until no other build runs in this folder, then hold the place."""
    lock_file.parent.mkdir(parents=True, exist_ok=True)
    with lock_file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _exchange(one: Path, other: Path) -> bool:
    """Swap two names in one step (Linux `renameat2`); false where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    return renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0
