"""Makes archives whose bytes depend on their contents alone."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EARLIEST = datetime(1980, 1, 1, tzinfo=UTC)
"""Before this the format has no time."""
_FILE_MODE = 0o100644 << 16
_UNIX = 3


def write_zip(folder: Path, archive: Path, top: str, moment: datetime) -> None:
    """Pack *folder* as *archive*, everything below `top/`, in one order, with one time for all."""
    at = max(moment.astimezone(UTC), _EARLIEST)
    with ZipFile(archive, "w") as packed:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            member = ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", at.timetuple()[:6])
            member.create_system, member.external_attr = _UNIX, _FILE_MODE  # whatever system packs it
            packed.writestr(member, path.read_bytes(), ZIP_DEFLATED, compresslevel=9)


def sums(folder: Path) -> str:
    """SHA-256 sums of the files in *folder*, in the form `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())]
    return "".join(lines)
