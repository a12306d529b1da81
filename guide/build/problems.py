"""What stops a build without being a fault of the build itself."""

from __future__ import annotations

import errno

from guide.build.node import NodeError


class BuildProblems(RuntimeError):
    """Raised when the sources are not right; says everything that is wrong."""


def lacks_room(error: Exception) -> bool:
    """Whether a disk, a quota or a limit on files was full, for Python or for a Node program."""
    codes = ("ENOSPC", "EFBIG", "EDQUOT")
    if isinstance(error, OSError):
        return errno.errorcode.get(error.errno) in codes
    return isinstance(error, NodeError) and any(code in str(error) for code in codes)
