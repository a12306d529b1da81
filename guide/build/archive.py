"""Makes archives whose bytes depend on their contents alone."""

from __future__ import annotations

import hashlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

_FILE_MODE = 0o100644 << 16
_UTF8_NAMES = 0x800


def write_zip(folder: Path, archive: Path, top: str, moment: datetime) -> None:
    """Pack *folder* as *archive*, everything below `top/`, in one order, with one time for all."""
    stamp = moment.astimezone(UTC).timetuple()[:6]
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                entry = zipfile.ZipInfo(f"{top}/{path.relative_to(folder).as_posix()}", stamp)
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = _FILE_MODE
                entry.create_system = 3
                entry.flag_bits |= _UTF8_NAMES
                packed.writestr(entry, path.read_bytes())


def sums(folder: Path) -> str:
    """SHA-256 sums of the files in *folder*, in the form `sha256sum --check` reads."""
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in sorted(folder.iterdir())]
    return "".join(lines)
