"""Templates: read from a folder, compiled once a build, and kept for the next."""

from guide.templates.templates import DATA_FOR_SCRIPTS, Code, open_templates

__all__ = ["DATA_FOR_SCRIPTS", "Code", "open_templates"]
