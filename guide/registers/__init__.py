"""Tables of the data, shown as pages: claims, facts, sources, glossary, contacts, changes."""

from guide.registers.registers import Helpers, render

__all__ = ["Helpers", "render"]
