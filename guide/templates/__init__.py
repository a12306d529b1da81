"""Templates: read from a folder, compiled once a build, and kept for the next."""

from guide.templates.templates import Code, open_templates

__all__ = ["Code", "open_templates"]
