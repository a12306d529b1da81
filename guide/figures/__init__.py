"""Pictures made from the data at build time."""

from guide.figures.figures import render_figure

__all__ = ["render_figure"]
