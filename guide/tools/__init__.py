"""Browser tools as blocks in pages: their templates, filled at build time."""

from guide.tools.tools import ToolShelf

__all__ = ["ToolShelf"]
