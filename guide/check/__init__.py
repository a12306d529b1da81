"""Checks of the sources that run before a build and tell every problem at once."""

from __future__ import annotations

from guide.check.everything import check_sources
from guide.data import Problem

__all__ = ["Problem", "check_sources"]
