"""Builds `site/` and `dist/` from the sources."""
