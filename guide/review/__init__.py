"""What a maintainer has to look at again."""

from __future__ import annotations

from guide.review.command import main

__all__ = ["main"]
