"""Measures how plainly the pages are written."""

from __future__ import annotations
