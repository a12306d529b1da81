"""Browser tools as blocks in pages: their templates, filled at build time."""

from guide.tools.tools import WEB_ONLY, ToolShelf

__all__ = ["WEB_ONLY", "ToolShelf"]
