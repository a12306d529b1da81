"""What fraudsters say and ask, and why it is false."""

from __future__ import annotations

from guide.scams.scams import Sign, load_scams

__all__ = ["Sign", "load_scams"]
